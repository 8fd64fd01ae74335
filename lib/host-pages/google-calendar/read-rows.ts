/**
 * The all-day row and the month: cells in rows, chips stacked in them. A cell's date is its place in the row, by the keys
 * of the row's background; how many days a bar covers is its width in cells.
 */
import type { IsoDate } from "../../domain/event.ts";
import { addDays, dateOfKey } from "./date-key.ts";
import { readChipText } from "./chip-text.ts";
import { around, findAll, matches } from "./selectors.ts";
import type { Seen, Sighting, Steps } from "./sighting.ts";
import { spokenSighting } from "./spoken-sighting.ts";
import { timesIn } from "./time-text.ts";

/** What the stacked rows of a view show. */
export function* readRows(view: HTMLElement, language: string): Steps<Seen> {
  const sightings: Sighting[] = [];
  let unread = 0;
  for (const row of findAll(view, "row")) {
    const cells = findAll(row, "cell").filter(
      (cell) => !matches(cell, "column") && around(cell, "row") === row,
    );
    const dates = rowDates(row, cells.length);
    const seen = new Set<string>();
    for (const [index, cell] of cells.entries()) {
      for (const chip of findAll(cell, "chip")) {
        const id = chip.getAttribute("data-eventid") ?? "";
        // Near-invisible copies stand in the following cells of a bar.
        if (!matches(chip, "stacked") || seen.has(id)) continue;
        seen.add(id);
        const sighting = dates === null ? null : readStacked(chip, id, dates, index, language);
        if (sighting === null) unread++;
        else sightings.push(sighting);
      }
      yield;
    }
  }
  return { sightings, unread };
}

/** The dates of a row's cells in order; `null` when the keys do not say. */
function rowDates(row: HTMLElement, cells: number): IsoDate[] | null {
  const keys = findAll(row, "dateKey").map((element) => dateOfKey(element.getAttribute("data-datekey")));
  const dates = [...new Set(keys)].filter((date) => date !== null);
  return dates.length === cells && cells > 0 ? dates : null;
}

function readStacked(
  chip: HTMLElement,
  id: string,
  dates: readonly IsoDate[],
  index: number,
  language: string,
): Sighting | null {
  const date = dates[index];
  if (date === undefined) return null;
  const text = readChipText(chip);
  const told = spokenSighting(id, text, date, language);
  if (told !== null) return told;
  const { shown } = text;
  const title = shown.at(-1);
  if (title === undefined) return null;
  const [start] = shown.length > 1 ? (timesIn(shown[0] ?? "", language) ?? []) : [];
  if (shown.length > 1 && start === undefined) return null;
  if (start !== undefined) return line(id, title, date, start, index === 0);
  const days = daysCovered(chip, dates.length);
  const openEnd = days === null || index + days >= dates.length;
  return {
    id,
    title,
    allDay: true,
    startDate: date,
    startMinutes: null,
    endDate: days === null ? null : addDays(date, days),
    endMinutes: null,
    openStart: index === 0,
    openEnd,
    spoken: null,
  };
}

/**
 * A month line shows the start and nothing of the end. In the first cell of a row it may be the rest of a night that began
 * in the row before.
 */
function line(
  id: string,
  title: string,
  date: IsoDate,
  startMinutes: number,
  isFirstCell: boolean,
): Sighting {
  return {
    id,
    title,
    allDay: false,
    startDate: date,
    startMinutes,
    endDate: null,
    endMinutes: null,
    openStart: isFirstCell,
    openEnd: false,
    spoken: null,
  };
}

/** Days a bar covers, from its width in per cent of the row; `null` when the page lays it out another way. */
function daysCovered(chip: HTMLElement, cells: number): number | null {
  const share = /^([\d.]+)%$/.exec(chip.style.width)?.[1];
  if (share === undefined) return null;
  const days = Math.round((Number(share) / 100) * cells);
  return days >= 1 && days <= cells ? days : null;
}
