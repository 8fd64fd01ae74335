/**
 * One event per meeting, however many sources show it. Owns matching (by identity, else by title and start), series
 * keys, and what "no longer seen" means; which source is believed about what stands in facts.ts. Must never delete,
 * and never merge two events of one source because they look alike.
 */
import type { CalendarEvent, Coverage } from "./event.ts";
import { endOrStart } from "./event.ts";
import type { EventFacts, EventRecord, Sighting } from "./event-record.ts";
import { isPage, mergeFacts } from "./facts.ts";

/** What is decided about one event by a reading; assessing it is somebody else's job. */
export type Merged = Pick<
  EventRecord,
  "id" | "seriesKey" | "facts" | "sightings" | "lastSeenAtMs" | "missingSinceMs"
>;

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
const seenAgainAfterMs = 10 * 60_000;

/**
 * The events that a reading adds or changes. `known` must hold every record that shares an identity or series
 * identity with the reading, starts when one of its events starts, or touches its coverage.
 */
export function mergeReading(
  reading: ReadingToMerge,
  known: readonly EventRecord[],
  newKey: () => string,
): Merged[] {
  const index = indexOf(known);
  const changed = new Map<string, Merged>();
  const present = new Set<string>();
  // Names before looks: an event that only looks like a record must not take the place of the one it is named after.
  const isNamed = (event: CalendarEvent) => identitiesOf(event).some((name) => index.isNamed(name));
  const inOrder = [...reading.events.filter(isNamed), ...reading.events.filter((event) => !isNamed(event))];
  for (const event of inOrder) {
    const match = index.find(event);
    if (match !== null) present.add(match.id);
    const next = withSighting(match, event, reading.nowMs, index.seriesKey(event), newKey);
    if (next === null) continue;
    present.add(next.id);
    changed.set(next.id, next);
    index.add(next);
  }
  for (const record of missedBy(reading, known, present)) {
    const base = changed.get(record.id) ?? record;
    changed.set(record.id, withoutSightings(base, reading));
  }
  return [...changed.values()];
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

interface Index {
  isNamed(name: string): boolean;
  find(event: CalendarEvent): Merged | null;
  seriesKey(event: CalendarEvent): string | null;
  add(record: Merged): void;
}

function indexOf(known: readonly EventRecord[]): Index {
  /** The latest word on each record: names and looks of an earlier one lead nowhere. */
  const latest = new Map<string, Merged>();
  const byName = new Map<string, string>();
  const byLook = new Map<string, Set<string>>();
  const seriesKeys = new Map<string, string>();
  const add = (record: Merged) => {
    latest.set(record.id, record);
    for (const { event } of record.sightings) {
      for (const name of identitiesOf(event)) byName.set(name, record.id);
      if (record.seriesKey === null) continue;
      for (const name of seriesIdentitiesOf(event)) seriesKeys.set(name, record.seriesKey);
    }
    const look = lookOf(record.facts);
    if (look !== null) byLook.set(look, (byLook.get(look) ?? new Set()).add(record.id));
  };
  const named = (name: string): Merged | null => {
    const record = latest.get(byName.get(name) ?? "");
    const still = record?.sightings.some(({ event }) => identitiesOf(event).includes(name));
    return record !== undefined && still === true ? record : null;
  };
  for (const record of known.toSorted((a, b) => (a.id < b.id ? -1 : 1))) add(record);
  return {
    add,
    isNamed: (name) => named(name) !== null,
    find(event) {
      const [own = "", ...shared] = identitiesOf(event);
      const mine = named(own);
      if (mine !== null) return mine;
      // One calendar never shows one occurrence twice: the same name within it is a fault of the source.
      const alias = shared.map(named).find((record) => record !== null && !isSameCalendar(record, event));
      if (alias !== undefined && alias !== null) return alias;
      const look = lookOf(event);
      const alike = [...(byLook.get(look ?? "") ?? [])].flatMap((id) => latest.get(id) ?? []);
      const isAlike = (record: Merged) =>
        lookOf(record.facts) === look && !hasSource(record, event.sourceId) && sameEnd(record, event);
      return alike.find(isAlike) ?? null;
    },
    seriesKey(event) {
      const names = seriesIdentitiesOf(event);
      const taken = names.find((name) => seriesKeys.has(name));
      if (taken !== undefined) return seriesKeys.get(taken) ?? null;
      const own = canonicalSeries(names);
      return own === null ? null : `s_${digest(own)}`;
    },
  };
}

/** Every name by which sources know this occurrence: its id within the source first, then what sources share. */
export function identitiesOf(event: CalendarEvent): string[] {
  return [`in:${event.sourceId}|${event.sourceEventId}`, ...event.aliases];
}

/** Every name by which sources know the series; empty for a single event. */
export function seriesIdentitiesOf(event: CalendarEvent): string[] {
  if (event.seriesId === null) return [];
  const shared = event.aliases.flatMap((alias) => {
    const base = /^(uid:.+)#[^#]+$/.exec(alias)?.[1] ?? /^(google:.+)_\d{8}(?:T\d{6}Z)?$/.exec(alias)?.[1];
    return base === undefined ? [] : [base];
  });
  return [...shared, `in:${event.sourceId}|${event.seriesId}`];
}

/**
 * The name all sources would choose for a series: Google's own id for what was made there (files carry it inside the
 * UID), else the UID, else whatever there is. So the key is the same again after the calendar cache was let go of.
 */
function canonicalSeries(identities: readonly string[]): string | null {
  return (
    identities.find((identity) => identity.startsWith("google:") && !identity.startsWith("google:_")) ??
    identities.find((identity) => identity.startsWith("uid:")) ??
    identities[0] ??
    null
  );
}

/** 128 bits of text, base 36: four 32-bit FNV-1a runs with different offsets. No secret, only short and even. */
function digest(text: string): string {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
    .map((offset) => {
      let hash = offset;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(36).padStart(7, "0");
    })
    .join("");
}

/** Title and start, as people would compare them; `null` for events that all look alike ("Busy"). */
function lookOf(event: Pick<EventFacts, "title" | "timing" | "visibility">): string | null {
  const title = event.title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
  if (title === "" || event.visibility === "free-busy") return null;
  return `${event.timing.kind === "all-day"}|${event.timing.startMs}|${title}`;
}

function sameEnd(record: Merged, event: CalendarEvent): boolean {
  const [a, b] = [record.facts.timing.endMs, event.timing.endMs];
  return a === null || b === null || a === b;
}

function hasSource(record: Merged, sourceId: string): boolean {
  return record.sightings.some((sighting) => sighting.event.sourceId === sourceId);
}

function isSameCalendar(record: Merged, event: CalendarEvent): boolean {
  return record.sightings.some(
    ({ event: seen }) => seen.sourceId === event.sourceId && seen.calendar.id === event.calendar.id,
  );
}

function isOf(sighting: Sighting, event: CalendarEvent): boolean {
  return sighting.event.sourceId === event.sourceId && sighting.event.sourceEventId === event.sourceEventId;
}

function factsOf(event: CalendarEvent): EventFacts {
  const { sourceId: _s, sourceEventId: _e, aliases: _a, seriesId: _i, ...facts } = event;
  return facts;
}
