import { expect, test } from "vitest";
import { findTerms } from "./matcher.ts";
import { cleanText, tokens } from "./text.ts";

const found = (text: string, fits = () => true) =>
  findTerms(tokens(cleanText(text, 300)), fits).map((find) => find.concept);

test("a longer term hides a shorter one inside it", () => {
  expect(found("board game night")).not.toContain("boardWord");
  expect(found("dashboard")).not.toContain("boardWord");
});

test("words are whole: abroad, overboard and boarding are no board", () => {
  expect(found("abroad overboard boarding")).not.toContain("boardWord");
});

test("a plural is the same term", () => {
  expect(found("acquisitions")).toContain("deal");
});

test("a word that ends in s takes no further plural: a process is no Dutch lawsuit", () => {
  expect(found("process redesign")).not.toContain("litigation");
});

test("a word listed to be hidden is hidden where it is another's plural, and stays private life where it is that", () => {
  expect(found("settlements")).not.toContain("settlement");
  expect(found("settlement")).toContain("settlement");
  expect(found("board game")).toContain("sport");
});

test("upper case in a term asks for upper case in the entry", () => {
  expect(found("RIF")).toContain("layoffs");
  expect(found("Rif mountains")).not.toContain("layoffs");
});

test("accents make no difference", () => {
  expect(found("Comité d’audit")).toContain("boardCommittee");
  expect(found("comite d'audit")).toContain("boardCommittee");
});

test("German compounds are found by their parts", () => {
  expect(found("Sonderaufsichtsratssitzung")).toContain("board");
});

test("Chinese and Japanese terms are found inside a run of characters", () => {
  expect(found("2026年第三次董事会会议")).toContain("board");
  expect(found("臨時取締役会の件")).toContain("board");
});

test("Arabic terms are found with article, particle and other letter forms", () => {
  expect(found("لمناقشة واعتماد الميزانيه")).toContain("budgetMeeting");
  expect(found("إجتماع مجلس الادارة")).toContain("board");
});

test("a single word of another language is left out where the entry is clearly not in it", () => {
  expect(found("see the personnel", (() => false) as () => boolean)).not.toContain("block");
});
