/**
 * The plain occurrences of a series: what its rules and dates give, less what is left out or replaced. Owns the caps per
 * series; must never read exceptions (series.ts does) beyond how a change "from here on" shifts what follows.
 */
import type { RawEvent } from "./collect.ts";
import type { ReadingWindow } from "../contract.ts";
import type { Timing } from "../../domain/event.ts";
import type { OriginalStart } from "../../domain/identity.ts";
import { parseDates, parseProperty } from "./property.ts";
import { expandRule, TooManySteps } from "./recur.ts";
import type { Span, StepBudget } from "./recur.ts";
import { isRefusal, readRule } from "./rule.ts";
import type { Rule } from "./rule.ts";
import type { RawProperty } from "./text.ts";
import { asIn, keyOf, momentOf, originalOf, propertiesOf, readMoments, timingAt } from "./times.ts";
import type { Length, Moment, Reading, Times } from "./times.ts";
import { dayMs, dayOf, readDuration, readWall } from "./wall.ts";
import { toInstant, toWall } from "./zone.ts";

export interface Occurrence {
  raw: RawEvent;
  timing: Timing;
  /** Where it originally stood; `null` for a single event. */
  original: { text: string; alias: OriginalStart } | null;
  /** RRULE text of the series, as far as it is known. */
  recurrence: string | null;
}

export interface Limits extends ReadingWindow {
  occurrences: number;
  budget: StepBudget;
}

/** One occurrence that an event of its own stands for. */
export interface Exception {
  raw: RawEvent;
  times: Times;
  original: Moment;
  key: number;
  /** It changes all later occurrences too. */
  andFuture: boolean;
}

export interface Plain {
  master: RawEvent;
  times: Times;
  /** Changes that also hold for everything later, by original start. */
  futures: Exception[];
  /** Keys of occurrences that exceptions stand for. */
  replaced: ReadonlySet<number>;
  recurrence: string | null;
}

/** Occurrences inside the limits, at most `limits.occurrences` of them (then told as a problem). */
export function plainOccurrences(plain: Plain, limits: Limits, reading: Reading): Occurrence[] {
  const { master, times } = plain;
  const { start } = times;
  const seen = new Set(plain.replaced);
  const leftOut = leftOutBy(plain, limits, reading);
  const occurrences: Occurrence[] = [];
  for (const { wall, length } of startsOf(plain, limits, reading)) {
    const key = keyOf(start, wall);
    if (seen.has(key) || leftOut.keys.has(key) || leftOut.days.has(dayOf(wall))) continue;
    const occurrence = occurrenceAt(plain, wall, length, reading);
    if (!isInside(occurrence.timing, limits)) continue;
    seen.add(key);
    if (occurrences.length >= limits.occurrences) {
      reading.problems.add("series-cut", master.line, { count: limits.occurrences });
      break;
    }
    occurrences.push(occurrence);
  }
  return occurrences;
}

export function isInside(timing: Timing, window: ReadingWindow): boolean {
  return (timing.endMs ?? timing.startMs) > window.fromMs && timing.startMs < window.toMs;
}

function occurrenceAt(plain: Plain, wall: number, length: Length | null, reading: Reading): Occurrence {
  const { master, times, futures, recurrence } = plain;
  const { start } = times;
  const future = futures.findLast(({ original }) => original.wall <= wall);
  const original = originalOf(start, wall, reading.device);
  if (future === undefined) {
    const timing = timingAt(start, wall, length ?? times.length, reading.device);
    return { raw: master, timing, original, recurrence };
  }
  const moved = wall + shiftOf(future);
  const timing = timingAt(future.times.start, moved, length ?? future.times.length, reading.device);
  return { raw: future.raw, timing, original, recurrence };
}

/** By how much a change moves what follows, on the clock. */
function shiftOf({ times, original }: Exception): number {
  return times.start.wall - original.wall;
}

interface Start {
  wall: number;
  /** Its own length where a period was added; `null` for the series' length. */
  length: Length | null;
}

