/** The schedule: one group per day, one row per event; groups are added while scrolling and old ones removed. */
import type { IsoDate } from "../../domain/event.ts";
import { addDays, dateOfKey } from "./date-key.ts";
import { readChipText } from "./chip-text.ts";
import { findAll, matches } from "./selectors.ts";
import type { Seen, Sighting, Steps } from "./sighting.ts";
import { spokenSighting } from "./spoken-sighting.ts";
import { timesIn } from "./time-text.ts";

/** What the groups of the schedule show. */
export function* readSchedule(view: HTMLElement, language: string): Steps<Seen> {
  const groups = findAll(view, "dayGroup");
  const rows = new Map<string, Row[]>();
  const sightings: Sighting[] = [];
  let unread = 0;
  for (const [index, group] of groups.entries()) {
    const date = dateOfKey(group.getAttribute("data-datekey"));
    for (const element of findAll(group, "chip")) {
      if (matches(element, "stacked")) continue;
      const id = element.getAttribute("data-eventid") ?? "";
      const text = readChipText(element);
      const told = spokenSighting(id, text, date, language);
      const row = told !== null || date === null ? null : readRow(text.shown, date, language);
      if (told !== null) sightings.push(told);
      else if (row === null) unread++;
      else
        rows.set(id, [
          ...(rows.get(id) ?? []),
          { ...row, isFirst: index === 0, isLast: index === groups.length - 1 },
        ]);
    }
    yield;
  }
  for (const [id, own] of rows) {
    const sighting = joinRows(id, own);
    if (sighting === null) unread++;
    else sightings.push(sighting);
  }
  return { sightings, unread };
}

/** One event on one day, by what is shown of it. */
interface Row {
  title: string;
  date: IsoDate;
  start: number | null;
  end: number | null;
  /** In the first or the last group there is: the event may go on beyond. */
  isFirst: boolean;
  isLast: boolean;
}

/** Time first, then the title; a row whose first text is no time is an all-day one. */
function readRow(
  shown: readonly string[],
  date: IsoDate,
  language: string,
): Omit<Row, "isFirst" | "isLast"> | null {
  const [when, title] = shown;
  if (when === undefined || title === undefined) return null;
  const [start, end] = timesIn(when, language) ?? [];
  if (start === undefined && /\d/.test(when)) return null;
  return { title, date, start: start ?? null, end: end ?? null };
}

/**
 * An event of several days has a row on each of them, every time with its whole span: it starts on the first and ends on
 * the last, as far as those are shown.
 */
function joinRows(id: string, rows: readonly Row[]): Sighting | null {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return null;
  const { title, date, start, end } = first;
  const overMidnight = start !== null && end !== null && end < start;
  const runsOver = rows.length > 1 || overMidnight;
  // Timed, and perhaps begun on a day that is not shown: then its start is not known.
  if (start !== null && runsOver && first.isFirst) return null;
  const isEndKnown = rows.length > 1 || start === null ? !last.isLast : end !== null && !overMidnight;
  const endDate = start === null ? addDays(last.date, 1) : last.date;
  return {
    id,
    title,
    allDay: start === null,
    startDate: date,
    startMinutes: start,
    endDate: isEndKnown ? endDate : null,
    endMinutes: isEndKnown ? end : null,
    openStart: false,
    openEnd: false,
    spoken: null,
  };
}
