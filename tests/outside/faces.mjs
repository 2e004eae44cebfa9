// Web pages → the faces in which Chromium draws them, as JSON.
//
// stdin:  [path, …]
// stdout: [[{"family", "embedded", "glyphs"}, …], …], in the order of the paths
// The browser is the program that the environment variable CHROMIUM names.

import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

import puppeteer from "puppeteer-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"];

async function faces(browser, path) {
  const tab = await browser.newPage();
  try {
    await tab.goto(pathToFileURL(path).href, { waitUntil: "load" });
    await tab.evaluate("document.fonts.ready.then(() => null)");
    const session = await tab.createCDPSession();
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument", { depth: 0 });
    const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "main *" });
    const found = new Map();
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      for (const { familyName: family, isCustomFont: embedded, glyphCount } of fonts) {
        const key = `${family} ${embedded}`;
        const glyphs = (found.get(key)?.glyphs ?? 0) + glyphCount;
        found.set(key, { family, embedded, glyphs });
      }
    }
    return [...found.values()];
  } finally {
    await tab.close();
  }
}

const paths = JSON.parse(await text(process.stdin));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: FLAGS,
  headless: true,
  pipe: true,
});
try {
  const results = [];
  for (const path of paths) results.push(await faces(browser, path));
  process.stdout.write(JSON.stringify(results));
} finally {
  await browser.close();
}
