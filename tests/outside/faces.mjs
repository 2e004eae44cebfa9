// Web pages → the faces in which Chromium draws them, as JSON.
//
// stdin:  [path, …]
// stdout: [[{"family", "embedded", "glyphs"}, …], …], in the order of the paths

import { text } from "node:stream/consumers";

import { open, withBrowser, withTab } from "./chromium.mjs";

async function faces(tab, path) {
  await open(tab, path);
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
}

const paths = JSON.parse(await text(process.stdin));
const results = await withBrowser(async (browser) => {
  const found = [];
  for (const path of paths) found.push(await withTab(browser, (tab) => faces(tab, path)));
  return found;
});
process.stdout.write(JSON.stringify(results));
