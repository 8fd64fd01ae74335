/**
 * The one place where a record becomes what is stored, and back. An envelope keeps beside the index keys only what a
 * merge of devices needs; everything else is the `body`. Encryption at rest will replace `body` here and nowhere
 * else, which is why encoding is asynchronous and happens before a transaction is opened.
 */
import type { RecordBase } from "../domain/record.ts";
import type { Collection, Keys } from "./collection.ts";

export interface Envelope extends RecordBase {
  keys: Keys;
  /** `null` for a tombstone: what was deleted is gone. */
  body: unknown;
}

/** The envelope of a record; a deleted one keeps neither keys nor body. */
export async function encode<R extends RecordBase>(collection: Collection<R>, record: R): Promise<Envelope> {
  const { id, rev, createdAtMs, updatedAtMs, deletedAtMs, ...body } = record;
  const alive = deletedAtMs === null;
  return {
    id,
    rev,
    createdAtMs,
    updatedAtMs,
    deletedAtMs,
    keys: alive ? defined(collection.keys(record)) : {},
    body: alive ? body : null,
  };
}

/** The record in an envelope, `null` for a tombstone. */
export async function decode<R extends RecordBase>(envelope: Envelope): Promise<R | null> {
  if (envelope.deletedAtMs !== null) return null;
  const { id, rev, createdAtMs, updatedAtMs, deletedAtMs, body } = envelope;
  // What lies in the database was written by encode() from a record of this type, or validated by an import.
  return { ...(body as object), id, rev, createdAtMs, updatedAtMs, deletedAtMs } as R;
}

function defined(keys: Keys): Keys {
  return Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== undefined));
}
