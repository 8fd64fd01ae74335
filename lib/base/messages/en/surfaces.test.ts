import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { surfaces } from "./surfaces.ts";
import { common } from "./surfaces/common.ts";
import { editing } from "./surfaces/editing.ts";
import { pages } from "./surfaces/pages.ts";
import { settingsPage } from "./surfaces/settings.ts";
import { small } from "./surfaces/small.ts";

const code = globSync("components/**/*.{ts,tsx}")
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

/** Keys put together from parts, as in `outcome.${answer}`. */
const composed = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, start]) => start ?? "");

test("no two files of the catalogue use the same key", () => {
  const keys = [common, editing, pages, settingsPage, small].flatMap((part) => Object.keys(part));
  expect(keys.length).toBe(new Set(keys).size);
  expect(Object.keys(surfaces).length).toBe(keys.length);
});

test("every sentence of the catalogue is said somewhere", () => {
  const unsaid = Object.keys(surfaces).filter(
    (key) => !code.includes(`"${key}"`) && !composed.some((start) => key.startsWith(start)),
  );
  expect(unsaid).toEqual([]);
});

test("nothing is exclaimed, and nobody is begged", () => {
  const all = Object.values(surfaces).flatMap((message) =>
    typeof message === "string" ? [message] : Object.values(message),
  );
  expect(all.filter((text) => /!|\bplease\b|\boops\b/i.test(text))).toEqual([]);
});
