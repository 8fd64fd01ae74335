/**
 * The act log: what records were before an act of the person, so that it can be taken back once. Entries are let go
 * of after a day (app/data-retention.ts): a deleted word must not live on here.
 */
import type { RecordBase } from "../../domain/record.ts";
import { collection } from "../collection.ts";

export interface UndoEntry extends RecordBase {
  atMs: number;
  changes: {
    collection: string;
    id: string;
    /** The record before the act, `null` when there was none. */
    before: RecordBase | null;
    /** Revision the act left behind: another one means the record changed since, and undo is refused. */
    revAfter: number;
  }[];
}

export const undo = collection<UndoEntry>({
  indexes: { at: "one" },
  keys: (record) => ({ at: record.atMs }),
});
