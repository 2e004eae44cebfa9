// What all programs do that look at pages in Chromium: start it, open a tab, wait for the fonts.
//
// The browser is the program that the environment variable CHROMIUM names.

import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";

import puppeteer from "puppeteer-core";

const MOST_TABS = 4; // at once: each takes memory
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage", // containers give /dev/shm 64 MB, less than a long page takes
];

/** WCAG 2.2 SC 1.4.12: a reader may ask for this much space, and must lose nothing by it. */
export const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Returns what `work` makes of a browser, and closes it whatever happens. */
export async function withBrowser(work) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: FLAGS,
    headless: true,
    pipe: true,
  }); // without userDataDir, puppeteer makes a profile and removes it again
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Returns what `work` makes of each of `orders` in a fresh tab, in their order; as many at once as
 * there are cores, or `most`.
 */
export async function inTabs(browser, orders, work, most = MOST_TABS) {
  const found = [];
  const left = orders.entries();
  const worker = async () => {
    for (const [index, order] of left) found[index] = await withTab(browser, (tab) => work(tab, order));
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), most) }, worker));
  return found;
}

/** Returns what `work` makes of a fresh tab, and closes it whatever happens. */
export async function withTab(browser, work) {
  const tab = await browser.newPage();
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
}

/**
 * Shows a tab as to a reader who asks the system for some `features`, by name; light pages and
 * nothing else where nothing is said. Puppeteer itself knows no forced colours.
 */
export async function emulate(tab, features = {}, media = "screen") {
  const asked = { "prefers-color-scheme": "light", "forced-colors": "none", ...features };
  const session = await tab.createCDPSession();
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: true }); // behind other tabs too
  await session.send("Emulation.setEmulatedMedia", {
    media,
    features: Object.entries(asked).map(([name, value]) => ({ name, value })),
  });
}

/** Opens a file in a tab, adds a style if one is given, and waits until its fonts are there. */
export async function open(tab, path, style) {
  await tab.goto(pathToFileURL(path).href, { waitUntil: "load" });
  if (style) await tab.addStyleTag({ content: style });
  await tab.evaluate("document.fonts.ready.then(() => null)");
}
