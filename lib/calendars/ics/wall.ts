/**
 * Wall-clock arithmetic. A wall time is the number `Date.UTC` gives for the clock's reading, so that days and weeks
 * can be counted without a zone; only zone.ts turns one into an instant. Must never look at the device's zone.
 */
export const dayMs = 86_400_000;

/** Day number of a wall time, counted from 1970-01-01. */
export function dayOf(wall: number): number {
  return Math.floor(wall / dayMs);
}

/** 0 = Monday to 6 = Sunday, for a day number. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * Day number of a date; months count from 1 and may run over. By whole numbers, without Date objects: expansion does
 * little else. Years are counted from March, so that the leap day is the last one (proleptic Gregorian calendar).
 */
export function dayFrom(year: number, month: number, dayOfMonth: number): number {
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  const marchMonth = months - marchYear * 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1 - daysToEpoch;
}

/** Days from 1 March of year 0 to 1970-01-01. */
const daysToEpoch = 719_468;

export interface DateFields {
  year: number;
  month: number;
  dayOfMonth: number;
}

/** Year, month (from 1) and day of month of a day number. */
export function fieldsOf(day: number): DateFields {
  const fromMarch0 = day + daysToEpoch;
  const era = Math.floor(fromMarch0 / 146_097);
  const dayOfEra = fromMarch0 - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return dayFrom(year, month + 1, 1) - dayFrom(year, month, 1);
}

/** `2026-11-25` for a wall time. */
export function dateText(wall: number): string {
  return new Date(wall).toISOString().slice(0, -14);
}

/** `2026-11-25T09:00:00` for a wall time; years past 9999 in the ISO extended form. */
export function dateTimeText(wall: number): string {
  return new Date(wall).toISOString().slice(0, -5);
}

/** A date or date-time as a file writes it. `utc` when it ends in Z. */
export interface WallText {
  wall: number;
  isDate: boolean;
  utc: boolean;
}

const shape = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?$/i;

/** Reads `20261125`, `20261125T090000[Z]` and their forms with dashes and colons; `null` when it is neither. */
export function readWall(text: string): WallText | null {
  const found = shape.exec(text.trim());
  if (found === null) return null;
  const [year = 0, month = 0, dayOfMonth = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  const real = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  // 24:00 and leap seconds are written by some producers; both roll over.
  if (!real || hour > 24 || minute > 59 || second > 60) return null;
  const wall = dayFrom(year, month, dayOfMonth) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
  return { wall, isDate: found[4] === undefined, utc: found[7] !== undefined };
}

/** A duration: whole days follow the clock, the rest is exact (RFC 5545, 3.3.6). */
export interface Duration {
  days: number;
  ms: number;
}

const durationShape =
  /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i;

/** Reads `PT1H30M`, `P2D`, `P1W`; `null` when it is none. */
export function readDuration(text: string): Duration | null {
  const found = durationShape.exec(text.trim());
  if (found === null || !/\d/.test(text)) return null;
  const sign = found[1] === "-" ? -1 : 1;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((digits) => Number(digits ?? 0));
  return {
    days: sign * (weeks * 7 + days),
    ms: sign * ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
}
