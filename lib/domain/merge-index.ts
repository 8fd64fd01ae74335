/**
 * Finds the record an event belongs to: by the names sources share, else by its look. Owns what a name and a look are,
 * and series keys. Must never take two events of one calendar for one.
 */
import type { CalendarEvent } from "./event.ts";
import type { EventFacts, EventRecord } from "./event-record.ts";

/** What is decided about one event by a reading; assessing it is somebody else's job. */
export type Merged = Pick<
  EventRecord,
  "id" | "seriesKey" | "facts" | "sightings" | "lastSeenAtMs" | "missingSinceMs" | "formerKeys"
>;

export interface Index {
  isNamed(name: string): boolean;
  find(event: CalendarEvent): Merged | null;
  /** Other records that the event's names say are the same meeting as `match`. */
  twins(event: CalendarEvent, match: Merged): Merged[];
  seriesKey(event: CalendarEvent): string | null;
  add(record: Merged): void;
  remove(record: Merged): void;
}

/** An index over what is known; `add` and `remove` keep it true to what a reading decides. */
export function indexOf(known: readonly EventRecord[]): Index {
  /** The latest word on each record: names and looks of an earlier one lead nowhere. */
  const latest = new Map<string, Merged>();
  const byName = new Map<string, Set<string>>();
  const byLook = new Map<string, Set<string>>();
  const seriesKeys = new Map<string, string>();
  const add = (record: Merged) => {
    latest.set(record.id, record);
    for (const { event } of record.sightings) {
      for (const name of identitiesOf(event)) note(byName, name, record.id);
      if (record.seriesKey === null) continue;
      for (const name of seriesIdentitiesOf(event)) seriesKeys.set(name, record.seriesKey);
    }
    const look = lookOf(record.facts);
    if (look !== null) note(byLook, look, record.id);
  };
  const named = (name: string): Merged[] =>
    recordsOf(byName.get(name)).filter(({ sightings }) =>
      sightings.some(({ event }) => identitiesOf(event).includes(name)),
    );
  const recordsOf = (ids: ReadonlySet<string> | undefined): Merged[] =>
    [...(ids ?? [])].flatMap((id) => latest.get(id) ?? []);
  for (const record of known.toSorted((a, b) => (a.id < b.id ? -1 : 1))) add(record);
  return {
    add,
    remove: (record) => void latest.delete(record.id),
    isNamed: (name) => named(name).length > 0,
    find(event) {
      const [own = "", ...shared] = identitiesOf(event);
      const [mine] = named(own);
      if (mine !== undefined) return mine;
      // One calendar never shows one occurrence twice: the same name within it is a fault of the source.
      const alias = shared.flatMap(named).find((record) => !isSameCalendar(record, event));
      if (alias !== undefined) return alias;
      const look = lookOf(event);
      const alike = recordsOf(byLook.get(look ?? ""));
      const isAlike = (record: Merged) =>
        lookOf(record.facts) === look && !hasSource(record, event.sourceId) && sameEnd(record, event);
      return alike.find(isAlike) ?? null;
    },
    twins(event, match) {
      const others = new Set(identitiesOf(event).flatMap(named));
      return [...others].filter(
        (record) =>
          record.id !== match.id &&
          !isSameCalendar(record, event) &&
          !match.sightings.some((sighting) => isSameCalendar(record, sighting.event)),
      );
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

function note(places: Map<string, Set<string>>, name: string, id: string): void {
  places.set(name, (places.get(name) ?? new Set()).add(id));
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
