/** Ids of outbox entries already filed: an entry that is read twice changes nothing the second time. */
import type { RecordBase } from "../../domain/record.ts";
import { collection } from "../collection.ts";

export interface AppliedEntry extends RecordBase {
  atMs: number;
  /** Code of the refusal, `null` when it was filed. */
  refused: string | null;
}

export const appliedOutbox = collection<AppliedEntry>({
  indexes: { at: "one" },
  keys: (record) => ({ at: record.atMs }),
});
