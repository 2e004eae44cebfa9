// The page of a preview in Chromium, from the first look over changes of a release → what it shows.
//
// stdin:  {"address", "file": the release, "better", "broken": what it is changed to,
//          "picture": path or null}
// stdout: {"first", "wide", "dark", "linked", "changed", "broken", "mended": what is seen then,
//          "turned": the language that a link to another edition leads to, "viewer": where the PDF is,
//          "reports": what is wrong, by mode, "dom": the page as the script has made it,
//          "elsewhere": addresses outside preview and browser that were asked for, "errors"}

import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

import { withBrowser, withTab } from "./chromium.mjs";
import { judge } from "./judging.mjs";

const MODES = {
  light: { width: 1280, height: 800, scheme: "light" },
  dark: { width: 1280, height: 800, scheme: "dark" },
  narrow: { width: 320, height: 640, scheme: "light" }, // WCAG 2.2 SC 1.4.10
};

/** Runs in the page: what a reader sees of it. */
function look() {
  const shown = (element) => element && !element.hidden && element.textContent.trim();
  const editions = [...document.querySelectorAll(".edition")].map((section) => ({
    headline: section.querySelector("h2").textContent,
    lang: section.querySelector("h2").lang,
    proof: section.querySelector(".proof").textContent,
    error: shown(section.querySelector(".error")) || "",
    notes: [...section.querySelectorAll(".notes li")].map((item) => item.textContent),
    isOld: section.classList.contains("is-old"),
    page: section.querySelector("[data-format=html] iframe").contentDocument.body.innerText,
    isPageDark: section.querySelector("iframe").contentWindow.matchMedia("(prefers-color-scheme: dark)").matches,
    pageWidth: section.querySelector("iframe").contentWindow.innerWidth,
    scrolled: section.querySelector("iframe").contentWindow.scrollY,
    text: section.querySelector("[data-format=text] pre").textContent,
    textScrolled: section.querySelector("[data-format=text] pre").scrollTop,
  }));
  return { editions, status: document.querySelector(".status").textContent };
}

/** Runs in the page: choose what a label says, by the keyboard's means. */
function choose(name, value) {
  document.querySelector(`[name=${name}][value="${value}"]`).click();
}

const until = (tab, condition, ...values) => tab.waitForFunction(condition, { timeout: 60_000 }, ...values);

const pageHas = (words) =>
  document.querySelector("iframe")?.contentDocument?.body?.innerText.includes(words) &&
  document.querySelector("iframe").contentDocument.readyState === "complete";
const textHas = (words) => document.querySelector("[data-format=text] pre").textContent.includes(words);

async function judged(tab) {
  const reports = [];
  for (const [mode, { width, height, scheme }] of Object.entries(MODES)) {
    await tab.setViewport({ width, height });
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    reports.push({ name: "preview", mode, ...(await judge(tab)), requests: [], errors: [] });
  }
  await tab.setViewport(MODES.light);
  await tab.emulateMediaFeatures([]);
  return reports;
}

async function visit(tab, { address, file, better, broken, picture }) {
  const elsewhere = [];
  const errors = [];
  tab.on("request", (request) => {
    const isOurs = request.url().startsWith(address) || /^(data|about|chrome|chrome-extension):/.test(request.url());
    if (!isOurs) elsewhere.push(request.url());
  });
  tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  tab.on("pageerror", (error) => errors.push(String(error)));

  await tab.setViewport(MODES.light);
  await tab.goto(address, { waitUntil: "load" });
  await until(tab, (n) => document.querySelectorAll(".edition .outputs:not([hidden])").length === n, 2);
  await until(tab, pageHas, "");
  await tab.evaluate(choose, "format", "text");
  await until(tab, textHas, "\n");
  await until(tab, () => !document.querySelector("[aria-busy=true]"));
  const seen = { elsewhere, errors, first: await tab.evaluate(look), reports: await judged(tab) };

  // By the keyboard: the arrows go through the widths.
  await tab.focus("[name=width]:checked");
  for (const _ of [320, 768, 1280]) await tab.keyboard.press("ArrowRight");
  await until(tab, () => document.querySelector("iframe").contentWindow.innerWidth === 1280);
  seen.wide = await tab.evaluate(look);
  if (picture) await tab.screenshot({ path: picture });
  await tab.evaluate(choose, "scheme", "dark");
  const isDark = () => document.querySelector("iframe").contentWindow.matchMedia("(prefers-color-scheme: dark)").matches;
  await until(tab, isDark);
  seen.dark = await tab.evaluate(look);
  await tab.evaluate(choose, "width", "320");
  const follow = (selector) => document.querySelector("iframe").contentDocument.querySelector(selector).click();
  await tab.evaluate(follow, "a[href^=http]");
  seen.linked = await tab.evaluate(look);
  await tab.evaluate(choose, "edition", "0");
  await tab.evaluate(follow, "a[hreflang=ar]");
  seen.turned = await tab.evaluate(() => document.querySelector(".edition:not([hidden]) h2").lang);
  await tab.evaluate(choose, "edition", "all");

  // The browser's own viewer shows the PDF, in a frame of the page.
  await tab.evaluate(choose, "format", "pdf");
  const isOpen = (frame) => /\/0\/pdf/.test(frame.url());
  seen.viewer = (await tab.waitForFrame(isOpen, { timeout: 60_000 })).url();
  await tab.evaluate(choose, "format", "pdf");

  await tab.evaluate(() => {
    document.querySelector("iframe").contentWindow.scrollTo(0, 150);
    document.querySelector("[data-format=text] pre").scrollTop = 40;
  });
  await writeFile(file, better.text);
  await until(tab, pageHas, better.words);
  await until(tab, textHas, better.words);
  seen.changed = await tab.evaluate(look);

  await writeFile(file, broken.text);
  await until(tab, (words) => document.querySelector(".error pre").textContent.includes(words), broken.words);
  seen.broken = await tab.evaluate(look);
  seen.reports.push(...(await judged(tab)));
  seen.dom = await tab.content();

  await writeFile(file, better.text);
  await until(tab, () => document.querySelector(".error").hidden);
  seen.mended = await tab.evaluate(look);
  return seen;
}

const order = JSON.parse(await text(process.stdin));
const seen = await withBrowser((browser) => withTab(browser, (tab) => visit(tab, order)));
process.stdout.write(JSON.stringify(seen));
