/** The schedule: one group per day, one row per event; groups are added while scrolling and old ones removed. */
import { addDays, dateOfKey } from "./date-key.ts";
import { readChipText } from "./chip-text.ts";
import { readSpoken } from "./labels.ts";
import { findAll, matches } from "./selectors.ts";
import { fromSpoken } from "./sighting.ts";
import type { Sighting } from "./sighting.ts";
import { timesIn } from "./time-text.ts";

/** What the groups of the schedule show, and how many rows could not be read. */
export function readSchedule(view: HTMLElement, language: string): { sightings: Sighting[]; unread: number } {
  const sightings: Sighting[] = [];
  let unread = 0;
  for (const group of findAll(view, "dayGroup")) {
    const date = dateOfKey(group.getAttribute("data-datekey"));
    for (const row of findAll(group, "chip")) {
      if (matches(row, "stacked")) continue;
      const sighting = date === null ? null : readRow(row, date, language);
      if (sighting === null) unread++;
      else sightings.push(sighting);
    }
  }
  return { sightings, unread };
}

function readRow(row: HTMLElement, date: string, language: string): Sighting | null {
  const id = row.getAttribute("data-eventid") ?? "";
  const { shown, spoken: label } = readChipText(row);
  const spoken = label === null ? null : readSpoken(label, shown, language);
  if (spoken !== null) return fromSpoken(id, spoken, date);
  // Time first, then the title; a row whose first text is no time is an all-day one.
  const [when, title] = shown;
  if (when === undefined || title === undefined) return null;
  const times = timesIn(when, language);
  const [start, end] = times ?? [];
  if (start === undefined && /\d/.test(when)) return null;
  return {
    id,
    title,
    allDay: start === undefined,
    startDate: date,
    startMinutes: start ?? null,
    endDate:
      start === undefined
        ? addDays(date, 1)
        : end === undefined
          ? null
          : end < start
            ? addDays(date, 1)
            : date,
    endMinutes: end ?? null,
    openStart: false,
    openEnd: false,
    spoken: null,
  };
}
