/**
 * Brings one reading of one source into the store: merged, assessed, and the source's own record updated, all in one
 * transaction. Shared by pages, files and feeds.
 */
import { newId } from "../base/ids.ts";
import type { CalendarEvent, Coverage } from "../domain/event.ts";
import { endOrStart } from "../domain/event.ts";
import type { EventRecord } from "../domain/event-record.ts";
import { identitiesOf, mergeReading, seriesIdentitiesOf } from "../domain/merge.ts";
import type { Settings } from "../domain/settings.ts";
import type { Source } from "../domain/source.ts";
import { eventsBetween } from "../store/collections/events.ts";
import type { Draft, Writer } from "../store/store.ts";
import { assessorFor } from "./assessing.ts";
import type { Deps } from "./deps.ts";
import { readSettings } from "./settings-read.ts";

export interface Reading {
  sourceId: string;
  events: CalendarEvent[];
  coverage: Coverage | null;
  speaksFor: "source" | "calendars";
}

/** How many events were added or changed. `source` answers what becomes of the source's record, `null` for nothing. */
export async function commitReading(
  deps: Deps,
  reading: Reading,
  source: (tx: Writer, counted: number) => Promise<Draft<Source> | null>,
): Promise<number> {
  const changed = await deps.store.write(async (tx) => {
    const settings = await readSettings(tx);
    const events = reading.events
      .filter((event) => counts(event, settings))
      .map((event) => ({ ...event, sourceId: reading.sourceId }));
    const draft = await source(tx, events.length);
    if (draft !== null) await tx.sources.put(draft);
    return merge(deps, tx, { ...reading, events }, settings);
  });
  if (changed > 0) {
    deps.announceChange();
    await deps.edges.reschedule();
  }
  return changed;
}

async function merge(deps: Deps, tx: Writer, reading: Reading, settings: Settings): Promise<number> {
  const nowMs = deps.clock.nowMs();
  const known = await candidates(tx, reading);
  const byId = new Map(known.map((record) => [record.id, record]));
  const assessor = assessorFor(settings);
  let changed = 0;
  for (const merged of mergeReading({ ...reading, nowMs }, known, () => newId(nowMs))) {
    const before = byId.get(merged.id);
    const record = { ...merged, ...assessor.assess(merged.facts, merged.seriesKey) };
    if (before === undefined) await tx.events.create(record);
    else await tx.events.put(record);
    if (before === undefined || looksDifferent(before, record)) changed++;
  }
  return changed;
}

/** Only the person's own calendar counts, and others they chose. */
function counts(event: CalendarEvent, settings: Settings): boolean {
  return event.calendar.own || settings.includedCalendars.includes(event.calendar.id);
}

/** Every record the merge may have to know: same names, same series, same start, or within what was read. */
async function candidates(tx: Writer, { events, coverage }: Reading): Promise<EventRecord[]> {
  const starts = events.map((event) => event.timing.startMs);
  const ends = events.map((event) => endOrStart(event.timing) + 1);
  const from = Math.min(...starts, coverage?.fromMs ?? Infinity);
  const to = Math.max(...ends, coverage?.toMs ?? -Infinity);
  const around = from < to ? await eventsBetween(tx.events, from, to) : [];
  const known = new Map(around.map((record) => [record.id, record]));
  const names = new Set(events.flatMap(identitiesOf));
  const series = new Set(events.flatMap(seriesIdentitiesOf));
  for (const { event } of around.flatMap((record) => record.sightings)) {
    for (const identity of identitiesOf(event)) names.delete(identity);
    for (const identity of seriesIdentitiesOf(event)) series.delete(identity);
  }
  const elsewhere = await Promise.all([
    tx.events.where("identity", { any: [...names] }),
    tx.events.where("seriesIdentity", { any: [...series] }),
  ]);
  for (const record of elsewhere.flat()) known.set(record.id, record);
  return [...known.values()];
}

/** Whether anybody who looks would see a difference: "seen again" is none. */
function looksDifferent(before: EventRecord, after: Draft<EventRecord>): boolean {
  return visible(before) !== visible(after);
}

function visible({ facts, missingSinceMs, assessment, seriesKey, sightings }: Draft<EventRecord>): string {
  const ids = sightings.map(({ event }) => [event.sourceId, event.sourceEventId]);
  return JSON.stringify([facts, missingSinceMs, assessment, seriesKey, ids]);
}
