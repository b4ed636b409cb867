// Ace by DAISY over several EPUBs in one process: node ace.js OUT.json EPUB...
// Prints nothing; OUT.json leads from each EPUB to its failed assertions.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { createRequire } = require("node:module");

const [out, modules, ...books] = process.argv.slice(2);
const load = createRequire(path.join(modules, "from-here.js"));
const ace = load("@daisy/ace-core");
const runner = load("@daisy/ace-axe-runner-puppeteer");
load("@daisy/ace-logger").initLogger({ verbose: false, silent: true });

// The report nests: a file of the book, then what was asserted of it.
function failures(report) {
  return (report.assertions ?? []).flatMap((file) =>
    (file.assertions ?? []).map((one) => ({
      file: file["earl:testSubject"]?.url ?? "",
      rule: one["earl:test"]?.["dct:title"] ?? "",
      impact: one["earl:test"]?.["earl:impact"] ?? "",
      text: one["earl:result"]?.["dct:description"] ?? "",
      where: one["earl:result"]?.html ?? "",
    }))
  );
}

async function main() {
  const found = {};
  for (const book of books) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ace-"));
    try {
      const options = { outdir: folder, tmpdir: folder, silent: true, jobId: "", lang: "en" };
      const [, report] = await ace(book, { cwd: process.cwd(), ...options }, runner);
      found[book] = failures(report);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
  fs.writeFileSync(out, JSON.stringify(found));
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
