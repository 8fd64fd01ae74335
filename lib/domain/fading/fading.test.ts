import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../reflection.ts";
import { fade, isRemindedAt } from "./fading.ts";
import type { FadingCapture, FadingLevel } from "./fading.ts";
import { levelWhy } from "./level-why.ts";

const day = 86_400_000;
const letters: Record<string, Answer> = { D: "did", P: "partly", M: "missed", N: "not-applicable" };

/** "D D M" as captures, one a day from day 1. */
function captures(run: string): FadingCapture[] {
  return run
    .split(" ")
    .filter((letter) => letter !== "")
    .map((letter, i) => ({ atMs: (i + 1) * day, eventKey: `e${i}`, answer: letters[letter] ?? "did" }));
}

const level = (run: string, from: FadingLevel = 0, nowMs = 20 * day) =>
  fade(captures(run), nowMs, from).level;

describe("levels", () => {
  test.each([
    ["", 0, 0],
    ["D D", 0, 0],
    ["D D D", 0, 1],
    ["M D D D", 0, 1],
    ["M D D D", 1, 2],
    ["D M M", 1, 0],
    ["D M M", 2, 1],
    ["D M M", 3, 2],
    ["M M", 4, 3],
    ["M M M", 0, 0],
    ["D D D D D D", 0, 2],
    ["D D D D D D D D D", 0, 2],
    ["D D D D D D D D D D", 0, 3],
  ] as const)("%s from %i leads to %i", (run, from, to) => {
    expect(level(run, from)).toBe(to);
  });

  test("partly neither counts nor breaks a run", () => {
    expect(level("D P D P D")).toBe(1);
    expect(level("P P P P")).toBe(0);
    expect(level("M P M", 2)).toBe(1);
  });

  test("a miss resets the run, a success between two misses keeps the level", () => {
    expect(level("D D M D")).toBe(0);
    expect(level("M D M", 2)).toBe(2);
  });

  test("what did not come up is ignored", () => {
    expect(level("D N D N D")).toBe(1);
    expect(level("M N M", 1)).toBe(0);
  });

  test("a change of level resets both runs", () => {
    expect(level("D D D D D", 0)).toBe(1);
    expect(level("M M M", 3)).toBe(2);
    expect(level("M M M M", 3)).toBe(1);
  });

  test("a late capture counts at the event's time", () => {
    const [first, second, third] = captures("D D D") as [FadingCapture, FadingCapture, FadingCapture];
    const missBetween: FadingCapture = { atMs: 2.5 * day, eventKey: "late", answer: "missed" };
    expect(fade([first, second, third, missBetween], 20 * day).level).toBe(0);
    expect(fade([third, first, second], 20 * day).sinceMs).toBe(3 * day);
  });

  test("a capture taken back computes as if it had never been", () => {
    const all = captures("D D D D D D");
    expect(fade(all, 20 * day).level).toBe(2);
    expect(fade(all.slice(0, -1), 20 * day)).toEqual(fade(captures("D D D D D"), 20 * day));
  });
});

const at = (atDay: number, answer: Answer): FadingCapture => ({
  atMs: atDay * day,
  eventKey: `x${atDay}`,
  answer,
});

describe("owned", () => {
  const reached = "D D D D D D D D D D"; // weekly recap on day 10
  test("28 days at weekly recap with two captures are owned, not a moment earlier", () => {
    const held = [...captures(reached), at(15, "did"), at(20, "partly")];
    expect(fade(held, 38 * day - 1).level).toBe(3);
    expect(fade(held, 90 * day)).toMatchObject({ level: 4, sinceMs: 38 * day });
    expect(fade(held, 38 * day).level).toBe(4);
  });

  test("one capture is not enough, and the second may come later", () => {
    const one = [...captures(reached), at(15, "did")];
    expect(fade(one, 100 * day).level).toBe(3);
    expect(fade([...one, at(50, "did")], 100 * day)).toMatchObject({ level: 4, sinceMs: 50 * day });
  });

  test("a step back ends the holding", () => {
    const back = [...captures(reached), at(15, "missed"), at(16, "missed"), at(17, "did")];
    expect(fade(back, 100 * day).level).toBe(2);
  });

  test("owned is left by the second miss running, and 28 days begin anew", () => {
    const held = [...captures(reached), at(15, "did"), at(20, "did"), at(60, "missed"), at(61, "missed")];
    expect(fade(held, 62 * day)).toMatchObject({ level: 3, sinceMs: 61 * day, captures: 0 });
    expect(fade([...held, at(62, "did"), at(63, "did")], 89 * day).level).toBe(4);
  });
});

test("at level 1 every second occasion is reminded of, at level 2 only what is flagged", () => {
  expect([0, 1, 2, 3].map((index) => isRemindedAt(1, index, true))).toEqual([false, true, false, true]);
  expect([isRemindedAt(0, 0, false), isRemindedAt(2, 1, false), isRemindedAt(2, 0, true)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([isRemindedAt(3, 1, true), isRemindedAt(4, 1, true)]).toEqual([false, false]);
});

test("the level does not depend on the order of the captures and moves by one at a time", () => {
  const answer = fc.constantFrom<Answer>("did", "partly", "missed", "not-applicable");
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 40 }), (list) => {
      const run = list.map((given, i) => ({ atMs: i * day, eventKey: `e${i}`, answer: given }));
      expect(fade(run.toReversed(), 50 * day)).toEqual(fade(run, 50 * day));
      let before = 0;
      for (let i = 1; i <= run.length; i++) {
        const now = fade(run.slice(0, i), i * day).level;
        // Owned may be reached by time and left by a miss at the same look.
        expect(Math.abs(now - before)).toBeLessThanOrEqual(1);
        before = now;
      }
    }),
  );
});

const codes = (run: string, from: FadingLevel = 0) =>
  levelWhy(fade(captures(run), 20 * day, from), 20 * day).map((said) => said.code);

test("the reason names what would move the level", () => {
  expect(codes("D D")).toEqual(["fading.next.0", "fading.stands"]);
  expect(codes("D D D M")).toEqual(["fading.next.1", "fading.missed", "fading.back.0"]);
  expect(codes("M")).toEqual(["fading.next.0", "fading.missed.0"]);
  expect(codes("D", 2)).toEqual(["fading.next.2", "fading.stands"]);
  expect(codes("D", 3)).toEqual(["fading.next.3", "fading.held"]);
  expect(codes("M", 4)).toEqual(["fading.owned", "fading.missed", "fading.back.3"]);
});
