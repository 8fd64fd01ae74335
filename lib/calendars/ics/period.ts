/**
 * The days a rule names inside one of its periods (RFC 5545, 3.3.10, the table of expanding and limiting parts). Owns
 * weeks, months and years; must never know about times of day.
 */
import type { Rule } from "./rule.ts";
import { dayFrom, daysInMonth, fieldsOf, weekdayOf } from "./wall.ts";
import type { DateFields } from "./wall.ts";

/** Day numbers named by a completed rule in the period that begins at `first`, in order. */
export function daysOfPeriod(rule: Rule, first: number): number[] {
  const days: number[] = [];
  for (const [from, to] of ranges(rule, first)) {
    for (let day = from; day < to; day++) if (isNamed(rule, day)) days.push(day);
  }
  return days;
}

/** The rule with what it leaves open taken from its start. */
export function completed(rule: Rule, startDay: number): Rule {
  const { byYearDay, byMonthDay, byDay, byWeekNo } = rule;
  if (byYearDay.length > 0 || byMonthDay.length > 0 || byDay.length > 0) return rule;
  const start = fieldsOf(startDay);
  const sameWeekday = [{ nth: 0, weekday: weekdayOf(startDay) }];
  if (rule.freq === "WEEKLY") return { ...rule, byDay: sameWeekday };
  if (rule.freq === "MONTHLY") return { ...rule, byMonthDay: [start.dayOfMonth] };
  if (rule.freq !== "YEARLY") return rule;
  if (byWeekNo.length > 0) return { ...rule, byDay: sameWeekday };
  const byMonth = rule.byMonth.length > 0 ? rule.byMonth : [start.month];
  return { ...rule, byMonth, byMonthDay: [start.dayOfMonth] };
}

/** Half-open ranges of days to look at: narrow ones where the rule allows, since a year is long. */
function ranges(rule: Rule, first: number): [number, number][] {
  const { year, month } = fieldsOf(first);
  if (rule.freq === "HOURLY" || rule.freq === "DAILY") return [[first, first + 1]];
  if (rule.freq === "WEEKLY") return [[first, first + 7]];
  if (rule.freq === "MONTHLY") return [[first, first + daysInMonth(year, month)]];
  if (rule.byMonth.length === 0 || rule.byWeekNo.length > 0) return [[first, dayFrom(year + 1, 1, 1)]];
  return rule.byMonth
    .toSorted((a, b) => a - b)
    .filter((one, i, all) => one !== all[i - 1])
    .map((one) => [dayFrom(year, one, 1), dayFrom(year, one, 1) + daysInMonth(year, one)]);
}

function isNamed(rule: Rule, day: number): boolean {
  if (namesNoDay(rule)) return true;
  const fields = fieldsOf(day);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(fields.month)) return false;
  if (rule.byMonthDay.length > 0 && !isMonthDay(rule.byMonthDay, fields)) return false;
  if (rule.byDay.length > 0 && !isWeekday(rule, day, fields)) return false;
  if (rule.byYearDay.length > 0 && !isYearDay(rule.byYearDay, day, fields)) return false;
  return rule.byWeekNo.length === 0 || isWeekNo(rule, day);
}

function namesNoDay(rule: Rule): boolean {
  const { byMonth, byMonthDay, byDay, byYearDay, byWeekNo } = rule;
  return byMonth.length + byMonthDay.length + byDay.length + byYearDay.length + byWeekNo.length === 0;
}

function isMonthDay(named: number[], { year, month, dayOfMonth }: DateFields): boolean {
  return named.includes(dayOfMonth) || named.includes(dayOfMonth - daysInMonth(year, month) - 1);
}

function isYearDay(named: number[], day: number, { year }: DateFields): boolean {
  return named.includes(day - dayFrom(year, 1, 1) + 1) || named.includes(day - dayFrom(year + 1, 1, 1));
}

/** Weekday, and where a number stands with it, the nth of the month or year from either end. */
function isWeekday(rule: Rule, day: number, { year, month }: DateFields): boolean {
  const weekday = weekdayOf(day);
  const numbered = rule.freq === "MONTHLY" || (rule.freq === "YEARLY" && rule.byWeekNo.length === 0);
  return rule.byDay.some((named) => {
    if (named.weekday !== weekday) return false;
    if (named.nth === 0 || !numbered) return true;
    const inMonth = rule.freq === "MONTHLY" || rule.byMonth.length > 0;
    const from = inMonth ? dayFrom(year, month, 1) : dayFrom(year, 1, 1);
    const to = inMonth ? from + daysInMonth(year, month) : dayFrom(year + 1, 1, 1);
    return named.nth > 0
      ? Math.floor((day - from) / 7) + 1 === named.nth
      : -Math.floor((to - 1 - day) / 7) - 1 === named.nth;
  });
}

/** ISO-like week number with the rule's first day of the week: week 1 has at least four days of the year. */
function isWeekNo(rule: Rule, day: number): boolean {
  const { year } = fieldsOf(day);
  const firstWeek = (of: number) => {
    const january1 = dayFrom(of, 1, 1);
    const into = (weekdayOf(january1) - rule.weekStart + 7) % 7;
    return january1 - into + (into > 3 ? 7 : 0);
  };
  // Days around New Year may belong to a week of the neighbouring year; they count where the calendar year puts them.
  const weekYear = day >= firstWeek(year + 1) ? year + 1 : day < firstWeek(year) ? year - 1 : year;
  const week = Math.floor((day - firstWeek(weekYear)) / 7) + 1;
  const weeks = (firstWeek(weekYear + 1) - firstWeek(weekYear)) / 7;
  return rule.byWeekNo.some((named) => named === week || named === week - weeks - 1);
}
