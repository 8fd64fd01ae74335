/**
 * Lets go of the calendar cache after the days the person chose: events nobody recorded anything about are removed,
 * others keep title, time and series alone. Also forgets acts that can no longer be taken back.
 */
import { endOrStart } from "../domain/event.ts";
import type { EventRecord } from "../domain/event-record.ts";
import { localParts } from "../domain/local-time.ts";
import type { Settings } from "../domain/settings.ts";
import type { Tables, Writer } from "../store/store.ts";
import type { Deps } from "./deps.ts";
import { readSettings } from "./settings-read.ts";

const dayMs = 86_400_000;
/** How long an act can be taken back, and how long a filed outbox entry is remembered. */
const undoMs = dayMs;
const appliedMs = 30 * dayMs;

/** Events that ended before this are let go of, and not stored again. */
export function keptFromMs({ retentionDays }: Pick<Settings, "retentionDays">, nowMs: number): number {
  return nowMs - retentionDays * dayMs;
}

/** Answers how many events were let go of. Safe to run at any time, as often as one likes. */
export async function retain(deps: Deps): Promise<number> {
  const nowMs = deps.clock.nowMs();
  const count = await deps.store.write(async (tx) => {
    const settings = await readSettings(tx);
    for (const { id } of await tx.undo.where("at", { to: nowMs - undoMs })) await tx.undo.forget(id);
    for (const { id } of await tx.appliedOutbox.where("at", { to: nowMs - appliedMs }))
      await tx.appliedOutbox.forget(id);
    const old = await tx.events.where("end", { to: keptFromMs(settings, nowMs) });
    const full = old.filter((record) => record.sightings.length > 0);
    await countDays(tx, full, deps.clock.zone());
    const kept = await keptKeys(tx);
    for (const record of old) {
      if (!kept.events.has(record.id)) await tx.events.forget(record.id);
      else if (record.sightings.length > 0) await tx.events.put(minimal(record));
    }
    return full.length;
  });
  if (count > 0) deps.log.note("retention", { events: count });
  return count;
}

/** Keys of events that carry something the person wrote or said. */
export async function keptKeys(
  tables: Pick<Tables | Writer, "reflections" | "marks" | "commitments" | "priorities">,
): Promise<{ events: Set<string> }> {
  const [reflections, marks, commitments, priorities] = await Promise.all([
    tables.reflections.all(),
    tables.marks.all(),
    tables.commitments.all(),
    tables.priorities.all(),
  ]);
  return {
    events: new Set([
      ...reflections.map((reflection) => reflection.eventKey),
      ...marks.filter((mark) => mark.scope === "event").map((mark) => mark.key),
      ...commitments.flatMap((commitment) => commitment.eventKey ?? []),
      ...priorities.flatMap(({ adaptations }) =>
        adaptations.filter(({ scope }) => scope.kind === "event").map(({ scope }) => scope.key),
      ),
    ]),
  };
}

/** Title, time and series; no people, no place, no text, and no way back to the calendar. */
function minimal(record: EventRecord): EventRecord {
  const { facts } = record;
  return {
    ...record,
    sightings: [],
    facts: {
      ...facts,
      location: null,
      description: null,
      categories: [],
      organizer: null,
      attendees: null,
      hasAttachments: false,
    },
    assessment: { ...record.assessment, reasons: [] },
  };
}

/** Before they go, the days of the events become totals without titles or people. */
async function countDays(tx: Writer, records: readonly EventRecord[], zone: string): Promise<void> {
  for (const { facts, assessment, missingSinceMs } of records) {
    const isMeeting =
      missingSinceMs === null &&
      facts.timing.kind !== "all-day" &&
      facts.kind === "event" &&
      facts.status !== "cancelled" &&
      facts.answer !== "declined";
    if (!isMeeting) continue;
    const id = localParts(facts.timing.startMs, zone).date;
    const hours = (endOrStart(facts.timing) - facts.timing.startMs) / 3_600_000;
    const day = (await tx.days.get(id)) ?? {
      id,
      meetingHours: 0,
      highStakesHours: 0,
      meetings: 0,
      highStakes: 0,
    };
    const isHigh = assessment.label === "high-stakes";
    await tx.days.put({
      ...day,
      meetingHours: day.meetingHours + hours,
      meetings: day.meetings + 1,
      highStakesHours: day.highStakesHours + (isHigh ? hours : 0),
      highStakes: day.highStakes + (isHigh ? 1 : 0),
    });
  }
}
