import { describe, expect, test } from "vitest";
import { positionForKey } from "./scale.tsx";

const effort = Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) }));
const outcome = [-2, -1, 0, 1, 2].map((value) => ({ value, label: String(value) }));

describe("keys in a scale", () => {
  test("arrows move along the line of writing and wrap at its ends", () => {
    expect(positionForKey("ArrowRight", 3, effort, false)).toBe(4);
    expect(positionForKey("ArrowRight", 3, effort, true)).toBe(2);
    expect(positionForKey("ArrowLeft", 0, effort, false)).toBe(10);
    expect(positionForKey("ArrowDown", 10, effort, false)).toBe(0);
    expect(positionForKey("End", 2, effort, false)).toBe(10);
  });

  test("the first arrow into an unanswered scale chooses its first value", () => {
    expect(positionForKey("ArrowRight", -1, effort, false)).toBe(0);
  });

  test("digits choose by value, and what the scale does not hold is left alone", () => {
    expect(positionForKey("8", -1, effort, false)).toBe(8);
    expect(positionForKey("2", -1, outcome, false)).toBe(4);
    expect(positionForKey("9", -1, outcome, false)).toBeNull();
    expect(positionForKey("x", 1, effort, false)).toBeNull();
  });
});
