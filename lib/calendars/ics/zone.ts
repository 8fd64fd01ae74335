/**
 * Time zones as offsets between wall time and instant. Owns what happens at the two changes of the year; must never
 * read the device's zone by itself.
 */
import { dayMs } from "./wall.ts";

/** A zone: its offset from UTC in ms at an instant (wall = instant + offset). */
export interface Zone {
  name: string;
  offsetAt(instant: number): number;
}

export const utcZone: Zone = { name: "UTC", offsetAt: () => 0 };

export function toWall(zone: Zone, instant: number): number {
  return instant + zone.offsetAt(instant);
}

/**
 * The instant of a wall time. A time that occurs twice is the first one, a time that is left out is read with the
 * offset before the gap (RFC 5545, 3.3.5).
 */
export function toInstant(zone: Zone, wall: number): number {
  const before = zone.offsetAt(wall - dayMs);
  const after = zone.offsetAt(wall + dayMs);
  const early = wall - before;
  if (before === after || zone.offsetAt(early) === before) return early;
  const late = wall - after;
  return zone.offsetAt(late) === after ? late : early;
}

const zones = new Map<string, Zone | null>();

/** The zone of the IANA database by its name; `null` when there is none. */
export function ianaZone(name: string): Zone | null {
  const key = name.toLowerCase();
  const known = zones.get(key);
  if (known !== undefined) return known;
  const zone = openIana(name);
  // A hostile file may name many zones that are none.
  if (zones.size < 1_000) zones.set(key, zone);
  return zone;
}

function openIana(name: string): Zone | null {
  if (!/^[A-Za-z][\w+/-]{1,60}$/.test(name)) return null;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null; // not a name the database knows
  }
  const years = new Map<number, Change[]>();
  return {
    name,
    offsetAt(instant) {
      const year = clampedYear(instant);
      let changes = years.get(year);
      if (changes === undefined) {
        changes = changesOf(format, year);
        years.set(year, changes);
      }
      return lastChange(changes, instant);
    },
  };
}

/** From `at` on the offset is `offset`. */
interface Change {
  at: number;
  offset: number;
}

/** Outside these years the database only repeats itself, and formatting gets eras. */
function clampedYear(instant: number): number {
  return Math.min(2_400, Math.max(1_800, new Date(instant).getUTCFullYear()));
}

const week = 7 * dayMs;

/** Offsets through one UTC year: sampled weekly (no zone changes twice in a week), each change found to the second. */
function changesOf(format: Intl.DateTimeFormat, year: number): Change[] {
  const from = Date.UTC(year, 0, 1);
  const to = Date.UTC(year + 1, 0, 1);
  const changes = [{ at: -Infinity, offset: offsetBy(format, from) }];
  for (let at = from; at < to; at += week) {
    const next = Math.min(at + week, to);
    const before = offsetBy(format, at);
    const after = offsetBy(format, next);
    if (before !== after) changes.push({ at: turnOf(format, at, next, before), offset: after });
  }
  return changes;
}

function turnOf(format: Intl.DateTimeFormat, from: number, to: number, before: number): number {
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetBy(format, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetBy(format: Intl.DateTimeFormat, instant: number): number {
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
    format.format(instant).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

function lastChange(changes: readonly Change[], instant: number): number {
  let offset = changes[0]?.offset ?? 0;
  for (const change of changes) {
    if (change.at > instant) break;
    offset = change.offset;
  }
  return offset;
}

/** A zone made of changes in order of time, the offset before the first given apart. */
export function zoneOf(name: string, firstOffset: number, changes: readonly Change[]): Zone {
  return {
    name,
    offsetAt(instant) {
      let low = 0;
      let high = changes.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((changes[middle]?.at ?? Infinity) <= instant) low = middle + 1;
        else high = middle;
      }
      return changes[low - 1]?.offset ?? firstOffset;
    },
  };
}
