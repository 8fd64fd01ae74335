/**
 * Which priorities apply to an event, the most specific first: a series chosen by hand, then a person in the room,
 * words, the decision domain, the kind of meeting; then the person's own order. Must never look at stakes: an
 * ordinary meeting can be the place to practise.
 */
import type { Assessment, KnownPerson } from "./assessment.ts";
import type { CalendarEvent, Person } from "./event.ts";
import type { MeetingKind, Priority, Situation } from "./plan.ts";
import { fold, isSameName, occursIn } from "./text-match.ts";

export type MatchableEvent = Pick<
  CalendarEvent,
  "title" | "categories" | "kind" | "organizer" | "attendees"
> & {
  seriesKey: string | null;
};

export const matchLevels = ["series", "person", "words", "domain", "kind"] as const;
export type MatchedBy = (typeof matchLevels)[number];

export interface PriorityMatch {
  priority: Priority;
  by: MatchedBy;
  /** What made it match, for the sentence `match.<by>`: the person, the word, the domain, the kind. */
  why: Record<string, string>;
}

/**
 * Matching priorities of an event. An excluded word (`notWords`) keeps a priority away even from a series chosen by
 * hand. Descriptions are not searched: invitations carry boilerplate in which every common word occurs.
 */
export function matchPriorities(
  event: MatchableEvent,
  assessment: Pick<Assessment, "domain">,
  kinds: readonly MeetingKind[],
  priorities: readonly Priority[],
  people: readonly KnownPerson[] = [],
): PriorityMatch[] {
  if (event.kind !== "event") return [];
  const text = fold([event.title, ...event.categories].join(" . "));
  const matches: PriorityMatch[] = [];
  for (const priority of priorities) {
    const { situation } = priority;
    if (situation.notWords.some((word) => occursIn(text, word))) continue;
    const found =
      bySeries(event, situation) ??
      byPerson(event, text, kinds, situation, people) ??
      byWords(text, situation) ??
      byDomain(assessment, situation) ??
      byKind(kinds, situation);
    if (found !== null) matches.push({ priority, ...found });
  }
  return matches.toSorted(
    (a, b) =>
      matchLevels.indexOf(a.by) - matchLevels.indexOf(b.by) ||
      a.priority.order - b.priority.order ||
      (a.priority.id < b.priority.id ? -1 : 1),
  );
}

type Found = Omit<PriorityMatch, "priority"> | null;

function bySeries(event: MatchableEvent, situation: Situation): Found {
  if (event.seriesKey === null || !situation.series.includes(event.seriesKey)) return null;
  return { by: "series", why: {} };
}

function byPerson(
  event: MatchableEvent,
  text: string,
  kinds: readonly MeetingKind[],
  situation: Situation,
  people: readonly KnownPerson[],
): Found {
  for (const entry of situation.people) {
    const known = people.find((person) => person.id === entry);
    const wanted =
      known === undefined
        ? { name: entry, email: entry.includes("@") ? entry : null }
        : { name: known.name, email: known.email };
    if (isInRoom(wanted, event) || isNamed(wanted.name, text, kinds))
      return { by: "person", why: { person: wanted.name } };
  }
  return null;
}

function isInRoom(wanted: { name: string; email: string | null }, event: MatchableEvent): boolean {
  const room: Person[] = [...(event.attendees ?? []), ...(event.organizer === null ? [] : [event.organizer])];
  return room.some(
    (person) =>
      !person.self &&
      ((wanted.email !== null && person.email?.toLowerCase() === wanted.email.trim().toLowerCase()) ||
        (person.name !== null && isSameName(person.name, wanted.name))),
  );
}

/** A title names a person by the full name, or, in a one-to-one, by the first name alone. */
function isNamed(name: string, text: string, kinds: readonly MeetingKind[]): boolean {
  if (name.includes("@")) return false;
  if (occursIn(text, name)) return true;
  const first = fold(name).split(" ")[0] ?? "";
  return kinds.includes("one-to-one") && first.length >= 3 && ` ${text} `.includes(` ${first} `);
}

function byWords(text: string, situation: Situation): Found {
  const word = situation.words.find((candidate) => occursIn(text, candidate));
  return word === undefined ? null : { by: "words", why: { word: word.replace(/\*$/, "") } };
}

function byDomain(assessment: Pick<Assessment, "domain">, situation: Situation): Found {
  const domain = situation.domains.find((candidate) => candidate === assessment.domain);
  return domain === undefined ? null : { by: "domain", why: { domain } };
}

function byKind(kinds: readonly MeetingKind[], situation: Situation): Found {
  const kind = situation.kinds.find((candidate) => kinds.includes(candidate));
  return kind === undefined ? null : { by: "kind", why: { kind } };
}
