/**
 * What the person changed about the debrief queue, kept as one record: the queue itself is never stored, it is
 * computed from records, these edits and now (queue.ts). Must never hold words, titles or answers.
 */
import type { RecordBase, SharingClass } from "../record.ts";

export interface QueueEdits extends RecordBase {
  /** The person's own order of topics, item ids; empty = the computed order. */
  order: string[];
  /** Item id -> when it was dropped, ms. */
  dropped: Record<string, number>;
  /** Item id -> when it was discussed, ms. */
  discussed: Record<string, number>;
  /** Item id -> when it was put back from the archive, ms: rolling over is counted from then. */
  kept: Record<string, number>;
  /** Stars of items that are no reflection (a reflection carries its own "bring to session"). */
  starred: string[];
  /** Sharing of items that are neither reflection nor commitment (those carry their own). */
  sharing: Record<string, SharingClass>;
  /** Ends of past coaching sessions, ms, oldest first: the calendar may forget them, rolling over must not. */
  sessionEnds: number[];
}

export type QueueEditFields = Omit<QueueEdits, keyof RecordBase>;

/** What stands when the person changed nothing. */
export const noEdits: QueueEditFields = {
  order: [],
  dropped: {},
  discussed: {},
  kept: {},
  starred: [],
  sharing: {},
  sessionEnds: [],
};
