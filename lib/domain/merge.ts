/**
 * One event per meeting, however many sources show it. Owns what a reading changes, when two records prove to be one
 * meeting, and what "no longer seen" means; which record an event belongs to stands in merge-index.ts, which source is
 * believed about what in facts.ts. Must never delete: what is joined keeps every sighting.
 */
import type { CalendarEvent, Coverage } from "./event.ts";
import { endOrStart } from "./event.ts";
import type { EventFacts, EventRecord, Sighting } from "./event-record.ts";
import { isPage, mergeFacts } from "./facts.ts";
import { identitiesOf, indexOf } from "./merge-index.ts";
import type { Merged } from "./merge-index.ts";

export interface ReadingToMerge {
  sourceId: string;
  events: readonly CalendarEvent[];
  /** `null`: nothing is known of how far was read, so nothing can be missed. */
  coverage: Coverage | null;
  /**
   * What a complete coverage speaks for: `source` (files, feeds, accounts: what is not there is gone) or `calendars`
   * (pages: only calendars of which something was shown; a calendar switched off hides its events, no more).
   */
  speaksFor: "source" | "calendars";
  nowMs: number;
}

/** A sighting that changes nothing but "last seen" is written down at most this often. */
const seenAgainAfterMs = 3 * 3_600_000;
/** A meeting is joined once or twice in its life; more is a fault of its sources. */
const mostFormerKeys = 20;

/** A record that proved to be the same meeting as another: whatever points at `from` has to point at `into`. */
export interface Joined {
  from: string;
  into: string;
}

/**
 * The events that a reading adds or changes, and those it joins, in order. `known` must hold every record that shares an identity or series
 * identity with the reading, starts when one of its events starts, or touches its coverage.
 */
export function mergeReading(
  reading: ReadingToMerge,
  known: readonly EventRecord[],
  newKey: () => string,
): { changed: Merged[]; joined: Joined[] } {
  const index = indexOf(known);
  const changed = new Map<string, Merged>();
  const joined: Joined[] = [];
  const present = new Set<string>();
  // Names before looks: an event that only looks like a record must not take the place of the one it is named after.
  const isNamed = (event: CalendarEvent) => identitiesOf(event).some((name) => index.isNamed(name));
  const inOrder = [...reading.events.filter(isNamed), ...reading.events.filter((event) => !isNamed(event))];
  for (const event of inOrder) {
    let match = index.find(event);
    for (const twin of match === null ? [] : index.twins(event, match)) {
      if (match === null) break;
      const [into, from] = twin.id < match.id ? [twin, match] : [match, twin];
      match = joinedRecord(into, from, reading.nowMs);
      index.remove(from);
      index.add(match);
      changed.delete(from.id);
      changed.set(match.id, match);
      joined.push({ from: from.id, into: into.id });
    }
    if (match !== null) present.add(match.id);
    const next = withSighting(match, event, reading.nowMs, index.seriesKey(event), newKey);
    if (next === null) continue;
    present.add(next.id);
    changed.set(next.id, next);
    index.add(next);
  }
  const gone = new Set(joined.map(({ from }) => from));
  for (const record of missedBy(reading, known, present).filter(({ id }) => !gone.has(id))) {
    const base = changed.get(record.id) ?? record;
    changed.set(record.id, withoutSightings(base, reading));
  }
  return { changed: [...changed.values()], joined };
}

/** One record of two: every sighting of both, and the keys the other was known by. */
function joinedRecord(into: Merged, from: Merged, nowMs: number): Merged {
  const sightings = [
    ...into.sightings,
    ...from.sightings.filter(({ event }) => !into.sightings.some((sighting) => isOf(sighting, event))),
  ];
  const formerKeys = [...(into.formerKeys ?? []), from.id, ...(from.formerKeys ?? [])];
  const seriesKey = into.seriesKey ?? from.seriesKey;
  return finish({ ...into, seriesKey, sightings, formerKeys: formerKeys.slice(0, mostFormerKeys) }, nowMs);
}

/** Records once a source was taken away; those left without any sighting keep their last facts. */
export function withoutSource(record: EventRecord, sourceId: string, nowMs: number): Merged {
  const sightings = record.sightings.filter((sighting) => sighting.event.sourceId !== sourceId);
  return finish({ ...record, sightings }, nowMs);
}

