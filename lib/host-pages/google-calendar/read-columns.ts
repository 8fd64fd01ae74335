/**
 * Day, week and n-day views: positioned chips in columns. The date is the column's key; times are the spoken ones where
 * the language is known, else the digits shown, else the geometry, which is exact enough for steps of five minutes.
 */
import { addDays, dateOfKey } from "./date-key.ts";
import { readChipText } from "./chip-text.ts";
import { around, findAll, matches } from "./selectors.ts";
import type { Seen, Sighting, Steps } from "./sighting.ts";
import { spokenSighting } from "./spoken-sighting.ts";
import { timesIn } from "./time-text.ts";

/** Shorter chips are drawn taller than they are long, so their height says nothing about the end. */
const shortestReadableMinutes = 30;

/** What the columns of a view show. */
export function* readColumns(view: HTMLElement, language: string): Steps<Seen> {
  const sightings: Sighting[] = [];
  let unread = 0;
  for (const column of findAll(view, "column")) {
    const date = dateOfKey(column.getAttribute("data-datekey"));
    for (const chip of findAll(column, "chip")) {
      if (matches(chip, "stacked") || around(chip, "column") !== column) continue;
      const sighting = date === null ? null : readBox(chip, date, column, language);
      if (sighting === null) unread++;
      else sightings.push(sighting);
    }
    yield;
  }
  return { sightings, unread };
}

function readBox(chip: HTMLElement, date: string, column: HTMLElement, language: string): Sighting | null {
  const id = chip.getAttribute("data-eventid") ?? "";
  const text = readChipText(chip);
  const told = spokenSighting(id, text, date, language);
  if (told !== null) return told;
  const { shown } = text;
  const [title] = shown;
  // Measured only here: asking makes the browser lay out the page.
  const span = spanOf(chip.getBoundingClientRect(), column.getBoundingClientRect());
  if (title === undefined || span === null) return null;
  const times = shown.map((each) => timesIn(each, language)).find((found) => agrees(found, span.start));
  const openStart = span.start === 0 && times === undefined;
  const openEnd = span.end >= 1440;
  const [start = span.start, end = span.length >= shortestReadableMinutes ? span.end : null] = times ?? [];
  return {
    id,
    title,
    allDay: false,
    startDate: date,
    startMinutes: start,
    endDate: end === null ? null : end < start || end === 1440 ? addDays(date, 1) : date,
    endMinutes: end === null ? null : end % 1440,
    openStart,
    openEnd: openEnd && end !== null && end >= start,
    spoken: null,
  };
}

/** Minutes after midnight, to five, as the chip lies in its column; `null` for a column without height. */
export function spanOf(
  chip: Pick<DOMRect, "top" | "bottom">,
  column: Pick<DOMRect, "top" | "height">,
): { start: number; end: number; length: number } | null {
  if (column.height <= 0) return null;
  const minutes = (y: number) => Math.round((((y - column.top) / column.height) * 1440) / 5) * 5;
  // Chips end a pixel or two early, so that neighbours do not touch.
  const start = Math.max(0, minutes(chip.top));
  const end = Math.min(1440, minutes(chip.bottom + 2));
  return end <= start ? null : { start, end, length: end - start };
}

function agrees(times: number[] | null, geometricStart: number): boolean {
  const [start] = times ?? [];
  return start !== undefined && Math.abs(start - geometricStart) <= 10;
}
