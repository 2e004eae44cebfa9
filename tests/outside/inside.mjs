// What programs that run inside a page share: paths of elements, what is shown, on which ground.

/** Runs in the page, before the others. */
export function prepare() {
  const step = (element) => {
    const name = element.localName + [...element.classList].map((one) => `.${one}`).join("");
    const like = [...(element.parentElement?.children ?? [])].filter((one) => one.localName === element.localName);
    return like.length > 1 ? `${name}:nth-of-type(${like.indexOf(element) + 1})` : name;
  };
  globalThis.pathOf = (element) => {
    const steps = [];
    for (let one = element; one && one !== document.body; one = one.parentElement) steps.unshift(step(one));
    return steps.slice(-4).join(" > ");
  };
  globalThis.said = (element) => `${pathOf(element)} “${element.textContent.trim().slice(0, 30)}”`;
  // A box of one pixel hides its text on purpose: it shows when it has the focus.
  globalThis.isHidden = (element) => {
    for (let one = element; one; one = one.parentElement)
      if (one.offsetWidth === 1 && one.offsetHeight === 1) return true;
    return !element.checkVisibility({ visibilityProperty: true });
  };
  globalThis.parsed = (colour) => colour.match(/[\d.]+/g).map(Number);
  globalThis.textsOf = function* (root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.data.trim() && !isHidden(node.parentElement)) yield node;
  };
  globalThis.groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (parsed(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
}
