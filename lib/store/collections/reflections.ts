/** Reflections: one per event and priority, found by event, by both, by the time of the answer and of the event. */
import type { Reflection } from "../../domain/reflection.ts";
import { collection } from "../collection.ts";

export const reflections = collection<Reflection>({
  indexes: { event: "one", slot: "one", priority: "one", answered: "one", start: "one", series: "one" },
  keys: (record) => ({
    event: record.eventKey,
    slot: [record.eventKey, record.priorityId ?? ""],
    priority: record.priorityId ?? "",
    answered: record.answeredAtMs,
    start: record.event.startMs,
    series: record.event.seriesKey ?? undefined,
  }),
});

/** The id of the one reflection an event and a priority (or none) can have: the same click twice is one record. */
export function reflectionId(eventKey: string, priorityId: string | null): string {
  return `${eventKey}~${priorityId ?? "none"}`;
}
