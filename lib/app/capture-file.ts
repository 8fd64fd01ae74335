/**
 * Files one answer as the one reflection an event and a priority can have. Owns when an answer is too late, when it
 * is marked late, and what of the event and the plan is kept with it. Runs inside an act.
 */
import { AppError } from "../base/errors.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import type { IfThenPlan, Priority } from "../domain/plan.ts";
import type { RecordBase } from "../domain/record.ts";
import type { Answer, EventSnapshot, Reflection } from "../domain/reflection.ts";
import { lateAfterHours, lateCaptureHours } from "../domain/reflection.ts";
import { reflectionId } from "../store/collections/reflections.ts";
import type { Writer } from "../store/store.ts";
import { endedMs } from "./capture-slots.ts";

const hourMs = 3_600_000;

/** The act log's id for the last answer of a slot: a page knows event and priority, not the id of an act. */
export function captureUndoId(eventKey: string, priorityId: string | null): string {
  return `capture:${reflectionId(eventKey, priorityId)}`;
}

export interface AnswerToFile {
  eventKey: string;
  priorityId: string | null;
  answer: Answer;
  /** When the person answered. */
  atMs: number;
}

/**
 * Creates or changes the reflection, and logs what was there before; words already written stay. `judged` is `null`
 * when the event is not known any more: then only an existing reflection can be answered again.
 * Throws AppError too-late, not-found.
 */
export async function fileAnswer(
  tx: Writer,
  judged: JudgedEvent | null,
  answered: AnswerToFile,
): Promise<Reflection> {
  // The key may be a former one: what is filed stands under the event's own.
  const given = { ...answered, eventKey: judged?.record.id ?? answered.eventKey };
  const id = reflectionId(given.eventKey, given.priorityId);
  const before = await tx.reflections.get(id);
  const draft = before ?? { ...(await newReflection(tx, judged, given)), id };
  const filed = await tx.reflections.put({ ...draft, answer: given.answer, answeredAtMs: given.atMs });
  await tx.undo.put({
    id: captureUndoId(given.eventKey, given.priorityId),
    atMs: given.atMs,
    changes: [{ collection: "reflections", id, before, revAfter: filed.rev }],
  });
  return filed;
}

async function newReflection(
  tx: Writer,
  judged: JudgedEvent | null,
  given: AnswerToFile,
): Promise<Omit<Reflection, keyof RecordBase>> {
  if (judged === null) throw new AppError("not-found");
  const ended = endedMs(judged);
  if (given.atMs >= ended + lateCaptureHours * hourMs) throw new AppError("too-late");
  const priority = given.priorityId === null ? null : await tx.priorities.get(given.priorityId);
  return {
    eventKey: given.eventKey,
    priorityId: given.priorityId,
    answer: given.answer,
    answeredAtMs: given.atMs,
    late: given.atMs > ended + lateAfterHours * hourMs,
    event: snapshotOf(judged),
    plan: priority === null ? null : planFor(priority, judged),
    effort: null,
    outcome: null,
    nextTime: "",
    surprised: "",
    decisionTaken: "",
    whoNoticed: "",
    energy: null,
    bringToSession: false,
    sharing: "device",
  };
}

/** The plan that stands for an event: adapted to it, else to its series, else the priority's own. */
export function planFor(priority: Priority, judged: JudgedEvent): IfThenPlan | null {
  const { id, seriesKey } = judged.record;
  const adapted = (kind: "event" | "series", key: string | null) =>
    priority.adaptations.findLast(({ scope }) => scope.kind === kind && scope.key === key)?.plan;
  return (
    adapted("event", id) ?? (seriesKey === null ? undefined : adapted("series", seriesKey)) ?? priority.plan
  );
}

function snapshotOf(judged: JudgedEvent): EventSnapshot {
  const { facts, seriesKey } = judged.record;
  const others = (facts.attendees ?? []).filter((person) => !person.self);
  return {
    title: facts.title,
    startMs: facts.timing.startMs,
    endMs: facts.timing.endMs,
    seriesKey,
    label: judged.label,
    domain: judged.domain,
    stakes: Math.round(judged.stakes * 100),
    people: others.flatMap((person) => person.name ?? person.email ?? []).slice(0, 100),
  };
}
