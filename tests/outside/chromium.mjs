// What all programs do that look at pages in Chromium: start it, open a tab, wait for the fonts.
//
// The browser is the program that the environment variable CHROMIUM names.

import { pathToFileURL } from "node:url";

import puppeteer from "puppeteer-core";

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

/** Returns what `work` makes of a fresh tab, and closes it whatever happens. */
export async function withTab(browser, work) {
  const tab = await browser.newPage();
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
}

/** Opens a file in a tab, adds a style if one is given, and waits until its fonts are there. */
export async function open(tab, path, style) {
  await tab.goto(pathToFileURL(path).href, { waitUntil: "load" });
  if (style) await tab.addStyleTag({ content: style });
  await tab.evaluate("document.fonts.ready.then(() => null)");
}
