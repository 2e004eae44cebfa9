// Web pages → PNG files of them, as Chromium shows them to readers with one setting or another.
//
// stdin:  [{"page": path, "picture": path, "width": pixels, "scheme": "light" or "dark",
//           "forced": whether the system's few colours replace the page's, "media": "screen" or "print"}, …]

import { text } from "node:stream/consumers";

import { emulate, open, withBrowser, withTab } from "./chromium.mjs";

const HEIGHT = 800;
const MAX_HEIGHT = 16000; // Chromium draws no taller picture: it repeats what it has

async function take(tab, { page, picture, width, scheme, forced, media }) {
  await tab.setViewport({ width, height: HEIGHT });
  const features = { "prefers-color-scheme": scheme, "forced-colors": forced ? "active" : "none" };
  await emulate(tab, features, media);
  await open(tab, page);
  const height = await tab.evaluate("document.documentElement.scrollHeight");
  const clip = { x: 0, y: 0, width, height: Math.min(height, MAX_HEIGHT) };
  await tab.screenshot({ path: picture, clip, captureBeyondViewport: true });
}

const orders = JSON.parse(await text(process.stdin));
await withBrowser(async (browser) => {
  for (const order of orders) await withTab(browser, (tab) => take(tab, order));
});
