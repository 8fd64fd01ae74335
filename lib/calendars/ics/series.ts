/**
 * The occurrences of one series in the window: rule, added and left-out dates, exceptions, moved instances. Owns the
 * recurrence set; must never look at titles or people.
 */
import type { RawEvent } from "./collect.ts";
import { isInside, plainOccurrences } from "./expansion.ts";
import type { Exception, Limits, Occurrence } from "./expansion.ts";
import { param, parseDates } from "./property.ts";
import { asIn, keyOf, originalOf, propertyOf, readMoments, readTimes, timingAt } from "./times.ts";
import type { Reading, Times } from "./times.ts";

/** Everything a file says under one UID, newest versions only. */
export interface Series {
  master: RawEvent | null;
  exceptions: RawEvent[];
  /** Exceptions that lie outside the window, for what they replace. */
  passed: RawEvent[];
}

/** Occurrences of one series with end > from and start < to, unsorted. */
export function expandSeries(series: Series, limits: Limits, reading: Reading): Occurrence[] {
  const { master } = series;
  const times = master === null ? null : readTimes(master, reading);
  const exceptions = series.exceptions.flatMap((raw) => readException(raw, times, reading) ?? []);
  const inWindow = ({ timing }: Occurrence) => isInside(timing, limits);
  const recurrence = master === null ? null : recurrenceText(master);
  const moved = exceptions.map((one) => occurrenceOf(one, reading, recurrence)).filter(inWindow);
  if (master === null || times === null) return moved;
  if (recurrence === null && series.exceptions.length === 0) {
    const timing = timingAt(times.start, times.start.wall, times.length, reading.device);
    return [{ raw: master, timing, original: null, recurrence }].filter(inWindow);
  }
  const passed = series.passed.flatMap((raw) => readException(raw, times, reading) ?? []);
  const replaced = new Set([...exceptions, ...passed].map(({ key }) => key));
  const futures = exceptions
    .filter(({ andFuture }) => andFuture)
    .toSorted((a, b) => a.original.wall - b.original.wall);
  const plain = plainOccurrences({ master, times, futures, replaced, recurrence }, limits, reading);
  return [...plain, ...moved];
}

function occurrenceOf(
  { raw, times, original }: Exception,
  reading: Reading,
  recurrence: string | null,
): Occurrence {
  return {
    raw,
    timing: timingAt(times.start, times.start.wall, times.length, reading.device),
    original: originalOf(original, original.wall, reading.device),
    recurrence,
  };
}

function readException(raw: RawEvent, master: Times | null, reading: Reading): Exception | null {
  const line = propertyOf(raw, "RECURRENCE-ID");
  const property = line === undefined ? null : parseDates(line.text);
  const found =
    property === null || line === undefined ? undefined : readMoments(line, raw.calendar, reading)[0];
  if (property === null || found === undefined) {
    reading.problems.add("exception-unreadable", line?.line ?? raw.line);
    return null;
  }
  // Outside the window only the original start is kept, so it stands for the whole event.
  const times =
    propertyOf(raw, "DTSTART") === undefined
      ? { start: found, length: { days: 0, ms: 0 } }
      : readTimes(raw, reading);
  if (times === null) return null;
  const original = asIn(master?.start ?? found, found);
  const andFuture = param(property, "range")?.toUpperCase() === "THISANDFUTURE";
  return { raw, times, original, key: keyOf(original, original.wall), andFuture };
}

function recurrenceText(master: RawEvent): string | null {
  const rule = propertyOf(master, "RRULE")?.text;
  if (rule !== undefined) return rule.slice(rule.indexOf(":") + 1).slice(0, 1000);
  return propertyOf(master, "RDATE") === undefined ? null : "RDATE";
}
