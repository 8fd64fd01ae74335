/**
 * Expands a recurrence rule in wall-clock time (RFC 5545, 3.3.10). Owns the arithmetic of periods: it goes straight to
 * the period before the window, so a daily rule from 1900 costs what one from yesterday costs; only COUNT is counted
 * from the start. Must never look at zones, nor go past its budget.
 */
import { completed, daysOfPeriod } from "./period.ts";
import type { Rule } from "./rule.ts";
import { dayFrom, dayMs, dayOf, fieldsOf, weekdayOf } from "./wall.ts";

export interface Span {
  /** First wall time wanted, and the first past it. */
  from: number;
  to: number;
}

/** Thrown when a rule, or all rules of a file together, need more steps than honest ones do. */
export class TooManySteps extends Error {}

/** Counts the work of expanding, for one rule and for all that share the budget. */
export class StepBudget {
  private left: number;

  constructor(steps = 20_000_000) {
    this.left = steps;
  }

  /** Takes steps for a rule that has already taken `spent`; the sum comes back. Throws TooManySteps. */
  take(steps: number, spent: number): number {
    this.left -= steps;
    if (this.left < 0 || spent + steps > mostSteps) throw new TooManySteps();
    return spent + steps;
  }
}

/** What looking at one period costs: its days, and a little for itself. */
const costOfPeriod = { YEARLY: 366, MONTHLY: 36, WEEKLY: 12, DAILY: 5, HOURLY: 5 };
const hourMs = 3_600_000;
const mostSteps = 1_000_000;

/**
 * Wall times the rule names in `[span.from, span.to)` after the start, in order. The start itself is the first
 * occurrence whether the rule names it or not: the caller has it, and it counts. `until` is the last wall time allowed.
 * Throws TooManySteps.
 */
export function* expandRule(
  rule: Rule,
  start: number,
  isDate: boolean,
  until: number,
  span: Span,
  budget: StepBudget,
): Generator<number> {
  const last = Math.min(until, span.to - 1);
  const times = isDate ? [0] : timesOfDay(rule, start);
  let counted = 1;
  for (const wall of candidates(rule, start, times, rule.count === null ? span.from : start, last, budget)) {
    if (wall <= start) continue;
    if (wall > last) return;
    if (rule.count !== null && counted >= rule.count) return;
    counted++;
    if (wall >= span.from) yield wall;
  }
}

/** Everything the rule names from the period of `from` on, in order. */
function* candidates(
  rule: Rule,
  start: number,
  times: number[],
  from: number,
  last: number,
  budget: StepBudget,
): Generator<number> {
  let spent = 0;
  const whole = completed(rule, dayOf(start));
  const first = firstPeriod(rule, start, Math.max(from, start));
  for (let index = first; ; index++) {
    const at = periodStart(rule, start, index);
    if (at > last) return;
    spent = budget.take(costOfPeriod[rule.freq], spent);
    const set = wallTimesOf(whole, start, at, times);
    spent = budget.take(set.length, spent);
    yield* rule.bySetPos.length === 0 ? set : atPositions(set, rule.bySetPos);
  }
}

/** Index of a period at or before the one that holds `from` (one early, as weeks and months reach over). */
function firstPeriod(rule: Rule, start: number, from: number): number {
  const { interval } = rule;
  const a = fieldsOf(dayOf(start));
  const b = fieldsOf(dayOf(from));
  const passed = {
    YEARLY: b.year - a.year,
    MONTHLY: (b.year - a.year) * 12 + b.month - a.month,
    WEEKLY: Math.floor((dayOf(from) - dayOf(start)) / 7),
    DAILY: dayOf(from) - dayOf(start),
    HOURLY: Math.floor((from - start) / hourMs),
  }[rule.freq];
  return Math.max(0, Math.floor(passed / interval) - 1);
}

/** Wall time at which period `index` begins. */
function periodStart(rule: Rule, start: number, index: number): number {
  const day = dayOf(start);
  const step = index * rule.interval;
  if (rule.freq === "HOURLY") return Math.floor(start / hourMs) * hourMs + step * hourMs;
  if (rule.freq === "DAILY") return (day + step) * dayMs;
  if (rule.freq === "WEEKLY") return (day - ((weekdayOf(day) - rule.weekStart + 7) % 7) + 7 * step) * dayMs;
  const { year, month } = fieldsOf(day);
  return (rule.freq === "MONTHLY" ? dayFrom(year, month + step, 1) : dayFrom(year + step, 1, 1)) * dayMs;
}

function wallTimesOf(rule: Rule, start: number, at: number, times: number[]): number[] {
  const set: number[] = [];
  for (const day of daysOfPeriod(rule, dayOf(at))) {
    if (rule.freq === "HOURLY") set.push(...timesOfHour(rule, start, at));
    else for (const time of times) set.push(day * dayMs + time);
  }
  return set;
}

/** Milliseconds of the day the rule names, in order; what it does not name comes from the start. */
function timesOfDay(rule: Rule, start: number): number[] {
  const seconds = Math.floor((start - dayOf(start) * dayMs) / 1000);
  const hours = rule.byHour.length > 0 ? rule.byHour : [Math.floor(seconds / 3600)];
  const times = hours.flatMap((hour) => minutesAndSeconds(rule, seconds).map((ms) => hour * hourMs + ms));
  return [...new Set(times)].toSorted((a, b) => a - b);
}

function timesOfHour(rule: Rule, start: number, at: number): number[] {
  const hour = Math.floor((at - dayOf(at) * dayMs) / hourMs);
  if (rule.byHour.length > 0 && !rule.byHour.includes(hour)) return [];
  const seconds = Math.floor((start - dayOf(start) * dayMs) / 1000);
  return minutesAndSeconds(rule, seconds).map((ms) => at + ms);
}

/** Milliseconds inside an hour, in order. */
function minutesAndSeconds(rule: Rule, startSeconds: number): number[] {
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [Math.floor(startSeconds / 60) % 60];
  const seconds = rule.bySecond.length > 0 ? rule.bySecond : [startSeconds % 60];
  // A leap second has no wall time of its own here.
  const times = minutes.flatMap((minute) =>
    seconds.map((second) => (minute * 60 + Math.min(second, 59)) * 1000),
  );
  return [...new Set(times)].toSorted((a, b) => a - b);
}

function atPositions(set: number[], positions: number[]): number[] {
  const chosen = positions.map((position) => set.at(position > 0 ? position - 1 : position));
  return [...new Set(chosen.filter((wall) => wall !== undefined))].toSorted((a, b) => a - b);
}
