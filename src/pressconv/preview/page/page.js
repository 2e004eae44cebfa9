// The states that pressconv sends → the page of the preview.
//
// Each event has the whole state; whatever kept its bytes stays as it is, so that a reader's place
// in it stays too. Everything of a release is set as text, never as markup.

const main = document.querySelector("main");
const status = document.querySelector(".status");
const form = document.querySelector(".choices");
const which = document.querySelector(".which");

const kept = "choices"; // in sessionStorage: a page that is loaded anew shows the same
let state = { converting: null, editions: [] };

// ---- what is chosen ----------------------------------------------------------------------------

const chosen = (name) => new FormData(form).getAll(name);

function keepChoices() {
  const pairs = [...new FormData(form)];
  sessionStorage.setItem(kept, JSON.stringify(pairs));
}

function restoreChoices() {
  const pairs = JSON.parse(sessionStorage.getItem(kept) ?? "null");
  if (!pairs) return;
  for (const input of form.elements)
    if (input.name) input.checked = pairs.some(([name, value]) => input.name === name && input.value === value);
}

/** Show the editions, outputs, width and colours that are chosen. */
function applyChoices() {
  const [edition = "all"] = chosen("edition");
  const formats = chosen("format");
  const [scheme] = chosen("scheme");
  document.documentElement.style.colorScheme = scheme;
  main.style.setProperty("--n-formats", Math.max(1, formats.length));
  for (const [number, section] of [...main.children].entries()) {
    section.hidden = edition !== "all" && edition !== String(number);
    for (const output of section.querySelectorAll(".output"))
      output.hidden = !formats.includes(output.dataset.format);
  }
  for (const holder of main.querySelectorAll("[data-format=html] .window")) fit(holder);
  showOutputs();
}

/** Give a web page the width that is chosen, made smaller where it has not that much room. */
function fit(holder) {
  const width = Number(chosen("width")[0]);
  const style = holder.firstElementChild.style;
  const scale = width ? Math.min(1, holder.clientWidth / width) : 1;
  style.setProperty("--page-width", width ? `${width}px` : "100%");
  style.setProperty("--scale", scale);
}

const sizes = new ResizeObserver((entries) => entries.forEach((entry) => fit(entry.target)));

// ---- editions ----------------------------------------------------------------------------------

