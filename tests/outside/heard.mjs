// Web pages → what reaches those who do not see them, and what only those who see would get.
//
// stdin:  [path, …]
// stdout: [{"tree": node, "generated": [[media, element, what], …], "unstyled": {"text": […], "notes": […]},
//           "tops": [[text, top, bottom], …]}, …], in the order of the paths.
//         A node of the accessibility tree is {"role", "name", "level", "url", "children"}; a text
//         is one with the role "text". Nodes that Chromium ignores are left out, their children not.

import { text } from "node:stream/consumers";

import { open, withBrowser, withTab } from "./chromium.mjs";

const NARROW = { width: 320, height: 640 }; // WCAG 2.2 SC 1.4.10
const MEDIA = ["screen", "print"];
// A header or footer that is no landmark has another role in every other version of Chromium.
const TRANSPARENT = new Set(["generic", "none", "sectionheader", "sectionfooter"]);

function brief(node, nodes) {
  const children = (node.childIds ?? []).flatMap((id) => (nodes.has(id) ? brief(nodes.get(id), nodes) : []));
  const role = node.role?.value ?? "none";
  if (role === "StaticText") return [{ role: "text", name: node.name.value, children: [] }];
  if (role === "InlineTextBox") return [];
  const name = node.name?.value ?? "";
  if (node.ignored || (TRANSPARENT.has(role) && !name)) return children;
  const property = (key) => node.properties?.find((one) => one.name === key)?.value.value;
  return [{ role, name, level: property("level"), url: property("url"), children }];
}

async function tree(tab) {
  const session = await tab.createCDPSession();
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const [root] = nodes;
  return { ...brief(root, new Map(nodes.map((node) => [node.nodeId, node])))[0], url: undefined };
}

/** Runs in the page: what style sheets put beside the text, and markers of lists that they spell. */
function generated(media) {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    const note = (what) => found.push([media, element.localName, what]);
    for (const pseudo of ["::before", "::after", "::marker"]) {
      const { content } = getComputedStyle(element, pseudo);
      if (!["none", "normal"].includes(content)) note(`${pseudo} ${content}`);
    }
    const { listStyleType, content } = getComputedStyle(element);
    if (/^["']/.test(listStyleType)) note(listStyleType);
    if (!["none", "normal"].includes(content) && element.localName !== "img") note(content);
  }
  return found;
}

/** Runs in the page: where each block of text, or row of a table, begins and ends. */
function tops() {
  const blocks = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, figcaption, tr, [role=doc-footnote]";
  const isBlock = (element) => !element.querySelector(blocks) && element.textContent.trim();
  return [...document.querySelector("main").querySelectorAll(blocks)].filter(isBlock).map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return [element.textContent.trim(), top, bottom];
  });
}

/** Runs in the page: its lines without any style, and those of its notes. */
function unstyled() {
  for (const sheet of document.querySelectorAll("style, link[rel=stylesheet]")) sheet.remove();
  const lines = (element) => element.innerText.split(/[\n\t]+/).filter((line) => line.trim());
  const all = (selector) => [...document.querySelectorAll(selector)];
  for (const one of all("[role=doc-noteref], [role=doc-backlink], rt, rp, [aria-hidden=true]")) one.remove();
  for (const image of all("main img")) {
    const words = document.createElement("div");
    words.textContent = image.alt;
    image.replaceWith(words);
  }
  for (const end of all("main br")) end.replaceWith(" ");
  const notes = all("[role=doc-footnote]").flatMap(lines);
  for (const one of all("[role=doc-endnotes]")) one.remove();
  return { text: lines(document.querySelector("main")), notes };
}

async function look(tab, path) {
  await tab.setViewport(NARROW);
  await open(tab, path);
  const found = { tree: await tree(tab), generated: [], tops: await tab.evaluate(tops) };
  for (const media of MEDIA) {
    await tab.emulateMediaType(media);
    found.generated.push(...(await tab.evaluate(generated, media)));
  }
  await tab.emulateMediaType("screen");
  return { ...found, unstyled: await tab.evaluate(unstyled) };
}

const paths = JSON.parse(await text(process.stdin));
const results = await withBrowser(async (browser) => {
  const found = [];
  for (const path of paths) found.push(await withTab(browser, (tab) => look(tab, path)));
  return found;
});
process.stdout.write(JSON.stringify(results));
