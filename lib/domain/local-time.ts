/**
 * Days, weeks and clock times as the person's zone cuts them (ADR 0005). Owns every question of the form "which day
 * is this there"; must never use the zone of the process or add 24 hours where a day was meant.
 */
import type { IsoDate, Timing } from "./event.ts";

interface LocalParts {
  /** `YYYY-MM-DD`. */
  date: IsoDate;
  /** `HH:MM`, 24 hours. */
  time: string;
}

const dayMs = 86_400_000;

/** Wall-clock date and time of an instant in a zone (IANA name). */
export function localParts(atMs: number, zone: string): LocalParts {
  const text = new Date(atMs + offsetAt(atMs, zone)).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** The day an event belongs to: its own date when all-day or floating, else the day of its start in the zone. */
export function dayOfTiming(timing: Timing, zone: string): IsoDate {
  return timing.startLocal === null ? localParts(timing.startMs, zone).date : timing.startLocal.slice(0, 10);
}

/** The Monday of the week a date lies in. */
export function weekOf(date: IsoDate): IsoDate {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const sinceMonday = (new Date(noon).getUTCDay() + 6) % 7;
  return addDays(date, -sinceMonday);
}

/** A date some days later or earlier. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The instant at which the clock in a zone first shows `date` `time` (`HH:MM`). Where the clock skips that time
 * (daylight saving), the instant right after the gap.
 */
export function instantOf(date: IsoDate, time: string, zone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  // Offsets change at most once within these two days, so one of the two offsets around is the right one.
  const candidates = [wanted - 86_400_000, wanted + 86_400_000]
    .map((around) => wanted - offsetAt(around, zone))
    .toSorted((a, b) => a - b);
  const hit = candidates.find((at) => wallClock(at, zone) === wanted);
  if (hit !== undefined) return hit;
  return gapEnd(Math.min(...candidates), Math.max(...candidates), zone);
}

/** Start of a local day, ms. */
export function startOfDay(date: IsoDate, zone: string): number {
  return instantOf(date, "00:00", zone);
}

/** True when a clock time lies in [from, to); the span may run over midnight. Times are `HH:MM`. */
export function isWithin(time: string, span: { from: string; to: string }): boolean {
  if (span.from <= span.to) return time >= span.from && time < span.to;
  return time >= span.from || time < span.to;
}

/** The clock's reading as if it were UTC, ms. */
function wallClock(atMs: number, zone: string): number {
  return atMs + offsetAt(atMs, zone);
}

/** Offsets at the beginning of UTC days, by zone: asking Intl is slow, and most days have one offset throughout. */
const knownOffsets = new Map<string, Map<number, number>>();

/** What the zone's clock shows more than UTC, ms. No zone changes its offset twice within one UTC day. */
function offsetAt(atMs: number, zone: string): number {
  const day = Math.floor(atMs / dayMs);
  const offset = dayOffset(day, zone);
  return offset === dayOffset(day + 1, zone) ? offset : askedOffset(atMs, zone);
}

function dayOffset(day: number, zone: string): number {
  const days = knownOffsets.get(zone) ?? new Map<number, number>();
  knownOffsets.set(zone, days);
  const known = days.get(day) ?? askedOffset(day * dayMs, zone);
  days.set(day, known);
  return known;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function askedOffset(atMs: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  formats.set(zone, format);
  const minute = Math.floor(atMs / 60_000) * 60_000;
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(minute)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minutes) - minute;
}

/** First minute after a change of offset between two instants. */
function gapEnd(fromMs: number, toMs: number, zone: string): number {
  let low = fromMs;
  let high = toMs;
  const before = offsetAt(low, zone);
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}
