/**
 * The spoken text of chips, read through a dated table of shapes per language (calendar-dom.md 1.4). Only the title is
 * free text and it may contain the separator, so the visible title is what the text is taken apart around. A language
 * that is not in the table, or a text that does not have its language's shape, is not read at all.
 */
import type { IsoDate, OwnAnswer } from "../../domain/event.ts";
import { addDays } from "./date-key.ts";
import { firstDate, lastDate } from "./date-text.ts";
import { shapes } from "./label-shapes.ts";
import type { LabelShape } from "./label-shapes.ts";
import { plainText, timesIn } from "./time-text.ts";

export interface Spoken {
  title: string;
  allDay: boolean;
  /** `null` where the text leaves the date to the column. */
  startDate: IsoDate | null;
  /** Minutes after midnight of the start's day; `null` when all-day. */
  startMinutes: number | null;
  /** Exclusive for all-day. `null`: the day on which the start is, or the next when the end is not later. */
  endDate: IsoDate | null;
  endMinutes: number | null;
  answer: OwnAnswer;
  location: string | null;
  calendarName: string | null;
  busyOnly: boolean;
}

/**
 * What a spoken text says. `titles` are the texts the chip shows; one of them is the title.
 * `null` for languages and shapes not in the table.
 */
export function readSpoken(label: string, titles: readonly string[], language: string): Spoken | null {
  const shape = shapes.find((each) => language === each.language || language.startsWith(`${each.language}-`));
  if (shape === undefined) return null;
  const text = plainText(label);
  for (const title of titles) {
    const spoken = around(text, plainText(title), shape);
    if (spoken !== null) return { ...spoken, title: title.trim() };
  }
  return null;
}

function around(text: string, title: string, shape: LabelShape): Spoken | null {
  if (title === "") return null;
  const framed = shape.separator + shape.quotes[0] + title + shape.quotes[1] + shape.separator;
  // The time comes before the title and is short: the first place that leaves a readable time is the one.
  for (let at = text.indexOf(framed); at > 0; at = text.indexOf(framed, at + 1)) {
    const when = readWhen(text.slice(0, at), text.slice(at + framed.length), shape);
    if (when === null) continue;
    return { title, ...when, ...readRest(text.slice(at + framed.length), title, shape) };
  }
  return null;
}

type When = Pick<Spoken, "allDay" | "startDate" | "startMinutes" | "endDate" | "endMinutes">;

function readWhen(before: string, after: string, shape: LabelShape): When | null {
  if (before === shape.allDay) {
    const parts = after.split(shape.separator);
    // A range over new year is one part longer where dates contain the separator ("December 30, 2026 – January 2, 2027").
    for (const length of [shape.dateParts, shape.dateParts + 1]) {
      const dates = parts.slice(-length).join(shape.separator);
      const startDate = firstDate(dates, shape.language);
      const last = lastDate(dates, shape.language);
      if (startDate === null || last === null || last < startDate) continue;
      return { allDay: true, startDate, startMinutes: null, endDate: addDays(last, 1), endMinutes: null };
    }
    return null;
  }
  const times = timesIn(before, shape.language, 3);
  const [start, end] = times ?? [];
  if (start !== undefined && end !== undefined) {
    return { allDay: false, startDate: null, startMinutes: start, endDate: null, endMinutes: end };
  }
  return readDated(before, shape);
}

/** "November 26, 2026 at 10pm to November 27, 2026 at 1:30am": both dates stand in front. */
function readDated(before: string, shape: LabelShape): When | null {
  const at = before.indexOf(shape.between);
  if (at === -1) return null;
  const start = moment(before.slice(0, at), shape);
  const end = moment(before.slice(at + shape.between.length), shape);
  if (start === null || end === null) return null;
  return {
    allDay: false,
    startDate: start.date,
    startMinutes: start.minutes,
    endDate: end.date,
    endMinutes: end.minutes,
  };
}

function moment(text: string, shape: LabelShape): { date: IsoDate; minutes: number } | null {
  const [whole = "", day = "", time = ""] = shape.dated.exec(text) ?? [];
  const date = firstDate(day, shape.language);
  const [minutes] = timesIn(time, shape.language) ?? [];
  return whole === "" || date === null || minutes === undefined ? null : { date, minutes };
}

type Rest = Pick<Spoken, "answer" | "location" | "calendarName" | "busyOnly">;

function readRest(after: string, title: string, shape: LabelShape): Rest {
  const parts = after.split(shape.separator);
  const place = parts.findIndex((part) => part.startsWith(shape.location) || part === shape.noLocation);
  const head = place === -1 ? parts.slice(0, 2) : parts.slice(0, place);
  const answer = (Object.entries(shape.answers) as [OwnAnswer, string][]).find(
    ([, word]) => word !== "" && head.slice(1).includes(word),
  );
  const owner = head[0] ?? "";
  return {
    answer: answer?.[0] ?? "unknown",
    location: place === -1 ? null : placeIn(parts.slice(place), shape),
    calendarName: owner.startsWith(shape.calendar) ? owner.slice(shape.calendar.length) : owner || null,
    busyOnly: title === shape.busy,
  };
}

/** The place itself may contain the separator; it ends before the colour or the date. */
function placeIn(parts: readonly string[], shape: LabelShape): string | null {
  const [first = "", ...more] = parts;
  if (!first.startsWith(shape.location)) return null;
  const colour = more.findIndex((part) => part.startsWith(shape.color));
  const dateParts = shape.dateParts;
  const end = colour === -1 ? Math.max(0, more.length - (more.at(-1) === "" ? 1 : dateParts)) : colour;
  return [first.slice(shape.location.length), ...more.slice(0, end)].join(shape.separator).trim() || null;
}
