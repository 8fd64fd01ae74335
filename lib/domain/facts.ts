/**
 * What is true of a meeting when sources differ. The freshest word counts for what changes (time, status, title);
 * whoever knows counts for what others cannot know (people, place, end). A source that no longer shows the meeting is
 * heard last.
 */
import type { CalendarEvent, Person, Timing } from "./event.ts";
import type { EventFacts, Sighting } from "./event-record.ts";

/** Merges the facts of at least one sighting. */
export function mergeFacts(sightings: readonly Sighting[]): EventFacts {
  const heard = sightings.toSorted(byWeight).map((sighting) => sighting.event);
  const [first] = heard;
  if (first === undefined) throw new RangeError("an event without sightings has no facts to merge");
  const attendees = richest(heard.map((event) => event.attendees));
  return {
    title: (heard.find((event) => event.visibility !== "free-busy" && event.title !== "") ?? first).title,
    timing: timingOf(heard, first),
    status: first.status,
    kind: heard.find((event) => event.kind !== "event")?.kind ?? first.kind,
    answer: (heard.find((event) => event.answer !== "unknown") ?? first).answer,
    availability: (heard.find((event) => event.availability !== "unknown") ?? first).availability,
    visibility: (heard.find((event) => event.visibility !== "free-busy") ?? first).visibility,
    location: firstKnown(heard.map((event) => event.location)),
    description: firstKnown(heard.map((event) => event.description)),
    categories: [...new Set(heard.flatMap((event) => event.categories))],
    organizer: firstKnown(heard.map((event) => event.organizer)),
    attendees,
    attendeeCount: countOf(heard, attendees),
    recurrence: firstKnown(heard.map((event) => event.recurrence)),
    hasAttachments: heard.some((event) => event.hasAttachments),
    calendar: (heard.find((event) => event.calendar.own) ?? first).calendar,
  };
}

/** Still shown before missing, then seen last, then a full source before a page, then by name so that it is stable. */
function byWeight(a: Sighting, b: Sighting): number {
  return (
    Number(a.missingSinceMs !== null) - Number(b.missingSinceMs !== null) ||
    roundToMinute(b.lastSeenAtMs) - roundToMinute(a.lastSeenAtMs) ||
    Number(isPage(a.event)) - Number(isPage(b.event)) ||
    (a.event.sourceId < b.event.sourceId ? -1 : 1)
  );
}

/** Two sources read in the same minute are equally fresh: then it matters more which of them knows more. */
function roundToMinute(ms: number): number {
  return Math.floor(ms / 60_000);
}

/** A page tells less than it did whenever it is loaded anew; a file or feed says all it knows each time. */
export function isPage(event: CalendarEvent): boolean {
  return event.sourceId.startsWith("page:");
}

/** The freshest timing; an end it does not know is taken from a source that agrees on the start. */
function timingOf(heard: readonly CalendarEvent[], first: CalendarEvent): Timing {
  if (first.timing.endMs !== null) return first.timing;
  const agreeing = heard.find(
    ({ timing }) => timing.startMs === first.timing.startMs && timing.endMs !== null,
  );
  return agreeing?.timing ?? first.timing;
}

function firstKnown<T extends string | Person>(values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null && value !== "") ?? null;
}

/** The longest list: a page's pop-up shows a part of what a file lists. Equal lengths: the freshest. */
function richest(lists: readonly (Person[] | null)[]): Person[] | null {
  let best: Person[] | null = null;
  for (const list of lists) if (list !== null && list.length > (best?.length ?? -1)) best = list;
  return best;
}

function countOf(heard: readonly CalendarEvent[], attendees: Person[] | null): number | null {
  const counts = heard.flatMap((event) => (event.attendeeCount === null ? [] : [event.attendeeCount]));
  if (attendees !== null) counts.push(attendees.length);
  return counts.length === 0 ? null : Math.max(...counts);
}
