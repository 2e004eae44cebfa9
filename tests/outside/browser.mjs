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

import { TEXT_SPACING, emulate, inTabs, open, withBrowser } from "./chromium.mjs";
import { judge } from "./judging.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 }; // WCAG 2.2 SC 1.4.10
const DARK = { "prefers-color-scheme": "dark" };
const FORCED = { "forced-colors": "active" };
const MORE = { "prefers-contrast": "more" };
const MODES = {
  light: {},
  dark: { features: DARK },
  narrow: { viewport: NARROW },
  spacing: { style: TEXT_SPACING },
  forced: { features: FORCED },
  "forced-dark": { features: { ...FORCED, ...DARK } },
  more: { features: MORE },
  "more-dark": { features: { ...MORE, ...DARK } },
  still: { features: { "prefers-reduced-motion": "reduce" } },
  paper: { media: "print", viewport: { width: 794, height: 1123 } }, // A4, as CSS has it
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
  const { viewport = WIDE, media, features, style } = MODES[mode];
  await tab.setBypassCSP(true); // the page's own policy would keep axe out
  await tab.setViewport(viewport);
  await emulate(tab, features, media);
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
  const orders = pages.flatMap((page) => modes.map((mode) => [page, mode]));
  // Chromium may wait for ever for a picture of a tab that another one stands before.
  const most = screenshots ? 1 : undefined;
  const results = await withBrowser((browser) =>
    inTabs(browser, orders, (tab, [page, mode]) => examine(tab, page, mode, screenshots), most),
  );
  process.stdout.write(JSON.stringify(results));
}

await main();