/** Every start the series names near the window, in no order; the same one may come twice. */
function* startsOf(plain: Plain, limits: Limits, reading: Reading): Generator<Start> {
  const { master, times } = plain;
  const span = spanFor(plain, limits);
  yield { wall: times.start.wall, length: null };
  for (const raw of propertiesOf(master, "RDATE")) yield* addedDates(raw, plain, reading);
  for (const raw of propertiesOf(master, "RRULE")) {
    for (const wall of ruleStarts(raw, plain, span, limits, reading)) yield { wall, length: null };
  }
}

/** Wall times wide enough around the window for any zone, length and shift. */
function spanFor({ times, futures }: Plain, limits: Limits): Span {
  const lengths = [times.length, ...futures.map((future) => future.times.length)];
  const longest = Math.max(...lengths.map(({ days, ms }) => days * dayMs + ms));
  const shift = Math.max(0, ...futures.map((future) => Math.abs(shiftOf(future))));
  return { from: limits.fromMs - longest - shift - 2 * dayMs, to: limits.toMs + shift + 2 * dayMs };
}

function* ruleStarts(
  raw: RawProperty,
  plain: Plain,
  span: Span,
  limits: Limits,
  reading: Reading,
): Generator<number> {
  const rule = readRule(parseProperty(raw.text)?.values[0]);
  if (isRefusal(rule)) {
    reading.problems.add(rule.code, raw.line, rule.params);
    return;
  }
  const { start } = plain.times;
  try {
    yield* expandRule(rule, start.wall, start.isDate, lastWallOf(rule, start), span, limits.budget);
  } catch (thrown) {
    if (!(thrown instanceof TooManySteps)) throw thrown;
    reading.problems.add("rule-too-complex", raw.line, { asked: rule.count ?? rule.interval });
  }
}

/** The last wall time UNTIL allows: inclusive, and a bare date means its whole day. */
function lastWallOf({ until }: Rule, start: Moment): number {
  if (until === null) return Infinity;
  if (start.isDate) return dayOf(until.wall) * dayMs;
  if (until.isDate) return until.wall + dayMs - 1;
  return until.utc && start.zone !== null ? toWall(start.zone, until.wall) : until.wall;
}

function* addedDates(raw: RawProperty, { master, times }: Plain, reading: Reading): Generator<Start> {
  const property = parseDates(raw.text);
  for (const value of property?.values ?? []) {
    const [from, to] = Array.isArray(value) ? value.map(String) : [String(value)];
    const moment =
      property === null ? null : momentOf(from ?? "", property, raw.line, master.calendar, reading);
    if (moment === null) {
      reading.problems.add("date-unreadable", raw.line);
      continue;
    }
    const at = asIn(times.start, moment);
    yield { wall: at.wall, length: to === undefined ? null : periodLength(moment, to) };
  }
}

/** Length of an added period, which ends at a time or after a duration. */
function periodLength(from: Moment, to: string): Length | null {
  const duration = readDuration(to);
  if (duration !== null) return duration;
  const end = readWall(to);
  if (end === null || end.wall <= from.wall) return null;
  if (from.zone === null) return { days: 0, ms: end.wall - from.wall };
  const endMs = end.utc ? end.wall : toInstant(from.zone, end.wall);
  return { days: 0, ms: endMs - toInstant(from.zone, from.wall) };
}

interface LeftOut {
  keys: Set<number>;
  /** Whole days, where a timed series names only a date. */
  days: Set<number>;
}

function leftOutBy(plain: Plain, limits: Limits, reading: Reading): LeftOut {
  const { master, times } = plain;
  const leftOut: LeftOut = { keys: new Set(), days: new Set() };
  for (const raw of propertiesOf(master, "EXDATE")) {
    const moments = readMoments(raw, master.calendar, reading);
    if (moments.length === 0) reading.problems.add("exception-unreadable", raw.line);
    for (const moment of moments) {
      if (moment.isDate && !times.start.isDate) leftOut.days.add(dayOf(moment.wall));
      else leftOut.keys.add(keyOf(times.start, asIn(times.start, moment).wall));
    }
  }
  for (const raw of propertiesOf(master, "EXRULE")) {
    for (const wall of ruleStarts(raw, plain, spanFor(plain, limits), limits, reading))
      leftOut.keys.add(keyOf(times.start, wall));
  }
  return leftOut;
}
