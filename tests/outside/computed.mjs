// How elements of pages are shown: the computed values of some properties.
//
// stdin:  {"pages": [path, …], "selector": CSS selector, "properties": [name, …],
//          "pseudo": "::before" or another part of each, else the elements themselves}
// stdout: [{"values": [[tag, [value, …]], …], "refused": [what the page's own policy kept out, …]}, …]

import { text } from "node:stream/consumers";

import { open, withBrowser, withTab } from "./chromium.mjs";

/** Runs in the page. */
function values(selector, properties, pseudo) {
  return [...document.querySelectorAll(selector)].map((element) => {
    const style = getComputedStyle(element, pseudo);
    return [element.localName, properties.map((name) => style.getPropertyValue(name))];
  });
}

const { pages, selector, properties, pseudo } = JSON.parse(await text(process.stdin));
const results = await withBrowser(async (browser) => {
  const found = [];
  for (const path of pages)
    found.push(
      await withTab(browser, async (tab) => {
        const refused = [];
        tab.on("console", (message) => {
          if (message.text().includes("Content Security Policy")) refused.push(message.text());
        });
        await open(tab, path);
        return { values: await tab.evaluate(values, selector, properties, pseudo), refused };
      }),
    );
  return found;
});
process.stdout.write(JSON.stringify(results));
