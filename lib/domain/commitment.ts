/** Something promised, by the executive or by the coach, with a due date or an event it is bound to. */
import type { RecordBase, SharingClass } from "./record.ts";

export interface Commitment extends RecordBase {
  text: string;
  by: "you" | "coach";
  dueMs: number | null;
  eventKey: string | null;
  doneAtMs: number | null;
  sharing: SharingClass;
}
