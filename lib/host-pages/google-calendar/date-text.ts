/**
 * Dates written out ("November 23 – 25, 2026", "23.–25. November 2026", "2026年 11月 23日～25日"), with the month names Intl
 * has for the language. Year, month and day must all be there; anything else yields `null`.
 */
import type { IsoDate } from "../../domain/event.ts";
import { isoDate } from "./date-key.ts";
import { plainText } from "./time-text.ts";

/** The first date of a range, or the only one. */
export function firstDate(text: string, language: string): IsoDate | null {
  return dateAt(text, language, 0);
}

/** The last date of a range, or the only one. */
export function lastDate(text: string, language: string): IsoDate | null {
  return dateAt(text, language, -1);
}

function dateAt(text: string, language: string, which: 0 | -1): IsoDate | null {
  const plain = plainText(text);
  const parts = /\d年/.test(plain) ? countedParts(plain) : namedParts(plain, language);
  // Each year that is written belongs to a month that is written; more numbers than that are no date.
  if (parts.years.length > 1 && parts.years.length !== parts.months.length) return null;
  if (parts.days.length > 2 || parts.days.length < parts.months.length) return null;
  const [year, month, day] = [parts.years.at(which), parts.months.at(which), parts.days.at(which)];
  if (year === undefined || month === undefined || day === undefined) return null;
  return isoDate(year, month, day);
}

interface Parts {
  years: number[];
  months: number[];
  days: number[];
}

function countedParts(text: string): Parts {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => Number(match[1]));
  return { years: all(/(\d{4})年/g), months: all(/(\d{1,2})月/g), days: all(/(\d{1,2})日/g) };
}

function namedParts(text: string, language: string): Parts {
  const lower = text.toLowerCase();
  const months = monthNames(language)
    .flatMap((name, index) =>
      [...lower.matchAll(new RegExp(name, "g"))].map((match) => [match.index, index + 1]),
    )
    .toSorted(([a = 0], [b = 0]) => a - b)
    .map(([, month = 0]) => month);
  const numbers = [...lower.matchAll(/\d+/g)].map(([digits]) => digits);
  // A range inside one month names the month once, a range inside one year the year once.
  return {
    years: numbers.filter((digits) => digits.length === 4).map(Number),
    months,
    days: numbers.filter((digits) => digits.length <= 2).map(Number),
  };
}

const names = new Map<string, string[]>();

/** Month names as they stand inside a date. */
function monthNames(language: string): string[] {
  const known = names.get(language);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
    year: "numeric",
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  });
  const made = Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2026, month, 15));
    return plainText(parts.find(({ type }) => type === "month")?.value ?? "").toLowerCase();
  }).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  names.set(language, made);
  return made;
}
