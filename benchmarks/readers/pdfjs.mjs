// Files → the text that pdf.js finds in each, as a JSON list: pdfjs.mjs FOLDER-OF-PDFJS FILE…
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));

const texts = [];
for (const file of files) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    verbosity: 0,
  });
  const pdf = await task.promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    text += items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n";
  }
  texts.push(text);
  await task.destroy();
}
process.stdout.write(JSON.stringify(texts));
