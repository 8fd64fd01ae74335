import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archiveJsonSchema } from "./archive-schema.ts";
import { archivedNames } from "./record-schemas.ts";

const docs = join(import.meta.dirname, "../../docs");

test("the schema in the documentation is the one that archives are read by", () => {
  const written: unknown = JSON.parse(readFileSync(join(docs, "archive-format.schema.json"), "utf8"));
  // To write it anew: node -e "import('./lib/exchange/archive-schema.ts').then(m => console.log(JSON.stringify(m.archiveJsonSchema(), null, 2)))"
  expect(written).toEqual(JSON.parse(JSON.stringify(archiveJsonSchema())));
});

test("every collection of an archive is described", () => {
  const text = readFileSync(join(docs, "archive-format.md"), "utf8");
  for (const name of archivedNames) expect(text).toContain(`\`${name}\``);
});
