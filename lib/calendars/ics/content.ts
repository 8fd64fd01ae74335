/**
 * What an event says about itself, apart from when it is: title, state, kind, people. Owns the reading of each
 * property's words; must never invent what the file does not say.
 */
import type { RawEvent } from "./collect.ts";
import type { Availability, CalendarEvent, EventKind, EventStatus } from "../../domain/event.ts";
import type { PropertyName } from "./names.ts";
import { readPeople } from "./people.ts";
import type { ProblemLog } from "./problems.ts";
import { firstText, parseProperty } from "./property.ts";
import { propertiesOf, propertyOf } from "./times.ts";

/** Everything of an event that all occurrences of it share. */
export type Content = Omit<
  CalendarEvent,
  "sourceId" | "sourceEventId" | "aliases" | "seriesId" | "timing" | "recurrence" | "calendar"
>;

/** Limits of the message contract (lib/rpc/contract.ts): the sender cuts. */
const longest = { title: 2_000, location: 2_000, description: 20_000, category: 200, categories: 50 };

export function readContent(
  raw: RawEvent,
  isAllDay: boolean,
  own: ReadonlySet<string>,
  problems: ProblemLog,
): Content {
  for (const line of raw.broken) problems.add("bad-line", line);
  for (const { cut, line } of raw.properties) if (cut) problems.add("line-cut", line);
  const categories = readCategories(raw);
  const availability = availabilityOf(raw);
  const title = textOf(raw, "SUMMARY");
  const location = textOf(raw, "LOCATION");
  const description = textOf(raw, "DESCRIPTION");
  const people = readPeople(raw, own);
  const saysNothing =
    title === null && location === null && description === null && people.attendees === null;
  return {
    ...people,
    title: (title ?? "").slice(0, longest.title),
    status: statusOf(raw),
    kind: kindOf(categories, availability, isAllDay),
    availability,
    visibility: isPrivate(raw) ? "private" : saysNothing ? "free-busy" : "normal",
    location: location?.slice(0, longest.location) ?? null,
    description: description?.slice(0, longest.description) ?? null,
    categories,
    hasAttachments: propertyOf(raw, "ATTACH") !== undefined,
  };
}

/** Trimmed text of a property, `null` when absent or empty. */
function textOf(raw: RawEvent, name: PropertyName): string | null {
  const line = propertyOf(raw, name);
  const text = line === undefined ? "" : firstText(parseProperty(line.text)).trim();
  return text === "" ? null : text;
}

function wordOf(raw: RawEvent, name: PropertyName): string {
  return (textOf(raw, name) ?? "").toUpperCase();
}

function statusOf(raw: RawEvent): EventStatus {
  const status = wordOf(raw, "STATUS");
  if (status === "CANCELLED" || status === "CANCELED" || raw.calendar.method === "CANCEL") return "cancelled";
  return status === "TENTATIVE" ? "tentative" : "confirmed";
}

function availabilityOf(raw: RawEvent): Availability {
  switch (wordOf(raw, "X-MICROSOFT-CDO-BUSYSTATUS")) {
    case "FREE":
      return "free";
    case "TENTATIVE":
      return "tentative";
    case "OOF":
      return "out-of-office";
    case "WORKINGELSEWHERE":
      return "working-elsewhere";
    default:
      return wordOf(raw, "TRANSP") === "TRANSPARENT" ? "free" : "busy";
  }
}

function isPrivate(raw: RawEvent): boolean {
  const classified = wordOf(raw, "CLASS");
  return classified === "PRIVATE" || classified === "CONFIDENTIAL";
}

const kindsByCategory: ReadonlyMap<string, EventKind> = new Map([
  ["birthday", "birthday"],
  ["birthdays", "birthday"],
  ["anniversary", "birthday"],
  ["holiday", "holiday"],
  ["holidays", "holiday"],
  ["public holiday", "holiday"],
  ["focus time", "focus-time"],
  ["out of office", "out-of-office"],
]);

/** Only what a producer says by a flag or a whole category; titles are the stakes rules' matter. */
function kindOf(categories: string[], availability: Availability, isAllDay: boolean): EventKind {
  for (const category of categories) {
    const kind = kindsByCategory.get(category.toLowerCase());
    // A category "Holiday" on a meeting is about a holiday; the day itself is all-day.
    if (kind !== undefined && (isAllDay || (kind !== "birthday" && kind !== "holiday"))) return kind;
  }
  if (availability === "out-of-office") return "out-of-office";
  return availability === "working-elsewhere" && isAllDay ? "working-location" : "event";
}

function readCategories(raw: RawEvent): string[] {
  const all = propertiesOf(raw, "CATEGORIES").flatMap(({ text }) => parseProperty(text)?.values ?? []);
  const named = all
    .map((value) => String(value).trim().slice(0, longest.category))
    .filter((text) => text !== "");
  return [...new Set(named)].slice(0, longest.categories);
}
