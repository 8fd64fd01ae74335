/**
 * What can be captured for an event, and what was: the one-click capture is for the most specific priority that
 * applies, or for none when the event is flagged for its stakes alone.
 */
import { endOrStart } from "../domain/event.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import { matchPriorities } from "../domain/matching.ts";
import type { PriorityMatch } from "../domain/matching.ts";
import type { Priority } from "../domain/plan.ts";
import type { Reflection } from "../domain/reflection.ts";
import { lateCaptureHours } from "../domain/reflection.ts";
import type { Settings } from "../domain/settings.ts";
import type { CaptureView } from "../rpc/views.ts";

const hourMs = 3_600_000;
/** An event whose end nobody knows counts as over so long after its start. */
const assumedLengthMs = hourMs;

/** Priorities that apply to an event, the most specific first. */
export function prioritiesFor(
  judged: JudgedEvent,
  priorities: readonly Priority[],
  settings: Pick<Settings, "people">,
): PriorityMatch[] {
  const { record, domain } = judged;
  const event = { ...record.facts, seriesKey: record.seriesKey };
  return matchPriorities(event, { domain }, record.kinds, priorities, settings.people);
}

/** When the event is over, ms. */
export function endedMs(judged: JudgedEvent): number {
  const { timing } = judged.record.facts;
  return timing.endMs === null ? timing.startMs + assumedLengthMs : endOrStart(timing);
}

export interface CaptureSlot {
  capture: CaptureView;
  /** True while the person may answer for the first time: over, not answered, within 48 hours, worth asking. */
  offered: boolean;
}

/** The one-click slot of an event, answered or not. `reflections` may hold those of other events. */
export function captureSlot(
  judged: JudgedEvent,
  priorities: readonly Priority[],
  reflections: readonly Reflection[],
  settings: Pick<Settings, "people">,
  nowMs: number,
): CaptureSlot {
  const { record } = judged;
  const priority = prioritiesFor(judged, priorities, settings)[0]?.priority ?? null;
  const mine = reflections.filter((reflection) => reflection.eventKey === record.id);
  // A priority written after the answer does not ask for the same meeting again.
  const reflection = mine.find((one) => one.priorityId === (priority?.id ?? null)) ?? mine[0] ?? null;
  const slot =
    reflection === null ? priority : (priorities.find((one) => one.id === reflection.priorityId) ?? null);
  const ended = endedMs(judged);
  const isWorthAsking =
    judged.flag === "high-stakes" || (priority !== null && judged.mark?.kind !== "ordinary");
  return {
    capture: {
      eventKey: record.id,
      priorityId: reflection === null ? (priority?.id ?? null) : reflection.priorityId,
      priorityName: slot?.name ?? null,
      endedMs: ended,
      answer: reflection?.answer ?? null,
      answeredAtMs: reflection?.answeredAtMs ?? null,
    },
    offered:
      reflection === null &&
      judged.attending &&
      isWorthAsking &&
      ended <= nowMs &&
      nowMs < ended + lateCaptureHours * hourMs,
  };
}
