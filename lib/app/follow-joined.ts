/**
 * Two records proved to be one meeting: whatever the person wrote about the one that gives way follows to the other.
 * Runs inside the act that joins them. Must never drop a word, a mark, a promise, or remind of one meeting twice.
 */
import { joinReflections } from "../domain/join.ts";
import type { Joined } from "../domain/merge.ts";
import { markId } from "../store/collections/marks.ts";
import { reflectionId } from "../store/collections/reflections.ts";
import { remindersId } from "../store/collections/reminders.ts";
import type { Writer } from "../store/store.ts";

export async function followJoined(tx: Writer, joined: readonly Joined[]): Promise<void> {
  for (const one of joined) {
    await followReflections(tx, one);
    await followMark(tx, one);
    await followCommitments(tx, one);
    await followPriorities(tx, one);
    await followEdit(tx, `unreflected:${one.from}`, `unreflected:${one.into}`);
    await followReminders(tx, one);
    await tx.events.forget(one.from);
  }
}

async function followReflections(tx: Writer, { from, into }: Joined): Promise<void> {
  for (const reflection of await tx.reflections.where("event", { is: from })) {
    const id = reflectionId(into, reflection.priorityId);
    const other = await tx.reflections.get(id);
    await tx.reflections.put(
      other === null ? { ...reflection, id, eventKey: into } : joinReflections(other, reflection, id, into),
    );
    await tx.reflections.remove(reflection.id);
    await followEdit(tx, `reflection:${reflection.id}`, `reflection:${id}`);
  }
}

/** The later word counts. */
async function followMark(tx: Writer, { from, into }: Joined): Promise<void> {
  const [mark, other] = await Promise.all([
    tx.marks.get(markId("event", from)),
    tx.marks.get(markId("event", into)),
  ]);
  if (mark === null) return;
  if (other === null || mark.updatedAtMs > other.updatedAtMs)
    await tx.marks.put({ ...mark, id: markId("event", into), key: into });
  await tx.marks.remove(mark.id);
}

async function followCommitments(tx: Writer, { from, into }: Joined): Promise<void> {
  for (const commitment of await tx.commitments.where("event", { is: from }))
    await tx.commitments.put({ ...commitment, eventKey: into });
}

/** Plans adapted to the meeting, and rehearsals for it. */
async function followPriorities(tx: Writer, { from, into }: Joined): Promise<void> {
  for (const priority of await tx.priorities.all()) {
    const isHere = ({ scope }: (typeof priority.adaptations)[number]) =>
      scope.kind === "event" && scope.key === from;
    const isRehearsed = priority.rehearsals.some(({ eventKey }) => eventKey === from);
    if (!isRehearsed && !priority.adaptations.some(isHere)) continue;
    await tx.priorities.put({
      ...priority,
      adaptations: priority.adaptations.map((one) =>
        isHere(one) ? { ...one, scope: { kind: "event", key: into } } : one,
      ),
      rehearsals: priority.rehearsals.map((one) =>
        one.eventKey === from ? { ...one, eventKey: into } : one,
      ),
    });
  }
}

/** What was done to an item of the queue; where both were touched, the later word counts. */
async function followEdit(tx: Writer, fromId: string, intoId: string): Promise<void> {
  await followMerges(tx, fromId, intoId);
  const [edit, other] = await Promise.all([tx.queueEdits.get(fromId), tx.queueEdits.get(intoId)]);
  if (edit === null) return;
  if (other === null || edit.updatedAtMs > other.updatedAtMs)
    await tx.queueEdits.put({ ...edit, id: intoId });
  await tx.queueEdits.remove(fromId);
}

/** Topics that stand in the row of `fromId` stand in that of `intoId`. */
async function followMerges(tx: Writer, fromId: string, intoId: string): Promise<void> {
  for (const edit of await tx.queueEdits.all())
    if (edit.mergedInto === fromId)
      await tx.queueEdits.put({ ...edit, mergedInto: edit.id === intoId ? null : intoId });
}

/** What was settled or put off for the one is so for the other. */
async function followReminders(tx: Writer, { from, into }: Joined): Promise<void> {
  const state = await tx.reminders.get(remindersId);
  if (state === null || !JSON.stringify(state).includes(from)) return;
  await tx.reminders.put({
    ...state,
    settled: moved(state.settled, (id) => id.replace(`:${from}@`, `:${into}@`)),
    snoozed: moved(state.snoozed, (key) => (key === from ? into : key)),
  });
}

function moved<T>(entries: Readonly<Record<string, T>>, rename: (key: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [rename(key), value]));
}
