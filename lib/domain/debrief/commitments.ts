/** Commitments of the queue: what falls due by the next session, and what was kept since the last one. */
import type { Commitment } from "../commitment.ts";
import type { QueueInput, QueueItem, Said } from "./item.ts";

const withoutSessionMs = 14 * 86_400_000;

/** When a commitment is due: its date, or the start of the event it is bound to; `null` when neither is known. */
export function dueOf(commitment: Commitment, boundStarts: QueueInput["boundStarts"]): number | null {
  if (commitment.dueMs !== null) return commitment.dueMs;
  return commitment.eventKey === null ? null : (boundStarts.get(commitment.eventKey)?.startMs ?? null);
}

/** Items for commitments, soonest due first; an open one without a date stands last. */
export function commitmentItems(input: QueueInput): QueueItem[] {
  const lastSession = input.sessionEnds.at(-1) ?? input.nowMs - withoutSessionMs;
  const until = Math.max(input.nowMs, input.nextSessionMs ?? input.nowMs + withoutSessionMs);
  return input.commitments
    .filter((commitment) => {
      if (commitment.deletedAtMs !== null) return false;
      if (commitment.doneAtMs !== null) return commitment.doneAtMs > lastSession;
      const due = dueOf(commitment, input.boundStarts);
      return due === null || due <= until;
    })
    .map((commitment) => itemOf(commitment, input))
    .toSorted((a, b) => (a.whenMs ?? Infinity) - (b.whenMs ?? Infinity) || (a.id < b.id ? -1 : 1));
}

function itemOf(commitment: Commitment, input: QueueInput): QueueItem {
  const id = `commitment:${commitment.id}`;
  const edit = input.edits.get(id);
  const whenMs = dueOf(commitment, input.boundStarts);
  return {
    id,
    section: "commitments",
    kind: "commitment",
    title: commitment.text,
    whenMs,
    score: null,
    reasons: reasonsOf(commitment, whenMs, input),
    answer: null,
    words: [],
    starred: edit?.starred ?? false,
    sharing: commitment.sharing,
    rolledOver: 0,
    success: false,
    commitment,
    reflectionId: null,
    eventKey: commitment.eventKey,
  };
}

function reasonsOf(commitment: Commitment, dueMs: number | null, input: QueueInput): Said[] {
  const said: Said[] = [{ code: `queue.by.${commitment.by}`, params: {} }];
  const bound = commitment.eventKey === null ? undefined : input.boundStarts.get(commitment.eventKey);
  if (commitment.dueMs === null && bound !== undefined)
    said.push({ code: "queue.bound", params: { event: bound.title, onMs: bound.startMs } });
  else if (dueMs !== null) said.push({ code: "queue.due", params: { onMs: dueMs } });
  else said.push({ code: "queue.undated", params: {} });
  if (commitment.doneAtMs !== null) said.push({ code: "queue.done", params: { onMs: commitment.doneAtMs } });
  else if (dueMs !== null && dueMs < input.nowMs) said.push({ code: "queue.open", params: {} });
  return said;
}
