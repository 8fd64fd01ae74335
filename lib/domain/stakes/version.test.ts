import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { modelVersion, sourceDigest } from "./version.ts";

const folder = new URL("./", import.meta.url);

/** Comments on lines of their own and white space may change freely; everything else may change a judgement. */
function meaning(source: string): string {
  return source
    .replace(/^\s*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, "")
    .replace(/\s+/g, " ")
    .trim();
}

function digestOfSources(): string {
  const hash = createHash("sha256");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !/^(?:version|testing)\.ts$/.test(name),
  );
  for (const name of names.toSorted())
    hash.update(`${name.replaceAll("\\", "/")}\n${meaning(readFileSync(new URL(name, folder), "utf8"))}\n`);
  return hash.digest("hex").slice(0, 16);
}

test("terms, weights and rules do not change without a new version and its digest", () => {
  expect(
    digestOfSources(),
    `Raise modelVersion (now ${modelVersion}) and record this digest in version.ts.`,
  ).toBe(sourceDigest);
});
