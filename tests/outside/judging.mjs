// A tab of Chromium → what axe-core says of the page in it, and what does not fit into the window.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const require = createRequire(import.meta.url);
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

/** Runs in the page: what a reader could not see without scrolling sideways, or at all. */
function measure() {
  const root = document.scrollingElement;
  const name = (element) =>
    element.localName + (element.id ? `#${element.id}` : "") +
    [...element.classList].map((part) => `.${part}`).join("");
  const hides = (value) => value === "hidden" || value === "clip";
  const isClipped = (element) => {
    const style = getComputedStyle(element);
    // A box of one pixel hides its text on purpose: only screen readers are meant to find it.
    if (element.clientWidth <= 1 || element.clientHeight <= 1) return false;
    return (
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  };
  const withText = [...document.body.querySelectorAll("*")].filter((element) => element.textContent.trim());
  return {
    overflow:
      root.scrollWidth > root.clientWidth
        ? { scrollWidth: root.scrollWidth, clientWidth: root.clientWidth }
        : null,
    clipped: withText.filter(isClipped).map(name),
  };
}

/** One axe result as the tests want it: the rule, and each element that it speaks of. */
function brief({ id, impact, help, tags, nodes }) {
  const elements = nodes.map((node) => ({
    target: node.target.flat().join(" "),
    html: node.html,
    summary: node.failureSummary ?? "",
  }));
  return { id, impact, help, tags, elements };
}

/** Returns what is wrong with the page that a tab shows; what stands in frames is not looked at. */
export async function judge(tab) {
  const measured = await tab.evaluate(measure);
  await tab.evaluate(AXE);
  const run = (tags) => globalThis.axe.run(document, { runOnly: tags, iframes: false });
  const found = await tab.evaluate(run, AXE_TAGS);
  return {
    violations: found.violations.map(brief),
    incomplete: found.incomplete.map(brief),
    passes: found.passes.length,
    ...measured,
  };
}