function clone(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

function addEdition(number, source) {
  const section = clone("edition");
  const title = section.querySelector("h2");
  title.id = `edition-${number}`;
  title.textContent = source;
  section.setAttribute("aria-labelledby", title.id);
  section.querySelector(".source").textContent = source;
  section.querySelector(".error pre").setAttribute("aria-label", `error of ${source}`);
  for (const output of section.querySelectorAll(".output")) {
    const format = output.dataset.format;
    const name = `${source} as ${{ html: "web page", pdf: "PDF", text: "plain text" }[format]}`;
    const view = output.querySelector(".window");
    if (format === "text") view.setAttribute("aria-label", name);
    else view.firstElementChild.title = name;
    const link = output.querySelector("a");
    link.href = `${number}/${format}`;
    link.setAttribute("aria-label", `open alone: ${name}`);
  }
  const holder = section.querySelector("[data-format=html] .window");
  holder.firstElementChild.addEventListener("load", (event) => opened(event.target));
  sizes.observe(holder);
  main.append(section);

  const choice = clone("choice");
  choice.firstElementChild.value = number;
  choice.lastElementChild.textContent = source;
  which.append(choice);
  which.hidden = number === 0;
}

function showEdition(section, edition, number) {
  const { made, error, notes } = edition;
  section.querySelector(".busy").hidden = state.converting !== number;
  section.setAttribute("aria-busy", state.converting === number);
  section.classList.toggle("is-old", edition.is_old);
  section.querySelector(".error").hidden = !error;
  section.querySelector(".error pre").textContent = error;
  section.querySelector(".old").hidden = !edition.is_old;
  section.querySelector(".proof").textContent = made ? made.proof : "";
  section.querySelector(".outputs").hidden = !made;
  showNotes(section.querySelector(".notes"), notes);
  if (!made) return;
  const title = section.querySelector("h2");
  Object.assign(title, { textContent: made.headline, lang: made.lang, dir: made.dir });
  const choice = which.querySelector(`[value="${number}"] + span`);
  const names = new Intl.DisplayNames([made.lang], { type: "language" });
  Object.assign(choice, { textContent: names.of(made.lang), lang: made.lang, dir: made.dir });
}

function showNotes(details, notes) {
  details.hidden = !notes.length;
  details.querySelector("summary").textContent = notes.length === 1 ? "1 note" : `${notes.length} notes`;
  const items = notes.map((note) => {
    const item = document.createElement("li");
    item.textContent = note;
    return item;
  });
  details.querySelector("ul").replaceChildren(...items);
}

// ---- outputs -----------------------------------------------------------------------------------

/** Load what is shown and has changed. What is hidden waits until it is chosen. */
function showOutputs() {
  for (const [number, section] of [...main.children].entries()) {
    const made = state.editions[number]?.made;
    if (!made || section.hidden) continue;
    for (const output of section.querySelectorAll(".output:not([hidden])"))
      showOutput(output, number, made);
  }
}

/** Write a size in thousands of bytes, as the links between the formats do. */
function size(bytes) {
  const kilobytes = Math.max(Math.round(bytes / 1000), 1);
  if (kilobytes < 1000) return `${kilobytes} kB`;
  const megabytes = bytes / 1e6;
  return `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`;
}

function showOutput(output, number, made) {
  const format = output.dataset.format;
  const { sha256, bytes } = made.outputs[format];
  if (output.dataset.sha256 === sha256) return;
  output.dataset.sha256 = sha256;
  const address = new URL(`${number}/${format}?${sha256.slice(0, 16)}`, document.baseURI).href;
  output.querySelector(".size").textContent = size(bytes);
  if (format === "text") showText(output.querySelector("pre"), address, made);
  else turnTo(output.querySelector("iframe"), address);
}

/** Show another document in a frame, without a step in the history of the browser. */
function turnTo(frame, address) {
  const view = frame.contentWindow;
  if (frame.sandbox.length) frame.place = [view.scrollX, view.scrollY];
  view.location.replace(address);
}

/** Take up the reader's place in a web page, and keep its links from leading elsewhere. */
function opened(frame) {
  const view = frame.contentWindow;
  if (frame.place) view.scrollTo(...frame.place);
  view.document.addEventListener("click", (event) => {
    const target = event.target.closest?.("a[href]")?.getAttribute("href");
    if (!target || target.startsWith("#")) return;
    event.preventDefault();
    if (!showFile(target)) say(`Links are not followed here. This one leads to ${target}`);
  });
}

/** Show the output that a link leads to by its file name, if it is here. */
function showFile(target) {
  const name = target.split(/[?#]/)[0].split("/").pop();
  for (const [number, { made }] of state.editions.entries())
    for (const [format, output] of Object.entries(made?.outputs ?? {})) {
      if (output.name !== name) continue;
      form.querySelector(`[name=format][value=${format}]`).checked = true;
      if (main.children[number].hidden) form.querySelector(`[name=edition][value="${number}"]`).checked = true;
      form.dispatchEvent(new Event("change"));
      const shown = main.children[number].querySelector(`[data-format=${format}]`);
      shown.scrollIntoView({ block: "nearest" });
      shown.querySelector("a").focus();
      say(`Shows ${name}`);
      return true;
    }
  return false;
}

async function showText(pre, address, made) {
  const place = [pre.scrollLeft, pre.scrollTop];
  const answer = await fetch(address);
  pre.textContent = await answer.text();
  pre.classList.toggle("is-visual", made.is_visual);
  Object.assign(pre, { lang: made.lang, dir: made.is_visual ? "ltr" : made.dir });
  [pre.scrollLeft, pre.scrollTop] = place;
}

// ---- what happens ------------------------------------------------------------------------------

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

/** Say what came of the conversions since `before`. */
function tell(before) {
  if (state.converting !== null) return say(`Converting ${state.editions[state.converting].source} …`);
  const news = state.editions.filter((one, number) => one.n_conversions !== before[number]?.n_conversions);
  if (!news.length) return say("Up to date");
  const time = new Date().toLocaleTimeString("en-GB");
  const parts = news.map((one) => `${one.source} ${one.error ? "has an error" : "is up to date"}`);
  return say(`${parts.join(", ")} (${time})`);
}

function receive(event) {
  const before = state.editions;
  state = JSON.parse(event.data);
  for (const [number, edition] of state.editions.entries()) {
    if (!main.children[number]) addEdition(number, edition.source);
    showEdition(main.children[number], edition, number);
  }
  if (!before.length) begin();
  applyChoices();
  tell(before);
}

/** One edition has room for its formats side by side; several stand beside each other. */
function begin() {
  if (state.editions.length === 1 && window.innerWidth >= 1000)
    for (const input of form.elements) if (input.name === "format") input.checked = true;
  restoreChoices();
}

form.addEventListener("change", () => {
  keepChoices();
  applyChoices();
});
form.addEventListener("submit", (event) => event.preventDefault());

const events = new EventSource("events");
events.addEventListener("message", receive);
events.addEventListener("error", () => say("No connection to pressconv: is it still running?"));
