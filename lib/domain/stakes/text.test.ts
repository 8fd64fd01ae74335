import { expect, test } from "vitest";
import { cleanText, tokens } from "./text.ts";

const folds = (text: string) => tokens(cleanText(text, 1_000)).map((token) => token.fold);

test("case and accents are folded", () => {
  expect(folds("Über ÉCOLE Straße")).toEqual(["uber", "ecole", "strasse"]);
});

test("M&A stays one word, a slash parts two", () => {
  expect(folds("M&A go/no-go")).toEqual(["m&a", "go", "no", "go"]);
});

test("full-width letters are ordinary letters", () => {
  expect(folds("ＣＥＯ")).toEqual(["ceo"]);
});

test("invisible characters and bidi controls vanish", () => {
  expect(folds("bo\u200bard\u202e")).toEqual(["board"]);
});

test("text beyond the limit is not looked at", () => {
  expect(cleanText("a".repeat(5_000), 300)).toHaveLength(300);
});

test("a lone surrogate is replaced, not thrown at", () => {
  expect(() => folds("\ud83d board")).not.toThrow();
});

test("Latin and Japanese in one word are two tokens", () => {
  expect(folds("M&Aセミナー")).toEqual(["m&a", "セミナー"]);
});
