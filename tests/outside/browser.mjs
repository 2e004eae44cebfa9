// Web pages → what axe-core and a real browser say of them, as JSON.
//
// One Chromium serves every page in every mode; each pair gets a fresh tab, so that no mode leaves
// anything behind for the next. Nothing is fetched: what is not a file: or data: address is
// refused, and reported.
//
// stdin:  {"pages": [{"name", "path"}], "modes": ["light", …], "screenshots": folder or null}
// stdout: [{"name", "mode", "violations", "incomplete", "passes", "overflow", "clipped",
//           "requests", "errors"}], in the order of pages, then modes

import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

import { open, withBrowser, withTab } from "./chromium.mjs";

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// WCAG 2.2 SC 1.4.12: a reader may ask for this much space, and must lose nothing by it.
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }`;

const WIDE = { width: 1280, height: 800 };
const MODES = {
  light: { viewport: WIDE, scheme: "light" },
  dark: { viewport: WIDE, scheme: "dark" },
  narrow: { viewport: { width: 320, height: 640 }, scheme: "light" }, // WCAG 2.2 SC 1.4.10
  spacing: { viewport: WIDE, scheme: "light", style: TEXT_SPACING },
};

const require = createRequire(import.meta.url);
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

/** Runs in the page: what a reader could not see without scrolling sideways, or at all. */
function measure() {
  const root = document.scrollingElement;
  const name = (element) =>
    element.localName + (element.id ? `#${element.id}` : "") +
    [...element.classList].map((part) => `.${part}`).join("");
  const hides = (value) => value === "hidden" || value === "clip";
  const isClipped = (element) => {
    const style = getComputedStyle(element);
    // A box of one pixel hides its text on purpose: only screen readers are meant to find it.
    if (element.clientWidth <= 1 || element.clientHeight <= 1) return false;
    return (
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  };
  const withText = [...document.body.querySelectorAll("*")].filter((element) => element.textContent.trim());
  return {
    overflow:
      root.scrollWidth > root.clientWidth
        ? { scrollWidth: root.scrollWidth, clientWidth: root.clientWidth }
        : null,
    clipped: withText.filter(isClipped).map(name),
  };
}

/** One axe result as the tests want it: the rule, and each element that it speaks of. */
function brief({ id, impact, help, tags, nodes }) {
  const elements = nodes.map((node) => ({
    target: node.target.flat().join(" "),
    html: node.html,
    summary: node.failureSummary ?? "",
  }));
  return { id, impact, help, tags, elements };
}

/** Notes every request and error of a tab in two lists that go on growing. */
async function watch(tab, url) {
  const requests = [];
  const errors = [];
  await tab.setRequestInterception(true);
  tab.on("request", (request) => {
    const address = request.url();
    const { protocol } = new URL(address);
    if (address !== url && protocol !== "data:") requests.push(address);
    if (protocol === "file:" || protocol === "data:") request.continue();
    else request.abort();
  });
  tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  tab.on("pageerror", (error) => errors.push(String(error)));
  return { requests, errors };
}

async function examine(tab, { name, path }, mode, screenshots) {
  const { viewport, scheme, style } = MODES[mode];
  await tab.setBypassCSP(true); // the page's own policy would keep axe out
  await tab.setViewport(viewport);
  await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  const noted = await watch(tab, pathToFileURL(path).href);
  await open(tab, path, style);
  const measured = await tab.evaluate(measure);
  await tab.evaluate(AXE);
  const run = (tags) => globalThis.axe.run(document, { runOnly: tags });
  const found = await tab.evaluate(run, AXE_TAGS);
  if (screenshots) await tab.screenshot({ path: join(screenshots, `${name}.${mode}.png`), fullPage: true });
  return {
    name,
    mode,
    violations: found.violations.map(brief),
    incomplete: found.incomplete.map(brief),
    passes: found.passes.length,
    ...measured,
    ...noted,
  };
}

async function main() {
  const { pages, modes, screenshots } = JSON.parse(await text(process.stdin));
  const unknown = modes.filter((mode) => !(mode in MODES));
  if (unknown.length) throw new Error(`unknown modes: ${unknown.join(", ")}`);
  if (screenshots) await mkdir(screenshots, { recursive: true });
  const results = await withBrowser(async (browser) => {
    const found = [];
    for (const page of pages)
      for (const mode of modes)
        found.push(await withTab(browser, (tab) => examine(tab, page, mode, screenshots)));
    return found;
  });
  process.stdout.write(JSON.stringify(results));
}

await main();
