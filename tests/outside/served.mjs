// How pages load from a server that lets nothing inline: what they ask for, weigh, move and show.
//
// Serves a folder on 127.0.0.1, with the policy as a header, and /favicon.ico as a site does. Images
// come late, so that a page that has kept no room for them moves.
//
// stdin:  {"folder", "pages": [path from there, …], "widths": [px, …], "policy": CSP or null,
//          "ratio": device pixels per CSS pixel, "selector", "properties": [name, …]}
// stdout: [{"page", "width", "refused": [policy violations], "errors": [of the console],
//           "failed": [requests that got no file], "requests": [{"path", "type"}],
//           "shift", "shifts": [what moved], "firstPaint": ms, "overflow": px,
//           "images": [{"src", "shown": [width, height], "natural": width}],
//           "values": [[tag, [value, …]], …]}, …], pages first, then widths

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { text } from "node:stream/consumers";

import { withBrowser, withTab } from "./chromium.mjs";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const LATE_MS = 200;
const SETTLED_MS = 200;

/** Returns what `work` makes of the address of a server of `folder`, and stops it. */
async function withServer(folder, policy, work) {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, "http://x").pathname));
    if (policy) response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
    if (path === "/favicon.ico") return response.end();
    try {
      const data = await readFile(join(folder, path));
      const isImage = TYPES[extname(path)]?.startsWith("image/");
      setTimeout(() => response.end(data), isImage ? LATE_MS : 0);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Runs in the page before anything of it does. */
function watchPage() {
  globalThis.noted = { shift: 0, shifts: [], refused: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      noted.shift += entry.value;
      for (const { node } of entry.sources)
        noted.shifts.push(`${node?.localName ?? node?.nodeName}.${node?.className ?? ""}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) =>
    noted.refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`),
  );
}

/** Runs in the page when it has loaded. */
async function examine(selector, properties, settled) {
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await new Promise((resolve) => setTimeout(resolve, settled));
  const root = document.scrollingElement;
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return {
    ...noted,
    firstPaint: paint?.startTime ?? null,
    overflow: root.scrollWidth - root.clientWidth,
    images: [...document.images].map((image) => {
      const { width, height } = image.getBoundingClientRect();
      const address = image.currentSrc.startsWith("data:") ? "data:" : image.currentSrc;
      return { src: address, shown: [width, height], natural: image.complete ? image.naturalWidth : 0 };
    }),
    values: [...document.querySelectorAll(selector)].map((element) => {
      const style = getComputedStyle(element);
      return [element.localName, properties.map((name) => style.getPropertyValue(name))];
    }),
  };
}

async function load(tab, address, width, { ratio, selector, properties }) {
  const errors = [];
  const failed = [];
  const requests = [];
  tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  tab.on("pageerror", (error) => errors.push(String(error)));
  tab.on("requestfailed", (request) => failed.push(request.url()));
  tab.on("response", (response) => {
    const { protocol, pathname } = new URL(response.url());
    if (protocol !== "http:") return;
    if (response.status() >= 400) failed.push(response.url());
    requests.push({ path: pathname, type: response.request().resourceType() });
  });
  await tab.setViewport({ width, height: 800, deviceScaleFactor: ratio ?? 1 });
  await tab.evaluateOnNewDocument(watchPage);
  await tab.goto(address, { waitUntil: "load" });
  const found = await tab.evaluate(examine, selector ?? "none", properties ?? [], SETTLED_MS);
  return { ...found, errors, failed, requests };
}

const order = JSON.parse(await text(process.stdin));
const results = await withServer(order.folder, order.policy, (root) =>
  withBrowser(async (browser) => {
    const found = [];
    for (const page of order.pages)
      for (const width of order.widths)
        found.push({
          page,
          width,
          ...(await withTab(browser, (tab) => load(tab, new URL(page, root).href, width, order))),
        });
    return found;
  }),
);
process.stdout.write(JSON.stringify(results));
