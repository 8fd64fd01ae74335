/** How a collection is described: its indexes, and the keys a record is found by. */
import type { RecordBase } from "../domain/record.ts";

/** Keys may be single, compound (an array), or for a `many` index a list of keys. Absent keys are not indexed. */
export type Keys = Record<string, IDBValidKey | undefined>;

export interface Collection<R extends RecordBase> {
  indexes: Readonly<Record<string, "one" | "many">>;
  keys(record: R): Keys;
}

/** Describes a collection; the type parameter is its record. */
export function collection<R extends RecordBase>(description: Collection<R>): Collection<R> {
  return description;
}
