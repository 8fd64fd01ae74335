/** What the person did to one item of the debrief queue. The queue itself is computed (debrief/). */
import type { RecordBase, SharingClass } from "./record.ts";

/** `id` is the queue item's id (`reflection:<id>`, `unreflected:<eventKey>`, ...). */
export interface QueueEdit extends RecordBase {
  starred: boolean;
  droppedAtMs: number | null;
  discussedAtMs: number | null;
  /** The person's own place, 0 first; `null` where the computed order stands. */
  order: number | null;
  sharing: SharingClass | null;
  /** Item whose row this one is talked about in; absent or `null` while it has a row of its own. */
  mergedInto?: string | null;
  /** How many sessions it rolled over, and the last one that did it. */
  rolledOver: number;
  rolledOverAtMs: number | null;
  /** After the second roll-over it is archived, with notice. */
  archivedAtMs: number | null;
}
