/**
 * Recurrence rules: read through ical.js, limited before anything is counted (platform.md 2.5). Owns which rules are
 * refused; must never expand one.
 */
import { readWall } from "./wall.ts";
import type { WallText } from "./wall.ts";
import type { IcsProblemCode } from "./types.ts";

export const frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"] as const;
export type Frequency = (typeof frequencies)[number];

export interface Rule {
  freq: Frequency;
  interval: number;
  count: number | null;
  until: WallText | null;
  byMonth: number[];
  byWeekNo: number[];
  byYearDay: number[];
  byMonthDay: number[];
  /** Weekday 0 = Monday; `nth` 0 when every one is meant. */
  byDay: { nth: number; weekday: number }[];
  byHour: number[];
  byMinute: number[];
  bySecond: number[];
  bySetPos: number[];
  /** First day of the week, 0 = Monday. */
  weekStart: number;
}

export interface Refusal {
  code: IcsProblemCode & `rule-${string}`;
  params: Record<string, string | number>;
}

export const ruleCaps = { interval: 1_000, count: 10_000, product: 5_000 };

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const knownParts = new Set(
  "freq interval count until bymonth byweekno byyearday bymonthday byday byhour byminute bysecond bysetpos wkst".split(
    " ",
  ),
);

/** A rule from the object ical.js makes of RRULE (`undefined` where it could not), or why it is refused. */
export function readRule(value: unknown): Rule | Refusal {
  if (typeof value !== "object" || value === null) return unreadable();
  const parts = new Map(Object.entries(value));
  for (const name of parts.keys()) {
    // X- parts and RFC 7529 with the Gregorian calendar change nothing; anything else could change everything.
    const harmless =
      knownParts.has(name) || name.startsWith("x-") || (name === "rscale" && parts.get(name) === "GREGORIAN");
    if (!harmless) return unreadable();
  }
  const freqText = String(parts.get("freq") ?? "").toUpperCase();
  if (freqText === "SECONDLY" || freqText === "MINUTELY") return { code: "rule-too-frequent", params: {} };
  const freq = frequencies.find((known) => known === freqText);
  const byDay = list(parts.get("byday")).map(readByDay);
  const until = parts.has("until") ? readWall(String(parts.get("until"))) : null;
  const numbers = (name: string) => list(parts.get(name)).map(Number);
  const rule = {
    interval: Number(parts.get("interval") ?? 1),
    count: parts.has("count") ? Number(parts.get("count")) : null,
    until,
    byMonth: numbers("bymonth"),
    byWeekNo: numbers("byweekno"),
    byYearDay: numbers("byyearday"),
    byMonthDay: numbers("bymonthday"),
    byHour: numbers("byhour"),
    byMinute: numbers("byminute"),
    bySecond: numbers("bysecond"),
    bySetPos: numbers("bysetpos"),
    // ical.js counts weekdays from Sunday = 1.
    weekStart: (((Number(parts.get("wkst") ?? 2) + 5) % 7) + 7) % 7,
  };
  if (freq === undefined || (parts.has("until") && until === null)) return unreadable();
  const days = byDay.flatMap((one) => (one === null ? [] : [one]));
  if (days.length !== byDay.length || !isSound(rule)) return unreadable();
  return refusalOf(rule, days.length) ?? { ...rule, freq, byDay: days };
}

export function isRefusal(rule: Rule | Refusal): rule is Refusal {
  return "code" in rule;
}

function unreadable(): Refusal {
  return { code: "rule-unreadable", params: {} };
}

function tooComplex(asked: number): Refusal {
  return { code: "rule-too-complex", params: { asked } };
}

function refusalOf(rule: Omit<Rule, "freq" | "byDay">, days: number): Refusal | null {
  if (rule.interval > ruleCaps.interval) return tooComplex(rule.interval);
  if (rule.count !== null && rule.count > ruleCaps.count) return tooComplex(rule.count);
  const lists = [
    rule.byMonth,
    rule.byWeekNo,
    rule.byYearDay,
    rule.byMonthDay,
    rule.byHour,
    rule.byMinute,
    rule.bySecond,
  ];
  const product = lists.reduce((so, { length }) => so * Math.max(1, length), Math.max(1, days));
  return product > ruleCaps.product || rule.bySetPos.length > ruleCaps.product ? tooComplex(product) : null;
}

function within(numbers: number[], low: number, high: number, negative: boolean): boolean {
  return numbers.every(
    (n) => Number.isInteger(n) && ((n >= low && n <= high) || (negative && -n >= low && -n <= high)),
  );
}

/** Every number in the range RFC 5545 gives it. */
function isSound(rule: Omit<Rule, "freq" | "byDay">): boolean {
  return (
    Number.isInteger(rule.interval) &&
    rule.interval >= 1 &&
    (rule.count === null || (Number.isInteger(rule.count) && rule.count >= 1)) &&
    within(rule.byMonth, 1, 12, false) &&
    within(rule.byWeekNo, 1, 53, true) &&
    within(rule.byYearDay, 1, 366, true) &&
    within(rule.byMonthDay, 1, 31, true) &&
    within(rule.byHour, 0, 23, false) &&
    within(rule.byMinute, 0, 59, false) &&
    within(rule.bySecond, 0, 60, false) &&
    within(rule.bySetPos, 1, 366, true)
  );
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function readByDay(value: unknown): Rule["byDay"][number] | null {
  const [, nth = "", name = ""] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/i.exec(String(value)) ?? [];
  const weekday = weekdays.indexOf(name.toUpperCase());
  return weekday === -1 ? null : { nth: Number(nth || 0), weekday };
}
