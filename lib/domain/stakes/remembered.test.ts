import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("a text is worked out once while it is remembered, and again after the memory was full", () => {
  const asked: string[] = [];
  const length = remembered(2, (text) => {
    asked.push(text);
    return text.length;
  });
  expect([length("a"), length("a"), length("bb"), length("ccc"), length("a")]).toEqual([1, 1, 2, 3, 1]);
  expect(asked).toEqual(["a", "bb", "ccc", "a"]);
});

test("long texts are answered and not kept", () => {
  let asked = 0;
  const length = remembered(9, (text) => {
    asked += 1;
    return text.length;
  });
  expect([length("x".repeat(60)), length("x".repeat(60)), asked]).toEqual([60, 60, 2]);
});
