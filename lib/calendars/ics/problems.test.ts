import { expect, test } from "vitest";
import { reading } from "../../base/messages/en/reading.ts";
import { translator } from "../../base/messages/messages.ts";
import { ProblemLog, problemSentence } from "./problems.ts";
import { icsProblemCodes } from "./types.ts";

const t = translator(reading, "en");

test("every problem is worded, with its line, and leaves no blank open", () => {
  const params = { count: 3, zone: "Custom", used: "local", asked: 7 };
  for (const code of icsProblemCodes) {
    const sentence = problemSentence({ code, line: 1214, params }, t);
    expect(sentence, code).toMatch(/\.$/);
    expect(sentence, code).not.toMatch(/[{}]|reading\./);
    if (sentence.includes("line")) expect(sentence, code).not.toContain("1,214");
  }
  expect(Object.keys(reading).toSorted()).toEqual(
    icsProblemCodes.map((code) => `reading.${code}`).toSorted(),
  );
});

test("problems are told by line, and beyond the cap they are counted", () => {
  const log = new ProblemLog(2);
  log.add("bad-line", 9);
  log.add("line-cut", 3);
  log.add("bad-line", 5);
  log.addOnce("not-utf8", 7);
  log.addOnce("not-utf8", 8);
  expect(log.list().map(({ code, line, params }) => [code, line, params["count"]])).toEqual([
    ["line-cut", 3, undefined],
    ["bad-line", 9, undefined],
    ["more-problems", null, 2],
  ]);
  expect(log.lossy).toBe(false);
});
