import { expect, test } from "vitest";
import type { Answer } from "../reflection.ts";
import { adherence, wilson } from "./adherence.ts";

const times = (count: number, answer: Answer) => Array.from({ length: count }, () => answer);

function answers(did: number, partly: number, missed: number, notApplicable = 0): Answer[] {
  return [
    ...times(did, "did"),
    ...times(partly, "partly"),
    ...times(missed, "missed"),
    ...times(notApplicable, "not-applicable"),
  ];
}

const whole = (value: number | null) => (value === null ? null : Math.round(value * 100));

test("7 of 11 is 64 % (35 to 85)", () => {
  const { rate, low, high, early } = adherence(answers(7, 0, 4), 11);
  expect([whole(rate), whole(low), whole(high), early]).toEqual([64, 35, 85, false]);
});

test("7 did, 1 partly, 2 missed is 7.5 of 10, 75 % (44 to 92)", () => {
  const { rate, low, high, held, occasions } = adherence(answers(7, 1, 2), 10);
  expect([whole(rate), whole(low), whole(high), held, occasions]).toEqual([75, 44, 92, 7.5, 10]);
});

test("3 of 4 is early: 75 % (30 to 95)", () => {
  const { rate, low, high, early } = adherence(answers(3, 0, 1), 4);
  expect([whole(rate), whole(low), whole(high), early]).toEqual([75, 30, 95, true]);
});

test("what did not come up is no occasion but is answered; coverage counts what was offered", () => {
  expect(adherence(answers(6, 0, 2, 2), 14)).toMatchObject({ occasions: 8, answered: 10, offered: 14 });
});

test("without occasions there is no rate", () => {
  expect(adherence([], 0)).toMatchObject({ rate: null, low: null, high: null, occasions: 0, early: true });
  expect(adherence(answers(0, 0, 0, 3), 3).rate).toBeNull();
});

test("the interval stays within 0 and 1 and narrows with more occasions", () => {
  expect(wilson(0, 1).low).toBe(0);
  expect(wilson(1, 3).high).toBeCloseTo(1, 10);
  expect(wilson(0.5, 100).high - wilson(0.5, 100).low).toBeLessThan(
    wilson(0.5, 10).high - wilson(0.5, 10).low,
  );
});
