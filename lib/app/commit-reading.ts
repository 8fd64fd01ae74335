/**
 * Brings one reading of one source into the store: merged, assessed, and the source's own record updated, all in one
 * transaction. Shared by pages, files and feeds.
 */
import { newId } from "../base/ids.ts";
import type { CalendarEvent, Coverage } from "../domain/event.ts";
import { endOrStart, isIncluded } from "../domain/event.ts";
import type { EventRecord } from "../domain/event-record.ts";
import { mergeReading } from "../domain/merge.ts";
import { identitiesOf, seriesIdentitiesOf } from "../domain/merge-index.ts";
import type { Merged } from "../domain/merge-index.ts";
import type { Settings } from "../domain/settings.ts";
import type { Source } from "../domain/source.ts";
import { eventsBetween } from "../store/collections/events.ts";
import type { Draft, Writer } from "../store/store.ts";
import { assessorFor } from "./assessing.ts";
import type { Assessor } from "./assessing.ts";
import { keptFromMs } from "./data-retention.ts";
import { followJoined } from "./follow-joined.ts";
import type { Deps } from "./deps.ts";
import { readSettings } from "./settings-read.ts";

/** A file can name as many calendars as it likes; nobody chooses from more. */
const mostCalendars = 200;

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
    const counting = whatCounts(reading, settings, deps.clock.nowMs());
    await putSource(tx, reading, await source(tx, counting.events.length));
    return merge(deps, tx, counting, settings);
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
  const { changed: next, joined } = mergeReading({ ...reading, nowMs }, known, () => newId(nowMs));
  await followJoined(tx, joined);
  let changed = joined.length;
  for (const merged of next) {
    const before = byId.get(merged.id);
    const record = {
      ...merged,
      ...(stillHolds(before, merged, assessor) ?? assessor.assess(merged.facts, merged.seriesKey)),
    };
    if (before === undefined) await tx.events.create(record);
    else await tx.events.put(record);
    if (before === undefined || looksDifferent(before, record)) changed++;
  }
  return changed;
}

type Judged = ReturnType<Assessor["assess"]>;

/** The assessment as it stands, where nothing that it depends on changed: most events of a reading were read before. */
function stillHolds(before: EventRecord | undefined, merged: Merged, { version }: Assessor): Judged | null {
  if (before === undefined || before.assessedWith !== version || before.seriesKey !== merged.seriesKey)
    return null;
  if (JSON.stringify(before.facts) !== JSON.stringify(merged.facts)) return null;
  const { assessment, kinds, assessedWith } = before;
  return { assessment, kinds, assessedWith };
}

/** Without calendars that do not count, and without what retention would let go of again. */
function whatCounts(reading: Reading, settings: Settings, nowMs: number): Reading {
  const fromMs = keptFromMs(settings, nowMs);
  const events = reading.events
    .filter(({ calendar }) => isIncluded(calendar, settings.includedCalendars))
    .filter(({ timing }) => endOrStart(timing) >= fromMs)
    .map((event) => ({ ...event, sourceId: reading.sourceId }));
  const { coverage } = reading;
  // What was left out was not looked for: it must not count as missing.
  const clipped = coverage === null ? null : { ...coverage, fromMs: Math.max(coverage.fromMs, fromMs) };
  return { ...reading, events, coverage: clipped };
}

/** The source's record as `draft` says, with every calendar that was ever seen in it. */
async function putSource(tx: Writer, reading: Reading, draft: Draft<Source> | null): Promise<void> {
  const known = await tx.sources.get(reading.sourceId);
  const before = known?.calendars ?? [];
  const seen = new Map(
    [...before, ...reading.events.map(({ calendar }) => calendar)].map((calendar) => [calendar.id, calendar]),
  );
  const calendars = [...seen.values()].slice(0, mostCalendars);
  const isNews = JSON.stringify(calendars) !== JSON.stringify(before);
  const next = draft ?? (isNews ? known : null);
  if (next !== null) await tx.sources.put({ ...next, calendars });
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