function withSighting(
  match: Merged | null,
  given: CalendarEvent,
  nowMs: number,
  seriesKey: string | null,
  newKey: () => string,
): Merged | null {
  const old = match?.sightings.find((sighting) => isOf(sighting, given)) ?? null;
  const event = old !== null && isPage(given) ? withLearned(given, old.event) : given;
  const isUnchanged =
    old !== null && old.missingSinceMs === null && JSON.stringify(old.event) === JSON.stringify(event);
  if (isUnchanged && nowMs - old.lastSeenAtMs < seenAgainAfterMs && nowMs >= old.lastSeenAtMs) return null;
  const sighting: Sighting = {
    event,
    firstSeenAtMs: old?.firstSeenAtMs ?? nowMs,
    lastSeenAtMs: nowMs,
    missingSinceMs: null,
  };
  const others = match?.sightings ?? [];
  const sightings =
    old === null ? [...others, sighting] : others.map((other) => (other === old ? sighting : other));
  const base = match ?? { id: newKey(), facts: factsOf(event), lastSeenAtMs: nowMs, missingSinceMs: null };
  return finish({ ...base, seriesKey: match?.seriesKey ?? seriesKey, sightings }, nowMs);
}

/** What a page showed once, in a pop-up, holds until it shows something else in its place. */
function withLearned(event: CalendarEvent, before: CalendarEvent): CalendarEvent {
  return {
    ...event,
    answer: event.answer === "unknown" ? before.answer : event.answer,
    location: event.location ?? before.location,
    description: event.description ?? before.description,
    organizer: event.organizer ?? before.organizer,
    attendees: event.attendees ?? before.attendees,
    attendeeCount: event.attendeeCount ?? before.attendeeCount,
  };
}

function withoutSightings(record: Merged, reading: ReadingToMerge): Merged {
  const sightings = record.sightings.map((sighting) =>
    sighting.event.sourceId === reading.sourceId && sighting.missingSinceMs === null
      ? { ...sighting, missingSinceMs: reading.nowMs }
      : sighting,
  );
  return finish({ ...record, sightings }, reading.nowMs);
}

function finish(merged: Merged, nowMs: number): Merged {
  const { id, seriesKey, sightings } = merged;
  const isMissing = sightings.every((sighting) => sighting.missingSinceMs !== null);
  return {
    id,
    seriesKey,
    sightings,
    facts: sightings.length === 0 ? merged.facts : mergeFacts(sightings),
    lastSeenAtMs: Math.max(
      ...(sightings.length === 0 ? [merged.lastSeenAtMs] : sightings.map((one) => one.lastSeenAtMs)),
    ),
    missingSinceMs: isMissing ? (merged.missingSinceMs ?? nowMs) : null,
    ...(merged.formerKeys === undefined ? {} : { formerKeys: merged.formerKeys }),
  };
}

/** Records that the reading reached, that its source had shown, and that it shows no more. */
function missedBy(
  reading: ReadingToMerge,
  known: readonly EventRecord[],
  present: ReadonlySet<string>,
): EventRecord[] {
  const { coverage } = reading;
  if (coverage === null || !coverage.complete) return [];
  const shown = new Set(reading.events.map((event) => event.calendar.id));
  return known.filter((record) => {
    if (present.has(record.id)) return false;
    return record.sightings.some(
      ({ event, missingSinceMs }) =>
        event.sourceId === reading.sourceId &&
        missingSinceMs === null &&
        event.timing.startMs < coverage.toMs &&
        endOrStart(event.timing) > coverage.fromMs &&
        (reading.speaksFor === "source" || shown.has(event.calendar.id)),
    );
  });
}

function isOf(sighting: Sighting, event: CalendarEvent): boolean {
  return sighting.event.sourceId === event.sourceId && sighting.event.sourceEventId === event.sourceEventId;
}

function factsOf(event: CalendarEvent): EventFacts {
  const { sourceId: _s, sourceEventId: _e, aliases: _a, seriesId: _i, ...facts } = event;
  return facts;
}
