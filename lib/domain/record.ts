/**
 * What every stored record carries, so that devices can be brought together later: a collision-free sortable id,
 * a revision, the time of the last change, and a tombstone instead of deletion.
 */
export interface RecordBase {
  /** Sortable and collision-free (lib/base/ids.ts). */
  id: string;
  /** Counts changes of this record, from 1. */
  rev: number;
  createdAtMs: number;
  updatedAtMs: number;
  /** Tombstone: when it was deleted; `null` while alive. */
  deletedAtMs: number | null;
}

/** Who may see something, as the person chose; the sharing module decides what that means. */
export type SharingClass = "device" | "coach" | "coach-and-sponsor";
