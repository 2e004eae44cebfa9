// Web pages → where Chromium shows each character, and what box each element makes, as JSON.
//
// stdin:  {"pages": [path, …], "widths": [pixels, …]}
// stdout: [{"kinds": [[tag, kind], …], "texts": [[text, [[left, right, top, bottom] or null, …]], …]}, …]
//         in the order of pages, then widths. Elements and text nodes are those of the body, in the
//         order of the page; a character is a code point, and has null where nothing shows it.

import { text } from "node:stream/consumers";

import { open, withBrowser, withTab } from "./chromium.mjs";

const HEIGHT = 800;

/** Runs in the page. */
function positions() {
  const replaced = new Set(["img", "svg", "video", "audio"]);
  const kind = (element) => {
    const style = getComputedStyle(element);
    if (style.display === "none") return "none";
    const isOut = style.float !== "none" || ["absolute", "fixed"].includes(style.position);
    if (isOut || style.display === "ruby-text") return "out";
    if (style.display.startsWith("inline-") || replaced.has(element.localName)) return "atomic";
    return ["inline", "contents", "ruby"].includes(style.display) ? "inline" : "block";
  };
  const walk = (what) => {
    const walker = document.createTreeWalker(document.body, what);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const range = document.createRange();
  const place = (node, start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    const shown = [...range.getClientRects()].find((rect) => rect.width > 0);
    return shown ? [shown.left, shown.right, shown.top, shown.bottom] : null;
  };
  const places = (node) => {
    let at = 0;
    return [...node.data].map((character) => place(node, at, (at += character.length)));
  };
  return {
    kinds: walk(NodeFilter.SHOW_ELEMENT).map((element) => [element.localName, kind(element)]),
    texts: walk(NodeFilter.SHOW_TEXT).map((node) => [node.data, places(node)]),
  };
}

async function look(tab, path, width) {
  await tab.setViewport({ width, height: HEIGHT });
  await open(tab, path);
  return await tab.evaluate(positions);
}

const { pages, widths } = JSON.parse(await text(process.stdin));
const results = await withBrowser(async (browser) => {
  const seen = [];
  for (const path of pages)
    for (const width of widths) seen.push(await withTab(browser, (tab) => look(tab, path, width)));
  return seen;
});
process.stdout.write(JSON.stringify(results));
