// Web pages → what Chromium prints of them.
//
// stdin:  [path, …]
// stdout: [a PDF in base64, …], in their order

import { text } from "node:stream/consumers";

import { inTabs, open, withBrowser } from "./chromium.mjs";

async function print(tab, path) {
  await open(tab, path);
  return Buffer.from(await tab.pdf({ preferCSSPageSize: true })).toString("base64");
}

const pages = JSON.parse(await text(process.stdin));
const printed = await withBrowser((browser) => inTabs(browser, pages, print));
process.stdout.write(JSON.stringify(printed));
