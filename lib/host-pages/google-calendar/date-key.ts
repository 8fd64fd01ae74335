/**
 * Dates as Google Calendar's grid carries them: `((year - 1970) << 9) | (month << 5) | day`, month 1 to 12
 * (calendar-dom.md 1.2; 27966 is 30 September 2024), and wall-clock arithmetic in the page's zone.
 */
import type { IsoDate } from "../../domain/event.ts";

/** The date behind a key; `null` when it is none. */
export function dateOfKey(key: string | null): IsoDate | null {
  if (key === null || !/^\d{1,6}$/.test(key)) return null;
  const packed = Number(key);
  return isoDate((packed >> 9) + 1970, (packed >> 5) & 15, packed & 31);
}

/** A date from its numbers; `null` when there is no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1970 || year > 2200)
    return null;
  return date.toISOString().slice(0, 10);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from `from` to `to`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * The instant at which a clock on the wall of `zone` shows this date and these minutes after midnight (1440 and more
 * run into the next day). A time that a clock change skips is taken as if the clock had not changed yet; of a time
 * that comes twice, the first.
 */
export function instantOf(date: IsoDate, minutes: number, zone: string | null): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  const before = asUtc - offsetMs(asUtc - 86_400_000, zone);
  const after = asUtc - offsetMs(asUtc + 86_400_000, zone);
  // Away from a clock change both agree; near one, the earlier offset wins where it fits the clock it gives.
  return before + offsetMs(before, zone) === asUtc || after + offsetMs(after, zone) !== asUtc
    ? before
    : after;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const quarterMs = 900_000;
const dayMs = 86_400_000;
const mostOffsets = 4_000;
const offsets = new Map<string, number>();

/**
 * What the clock of `zone` is ahead of UTC at an instant, in ms. An unknown zone counts as the device's. Asking Intl is
 * slow: a day that begins and ends with the same offset has it all day, and only on the others, where clocks change, is
 * each quarter of an hour asked for.
 */
function offsetMs(instant: number, zone: string | null): number {
  const day = Math.floor(instant / dayMs) * dayMs;
  const atStart = knownOffsetMs(day, zone);
  return atStart === knownOffsetMs(day + dayMs, zone) ? atStart : knownOffsetMs(instant, zone);
}

function knownOffsetMs(instant: number, zone: string | null): number {
  const key = `${zone ?? ""} ${Math.floor(instant / quarterMs)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > mostOffsets) offsets.clear();
  const offset = askOffsetMs(instant, zone);
  offsets.set(key, offset);
  return offset;
}

function askOffsetMs(instant: number, zone: string | null): number {
  const format = formatFor(zone);
  if (format === null) return -new Date(instant).getTimezoneOffset() * 60_000;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

function formatFor(zone: string | null): Intl.DateTimeFormat | null {
  if (zone === null) return null;
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
    return format;
  } catch {
    return null; // the page names a zone this browser does not know
  }
}
