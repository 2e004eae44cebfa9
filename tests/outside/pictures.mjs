// Web pages → PNG files of them, as Chromium shows them to readers with one setting or another.
//
// stdin:  [{"page": path, "picture": path, "width": pixels, "scheme": "light" or "dark",
//           "forced": whether the system's few colours replace the page's, "media": "screen" or "print"}, …]
// The browser is the program that the environment variable CHROMIUM names.

import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

import puppeteer from "puppeteer-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"];
const HEIGHT = 800;
const MAX_HEIGHT = 16000; // Chromium draws no taller picture: it repeats what it has

async function take(browser, { page, picture, width, scheme, forced, media }) {
  const tab = await browser.newPage();
  try {
    await tab.setViewport({ width, height: HEIGHT });
    const session = await tab.createCDPSession(); // puppeteer itself knows no forced colours
    const features = [
      { name: "prefers-color-scheme", value: scheme },
      { name: "forced-colors", value: forced ? "active" : "none" },
    ];
    await session.send("Emulation.setEmulatedMedia", { media, features });
    await tab.goto(pathToFileURL(page).href, { waitUntil: "load" });
    await tab.evaluate("document.fonts.ready.then(() => null)");
    const height = await tab.evaluate("document.documentElement.scrollHeight");
    const clip = { x: 0, y: 0, width, height: Math.min(height, MAX_HEIGHT) };
    await tab.screenshot({ path: picture, clip, captureBeyondViewport: true });
  } finally {
    await tab.close();
  }
}

const orders = JSON.parse(await text(process.stdin));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: FLAGS,
  headless: true,
  pipe: true,
});
try {
  for (const order of orders) await take(browser, order);
} finally {
  await browser.close();
}
