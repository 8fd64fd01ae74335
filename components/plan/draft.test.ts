import { describe, expect, test } from "vitest";
import { emptyDraft, inputOf, keptDraft, keptText, missing, starterDraft, wordList } from "./draft.ts";

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

  test("comes back as it was kept", () => {
    const draft = { ...emptyDraft(), id: "p1", name: "Ask first", to: "asking", then: "I will wait" };
    const situation = { ...draft.situation, kinds: ["board" as const], words: ["options"] };
    expect(keptDraft(keptText({ ...draft, situation }))).toEqual({ ...draft, situation });
  });

  test("is not made of anything else that was kept, and leaves out what it does not know", () => {
    expect([null, "", "[]", "7", "{"].map(keptDraft)).toEqual([null, null, null, null, null]);
    expect(
      keptDraft('{"name":"Ask first","to":3,"situation":{"kinds":["board","seance"],"words":"x"}}'),
    ).toEqual({
      ...emptyDraft(),
      name: "Ask first",
      situation: { ...emptyDraft().situation, kinds: ["board"] },
    });
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
