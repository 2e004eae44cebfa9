// Web pages → which colours stand on which, as Chromium computes them, each pair with one place.
//
// stdin:  {"pages": [path, …], "settings": [{"features": {…}, "media": "screen" or "print"}, …]}
// stdout: [{"texts": {"#rrggbb on #rrggbb": path}, "rules": {the same}, "generated": [path, …]}, …],
//         in the order of pages, then settings. Rules are borders and underlines; what is generated
//         is text that only a style sheet knows.

import { text } from "node:stream/consumers";

import { emulate, inTabs, open, withBrowser } from "./chromium.mjs";
import { prepare } from "./inside.mjs";

/** Runs in the page. */
function colours() {
  const texts = {};
  const rules = {};
  const hex = (colour) =>
    "#" + parsed(colour).slice(0, 3).map((one) => Math.round(one).toString(16).padStart(2, "0")).join("");
  const note = (found, colour, ground, element) => {
    if (parsed(colour)[3] === 0) return;
    found[`${hex(colour)} on ${hex(groundOf(ground))}`] ??= pathOf(element);
  };
  for (const { parentElement: element } of textsOf(document.body))
    note(texts, getComputedStyle(element).color, element, element);

  const generated = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (isHidden(element)) continue;
    const style = getComputedStyle(element);
    if (style.display === "list-item" && style.listStyleType !== "none")
      note(texts, getComputedStyle(element, "::marker").color, element, element);
    for (const side of ["top", "right", "bottom", "left"])
      if (style[`border-${side}-style`] !== "none" && parseFloat(style[`border-${side}-width`]) > 0)
        note(rules, style[`border-${side}-color`], element.parentElement, element);
    if (style.textDecorationLine !== "none") note(rules, style.textDecorationColor, element, element);
    for (const part of ["::before", "::after"])
      if (!["none", "normal"].includes(getComputedStyle(element, part).content)) generated.push(pathOf(element) + part);
  }
  return { texts, rules, generated };
}

const { pages, settings } = JSON.parse(await text(process.stdin));
const orders = pages.flatMap((page) => settings.map((setting) => [page, setting]));
const results = await withBrowser((browser) =>
  inTabs(browser, orders, async (tab, [page, { features, media }]) => {
    await emulate(tab, features, media);
    await open(tab, page);
    await tab.evaluate(prepare);
    return tab.evaluate(colours);
  }),
);
process.stdout.write(JSON.stringify(results));
