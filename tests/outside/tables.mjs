// Web pages → where their tables stand in windows of some widths, and their print.
//
// stdin:  {"pages": [path, …], "widths": [px, …], "folder": path}
// stdout: [{"windows": [{"sideways": px, "tables": [{"left", "right", "hidden"}, …]}, …], "print": path}, …]

import { join } from "node:path";
import { text } from "node:stream/consumers";

import { emulate, inTabs, open, withBrowser } from "./chromium.mjs";

/** Runs in the page: how far it scrolls sideways, the edges of the tables and what they hide. */
function placed() {
  const root = document.scrollingElement;
  const tables = [...document.querySelectorAll(".pc-scroll")].map((one) => {
    const { left, right } = one.getBoundingClientRect();
    return { left, right: root.clientWidth - right, hidden: one.scrollWidth - one.clientWidth };
  });
  return { sideways: root.scrollWidth - root.clientWidth, tables };
}

const { pages, widths, folder } = JSON.parse(await text(process.stdin));
const found = await withBrowser((browser) =>
  inTabs(browser, [...pages.entries()], async (tab, [index, page]) => {
    const windows = [];
    await emulate(tab);
    for (const width of widths) {
      await tab.setViewport({ width, height: 800 });
      await open(tab, page);
      windows.push(await tab.evaluate(placed));
    }
    await emulate(tab, {}, "print");
    const print = join(folder, `${index}.pdf`);
    await tab.pdf({ path: print, preferCSSPageSize: true });
    return { windows, print };
  }),
);
process.stdout.write(JSON.stringify(found));
