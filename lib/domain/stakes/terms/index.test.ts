import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conceptIds } from "../concepts.ts";
import { tokens } from "../text.ts";
import { termFiles } from "./index.ts";
import { languages, termsOf } from "./term-file.ts";

/** Parts of a language's file and the folder's own machinery. */
const noLanguage = new Set([
  "index.ts",
  "index.test.ts",
  "term-file.ts",
  "en-capital.ts",
  "en-life.ts",
  "en-markers.ts",
  "en-negative.ts",
  "en-office.ts",
  "en-trade.ts",
]);

test("every file of the folder is in the list, and every language has a file", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter((name) => !noLanguage.has(name));
  expect(files.map((name) => name.replace(".ts", "")).toSorted()).toEqual(
    termFiles.map((file) => file.language).toSorted(),
  );
  expect(termFiles.map((file) => file.language).toSorted()).toEqual(languages.toSorted());
});

describe.each(termFiles.map((file) => [file.language, file] as const))("terms in %s", (_, file) => {
  test("belong to known concepts and are never empty", () => {
    for (const [concept, words] of Object.entries(file.terms)) {
      expect(conceptIds).toContain(concept);
      for (const term of termsOf(words))
        expect(tokens(term).length, `${concept}: "${term}"`).toBeGreaterThan(0);
    }
  });

  test("know boards, cancellation, coaching and private life", () => {
    for (const concept of [
      "board",
      "cancelled",
      "coachSession",
      "coachSport",
      "absence",
      "travel",
      "training",
    ] as const) {
      expect(file.terms[concept] ?? "").not.toBe("");
    }
  });

  test("stand once in a concept", () => {
    for (const [concept, words] of Object.entries(file.terms)) {
      const list = termsOf(words);
      const twice = list.filter((term, index) => list.indexOf(term) !== index);
      expect(twice, concept).toEqual([]);
    }
  });
});
