/**
 * Reads whatever can still be read of a database the product cannot open or cannot trust: at the version it has, store by
 * store, and where a store fails as a whole, record by record. Must never write, migrate or create anything.
 */
import { openDB } from "idb";
import type { IDBPDatabase } from "idb";
import type { RecordBase } from "../domain/record.ts";
import { decode } from "./codec.ts";
import type { Envelope } from "./codec.ts";

export interface Salvaged {
  /** What lay in each store: records out of their envelopes, or whatever another version wrote, as it lay there. */
  stores: Record<string, unknown[]>;
  /** How many records could not be read, by store; `null` where not even their number is known. */
  unread: Record<string, number | null>;
}

/** Never throws: a database that cannot be opened at all is one in which nothing could be read. */
export async function salvage(name: string): Promise<Salvaged> {
  const salvaged: Salvaged = { stores: {}, unread: {} };
  const db = await openAsItIs(name);
  if (db === null) return { stores: {}, unread: { [name]: null } };
  for (const store of db.objectStoreNames) {
    const { records, unread } = await readStore(db, store);
    salvaged.stores[store] = await Promise.all(records.map(outOfEnvelope));
    if (unread !== 0) salvaged.unread[store] = unread;
  }
  db.close();
  return salvaged;
}

async function openAsItIs(name: string): Promise<IDBPDatabase | null> {
  try {
    return await openDB(name, undefined, {
      upgrade(_db, _from, _to, tx) {
        tx.done.catch(() => undefined); // told through openDB's own rejection
        tx.abort(); // there is no such database: it must not come into being by being looked for
      },
    });
  } catch {
    return null; // that it cannot be opened is why we are here
  }
}

async function readStore(
  db: IDBPDatabase,
  store: string,
): Promise<{ records: unknown[]; unread: number | null }> {
  try {
    return { records: await db.getAll(store), unread: 0 };
  } catch {
    return readOneByOne(db, store);
  }
}

async function readOneByOne(
  db: IDBPDatabase,
  store: string,
): Promise<{ records: unknown[]; unread: number | null }> {
  const records: unknown[] = [];
  try {
    const keys = await db.getAllKeys(store);
    for (const key of keys) {
      // One damaged record must not cost the others.
      const record: unknown = await db.get(store, key).catch(() => null);
      if (record !== null) records.push(record);
    }
    return { records, unread: keys.length - records.length };
  } catch {
    return { records, unread: null };
  }
}

async function outOfEnvelope(stored: unknown): Promise<unknown> {
  if (!isEnvelope(stored)) return stored;
  try {
    const { keys: _keys, body: _body, ...base } = stored;
    return (await decode<RecordBase>(stored)) ?? base;
  } catch {
    return stored; // a body nobody can read any more is kept as it is
  }
}

function isEnvelope(stored: unknown): stored is Envelope {
  if (typeof stored !== "object" || stored === null) return false;
  return ["id", "rev", "deletedAtMs", "keys", "body"].every((field) => field in stored);
}
