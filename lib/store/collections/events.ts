/**
 * Merged events, found by time, by what sources call them, and by series. An event is found in a range of time by its
 * end; the few that last longer than `longMs` carry the key `long` and are always looked at.
 */
import type { CalendarEvent } from "../../domain/event.ts";
import { endOrStart } from "../../domain/event.ts";
import type { EventRecord } from "../../domain/event-record.ts";
import { identitiesOf, seriesIdentitiesOf } from "../../domain/merge-index.ts";
import { collection } from "../collection.ts";
import type { ReadTable } from "../table.ts";

const longMs = 14 * 86_400_000;

export const events = collection<EventRecord>({
  indexes: { start: "one", end: "one", long: "one", identity: "many", series: "one", seriesIdentity: "many" },
  keys: (record) => {
    const { timing } = record.facts;
    const end = endOrStart(timing);
    return {
      start: timing.startMs,
      end,
      long: end - timing.startMs > longMs ? timing.startMs : undefined,
      identity: [
        ...unique(
          record.sightings.map((sighting) => sighting.event),
          identitiesOf,
        ),
        ...(record.formerKeys ?? []).map(formerly),
      ],
      series: record.seriesKey ?? undefined,
      seriesIdentity: unique(
        record.sightings.map((sighting) => sighting.event),
        seriesIdentitiesOf,
      ),
    };
  },
});

/** The event of a key, also of one that it was known by before; `null` when it is not known. */
export async function eventByKey(table: ReadTable<EventRecord>, key: string): Promise<EventRecord | null> {
  return (await table.get(key)) ?? (await table.where("identity", { is: formerly(key) }))[0] ?? null;
}

function formerly(key: string): string {
  return `was:${key}`;
}

/** Every event that touches [fromMs, toMs), by start. An event without length counts at its start. */
export async function eventsBetween(
  table: ReadTable<EventRecord>,
  fromMs: number,
  toMs: number,
): Promise<EventRecord[]> {
  const [ordinary, long] = await Promise.all([
    table.where("end", { from: fromMs, to: toMs + longMs }),
    table.where("long", { to: toMs }),
  ]);
  const found = new Map<string, EventRecord>();
  for (const record of [...ordinary, ...long]) {
    const { startMs } = record.facts.timing;
    const end = endOrStart(record.facts.timing);
    const touches = startMs < toMs && (end > fromMs || (end === startMs && startMs >= fromMs));
    if (touches) found.set(record.id, record);
  }
  return [...found.values()].toSorted((a, b) => a.facts.timing.startMs - b.facts.timing.startMs);
}

function unique(sightings: CalendarEvent[], of: (event: CalendarEvent) => string[]): string[] {
  return [...new Set(sightings.flatMap(of))];
}
