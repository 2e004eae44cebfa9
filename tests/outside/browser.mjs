// Web pages → what axe-core and a real browser say of them, as JSON.
//
// One Chromium serves every page in every mode; each pair gets a fresh tab, so that no mode leaves
// anything behind for the next. Nothing is fetched: what is not a file: or data: address is
// refused, and reported.
//
// stdin:  {"pages": [{"name", "path"}], "modes": ["light", …], "screenshots": folder or null}
// stdout: [{"name", "mode", "violations", "incomplete", "passes", "overflow", "clipped",
//           "requests", "errors"}], in the order of pages, then modes

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

import { open, withBrowser, withTab } from "./chromium.mjs";
import { judge } from "./judging.mjs";

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
  const judged = await judge(tab);
  if (screenshots) await tab.screenshot({ path: join(screenshots, `${name}.${mode}.png`), fullPage: true });
  return {
    name,
    mode,
    ...judged,
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
