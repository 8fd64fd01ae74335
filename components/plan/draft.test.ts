import { describe, expect, test } from "vitest";
import { emptyDraft, inputOf, missing, starterDraft, wordList } from "./draft.ts";

describe("a priority being written", () => {
  test("needs a name, a behaviour to move to, and a plan that is whole or absent", () => {
    expect(missing(emptyDraft())).toEqual(["name", "to"]);
    expect(missing({ ...emptyDraft(), name: "Ask first", to: "asking", if: "someone asks" })).toEqual([
      "plan",
    ]);
    expect(missing({ ...emptyDraft(), name: "Ask first", to: "asking" })).toEqual([]);
  });

  test("is saved trimmed, and without a plan when both sides are blank", () => {
    const input = inputOf({ ...emptyDraft(), name: " Ask first ", to: "asking", if: "  ", then: "" });
    expect(input.name).toBe("Ask first");
    expect(input.plan).toBeNull();
  });

  test("that began as a starter remembers which", () => {
    const draft = starterDraft({
      id: "ask-first",
      name: "Ask first",
      from: "a",
      to: "b",
      outcome: "c",
      plan: { if: "d", then: "e" },
      situation: emptyDraft().situation,
    });
    expect(inputOf(draft)).toMatchObject({ id: null, starterId: "ask-first", plan: { if: "d", then: "e" } });
  });
});

describe("a list of words as typed", () => {
  test("is parted at commas and line ends, without blanks and repetitions", () => {
    expect(wordList("review, options ,,\nplan, review")).toEqual(["review", "options", "plan"]);
    expect(wordList("مراجعة، خطة")).toEqual(["مراجعة", "خطة"]);
  });

  test("keeps to what the background takes: fifty words of a hundred characters", () => {
    const many = wordList(Array.from({ length: 80 }, (_, n) => `${"x".repeat(120)}${n}`).join(","));
    expect(many.every((word) => word.length <= 100)).toBe(true);
    expect(wordList(Array.from({ length: 80 }, (_, n) => `w${n}`).join(","))).toHaveLength(50);
  });
});
