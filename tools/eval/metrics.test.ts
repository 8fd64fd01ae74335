import { expect, test } from "vitest";
import { averagePrecision, f1, figures, ratio } from "./metrics.ts";
import type { Scored } from "./metrics.ts";

const scored = (high: boolean, score: number, saidHigh = score >= 0.5): Scored => ({
  high,
  saidHigh,
  score,
  coaching: false,
  saidCoaching: false,
  domainRight: high && saidHigh ? true : null,
  domainDefensible: high && saidHigh ? true : null,
});

test("a perfect ranking has an average precision of 1", () => {
  expect(averagePrecision([scored(true, 0.9), scored(true, 0.8), scored(false, 0.1)])).toBe(1);
});

test("average precision is precision times gain in recall (worked: hit, miss, hit)", () => {
  expect(averagePrecision([scored(true, 0.9), scored(false, 0.8), scored(true, 0.7)])).toBeCloseTo(
    (1 + 2 / 3) / 2,
  );
});

test("entries of equal score are taken together, so that their order cannot help", () => {
  const tied = [scored(true, 0.5), scored(false, 0.5)];
  expect(averagePrecision(tied)).toBe(0.5);
  expect(averagePrecision(tied.toReversed())).toBe(0.5);
});

test("without positives there is no figure rather than a zero", () => {
  expect(averagePrecision([scored(false, 0.4)])).toBeNull();
  expect(ratio(0, 0)).toBeNull();
  expect(f1(0, 0, 0)).toBeNull();
});

test("the same seed gives the same interval, which holds the value", () => {
  const entries = Array.from({ length: 40 }, (_, index) =>
    scored(index % 3 === 0, ((index * 37) % 100) / 100),
  );
  const once = figures(entries, 200, 7);
  expect(figures(entries, 200, 7)).toEqual(once);
  const recall = once["recall"];
  expect(recall?.low ?? 1).toBeLessThanOrEqual(recall?.value ?? 0);
  expect(recall?.high ?? 0).toBeGreaterThanOrEqual(recall?.value ?? 1);
});
