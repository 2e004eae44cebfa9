// Web pages → what a reader with little room, much space or a keyboard would lose, a line each.
//
// Where every piece of text stands is compared with the window, with what could cut it off and with
// the text beside it; every target is measured; the Tab key goes through the page once.
//
// stdin:  {"pages": [path, …], "settings": [{"width", "height", "spacing": bool, "features": {…}}, …]}
// stdout: [[fault, …], …], in the order of pages, then settings

import { text } from "node:stream/consumers";

import { TEXT_SPACING, emulate, inTabs, open, withBrowser } from "./chromium.mjs";
import { prepare } from "./inside.mjs";

/** Runs in the page: text outside the window, cut off, or under other text. */
function lostText() {
  const faults = [];
  const width = document.documentElement.clientWidth;
  const scrolls = (value) => value === "auto" || value === "scroll";
  const hides = (value) => value === "hidden" || value === "clip";
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px`);

  /** Says what the boxes around an element do to a piece of its text. */
  const judge = (element, box) => {
    let scrolled = false;
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.display === "inline") continue;
      const around = one.getBoundingClientRect();
      scrolled ||= scrolls(style.overflowX);
      const aside = hides(style.overflowX) && (box.left < around.left - 1 || box.right > around.right + 1);
      const below = hides(style.overflowY) && (box.top < around.top - 1 || box.bottom > around.bottom + 1);
      if (aside || below) return `cut off by ${pathOf(one)}`;
    }
    const outside = box.left < -1 || box.right > width + 1;
    return outside && !scrolled ? `outside the window: ${Math.round(box.left)} to ${Math.round(box.right)} of ${width} px` : "";
  };

  /** Returns how far the ink of a text reaches above and below the line that its letters stand on. */
  const pen = document.createElement("canvas").getContext("2d");
  const inkOf = (text, style) => {
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const measured = pen.measureText(text);
    const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below, fontBoundingBoxAscent: ascent } = measured;
    return { above: ascent - above, high: above + below };
  };

  const lines = [];
  for (const node of textsOf(document.body)) {
    const element = node.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    if (!boxes.length) faults.push(`has no box: ${said(element)}`);
    const wrong = boxes.map((box) => judge(element, box)).find(Boolean);
    if (wrong) faults.push(`${wrong}: ${said(element)}`);
    const ink = inkOf(node.data, getComputedStyle(element));
    for (const { left, right, top } of boxes)
      lines.push({ left, right, top: top + ink.above, bottom: top + ink.above + ink.high, element });
  }

  // The highest and the lowest letter of a text need not meet: lines may share a little.
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1)) {
      if (other.top >= line.bottom) break;
      const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      const high = Math.min(line.bottom, other.bottom) - other.top;
      const share = high / Math.min(line.bottom - line.top, other.bottom - other.top);
      if (wide > 2 && share > 0.2)
        faults.push(`lies over ${said(other.element)} by ${Math.round(share * 100)} %: ${said(line.element)}`);
    }
  });
  return faults;
}

/**
 * Runs in the page: targets that are too small. WCAG 2.2 SC 2.5.8: 24 px, or a link in a line of
 * text, or so far from others that circles of 24 px around their middles would not touch.
 */
function smallTargets() {
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
  const shown = targets.filter((one) => !isHidden(one));
  const boxes = shown.map((one) => one.getBoundingClientRect());
  const isInText = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return [...textsOf(block)].some((node) => !node.parentElement.closest("a, button, summary"));
  };
  const isAlone = (index) => {
    const { left, right, top, bottom } = boxes[index];
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return boxes.every((box, other) => {
      const [aside, below] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
      return other === index || Math.hypot(aside, below) >= 12;
    });
  };
  return shown
    .filter((one, index) => Math.min(boxes[index].width, boxes[index].height) < 24 && !isInText(one) && !isAlone(index))
    .map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return `a target of ${Math.round(width)} × ${Math.round(height)} px: ${said(one)}`;
    });
}

/** Runs in the page: how what has the focus is shown; WCAG 2.2 SC 2.4.7, 2.4.11 and 1.4.11. */
function focused(ratio) {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const faults = [];
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const light = (colour) =>
    parsed(colour).slice(0, 3).map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
      .reduce((sum, one, index) => sum + one * [0.2126, 0.7152, 0.0722][index], 0);
  const [dark, bright] = [light(outlineColor), light(groundOf(element.parentElement))].sort((a, b) => a - b);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push("shows no outline");
  else if ((bright + 0.05) / (dark + 0.05) < ratio) faults.push(`has an outline of ${outlineColor}`);
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = [Math.min(Math.max((left + right) / 2, 1), innerWidth - 2), Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 2)];
  if (right - left < 2 || bottom <= 0 || top >= innerHeight) faults.push("is not in the window");
  else if (getComputedStyle(element).display !== "inline" && !element.contains(document.elementFromPoint(x, y)))
    faults.push("lies under something");
  const seen = (globalThis.seen ??= new Set());
  if (seen.has(element)) return null;
  seen.add(element);
  return faults.map((fault) => `in focus, ${fault}: ${said(element)}`);
}

/** Goes through the page with the Tab key, once. */
async function tabbed(tab) {
  const faults = [];
  const tabbable = "[...document.querySelectorAll(\"a[href], [tabindex='0']\")].filter((one) => one.checkVisibility()).length";
  const expected = await tab.evaluate(tabbable);
  let found = 0;
  for (; found <= expected; found++) {
    await tab.keyboard.press("Tab");
    const judged = await tab.evaluate(focused, 3);
    if (judged === null) break;
    faults.push(...judged);
  }
  if (found !== expected) faults.push(`the Tab key reaches ${found} of ${expected} targets`);
  return faults;
}

async function examine(tab, page, { width, height, spacing, features }) {
  await tab.setViewport({ width, height });
  await emulate(tab, features);
  await open(tab, page, spacing ? TEXT_SPACING : "");
  await tab.evaluate(prepare);
  return [...(await tab.evaluate(lostText)), ...(await tab.evaluate(smallTargets)), ...(await tabbed(tab))];
}

const { pages, settings } = JSON.parse(await text(process.stdin));
const orders = pages.flatMap((page) => settings.map((setting) => [page, setting]));
const results = await withBrowser((browser) =>
  inTabs(browser, orders, (tab, [page, setting]) => examine(tab, page, setting)),
);
process.stdout.write(JSON.stringify(results));
