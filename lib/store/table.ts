/**
 * How collections are read: one short transaction per call, records decoded after it. Tombstones are never among the
 * answers, except in `raw`. Must never keep a transaction open across a foreign await.
 */
import type { IDBPDatabase, IDBPIndex, IDBPObjectStore } from "idb";
import type { RecordBase } from "../domain/record.ts";
import { decode } from "./codec.ts";
import type { Envelope } from "./codec.ts";

/** Which records of an index: one key, any of several, or a range `[from, to)`; in order of the key. */
export type Query =
  | { is: IDBValidKey }
  | { any: readonly IDBValidKey[] }
  | { from?: IDBValidKey; to?: IDBValidKey; limit?: number; backwards?: boolean };

/** A stored record with its history: `record` is `null` for a tombstone. */
export interface Stored<R extends RecordBase> {
  base: RecordBase;
  record: R | null;
}

export interface ReadTable<R extends RecordBase> {
  get(id: string): Promise<R | null>;
  /** The record with its history; `null` when there never was one. */
  history(id: string): Promise<Stored<R> | null>;
  /** Those of the ids that exist. */
  getMany(ids: readonly string[]): Promise<R[]>;
  /** Every living record, by id. */
  all(): Promise<R[]>;
  where(index: string, query: Query): Promise<R[]>;
  count(index: string, query: Query): Promise<number>;
  /** Every record, tombstones too: for archives and merges. */
  raw(): Promise<Stored<R>[]>;
}

type ReadStore = IDBPObjectStore<unknown, string[]>;
type ReadIndex = IDBPIndex<unknown, string[]>;

/** A table over an object store. `use` lends the open database and reopens it once if the browser closed it. */
export function readTable<R extends RecordBase>(
  name: string,
  use: <T>(work: (db: IDBPDatabase) => Promise<T>) => Promise<T>,
): ReadTable<R> {
  const inStore = <T>(work: (store: ReadStore) => Promise<T>) =>
    use((db) => work(db.transaction([name], "readonly").objectStore(name)));
  const living = async (envelopes: (Envelope | undefined)[]): Promise<R[]> => {
    const alive = envelopes.filter((envelope) => envelope !== undefined);
    const records = await Promise.all(alive.map((envelope) => decode<R>(envelope)));
    return records.filter((record) => record !== null);
  };
  return {
    async get(id) {
      const envelope: Envelope | undefined = await inStore((store) => store.get(id));
      return envelope === undefined ? null : decode<R>(envelope);
    },
    async history(id) {
      const envelope: Envelope | undefined = await inStore((store) => store.get(id));
      return envelope === undefined ? null : stored<R>(envelope);
    },
    async getMany(ids) {
      return living(await inStore((store) => Promise.all(ids.map((id) => store.get(id)))));
    },
    async all() {
      return living(await inStore((store) => store.getAll()));
    },
    async where(index, query) {
      return living(await inStore((store) => found(store.index(index), query)));
    },
    count(index, query) {
      return inStore((store) => counted(store.index(index), query));
    },
    async raw() {
      const envelopes: Envelope[] = await inStore((store) => store.getAll());
      return Promise.all(envelopes.map((envelope) => stored<R>(envelope)));
    },
  };
}

async function stored<R extends RecordBase>(envelope: Envelope): Promise<Stored<R>> {
  const { keys: _keys, body: _body, ...base } = envelope;
  return { base, record: await decode<R>(envelope) };
}

/** The range of a query as IndexedDB has it; `null` for "everything". */
export function rangeOf(query: { from?: IDBValidKey; to?: IDBValidKey }): IDBKeyRange | null {
  const { from, to } = query;
  if (from !== undefined && to !== undefined) return IDBKeyRange.bound(from, to, false, true);
  if (from !== undefined) return IDBKeyRange.lowerBound(from);
  if (to !== undefined) return IDBKeyRange.upperBound(to, true);
  return null;
}

async function found(index: ReadIndex, query: Query): Promise<Envelope[]> {
  if ("is" in query) return index.getAll(query.is);
  if ("any" in query) {
    const answers = (await isSmallerThan(index, query.any.length))
      ? [await having(index, query.any)]
      : await Promise.all(query.any.map((key) => index.getAll(key) as Promise<Envelope[]>));
    return [...new Map(answers.flat().map((envelope) => [envelope.id, envelope])).values()];
  }
  if (query.from !== undefined && query.to !== undefined && indexedDB.cmp(query.from, query.to) >= 0)
    return [];
  const range = rangeOf(query);
  if (query.backwards !== true) return index.getAll(range, query.limit);
  const envelopes: Envelope[] = [];
  let cursor = await index.openCursor(range, "prev");
  while (cursor !== null && envelopes.length < (query.limit ?? Infinity)) {
    envelopes.push(cursor.value as Envelope);
    cursor = await cursor.continue();
  }
  return envelopes;
}

/** From how many keys on it may be cheaper to read all there is than to ask for each key. */
const manyKeys = 50;

async function isSmallerThan(index: ReadIndex, keys: number): Promise<boolean> {
  return keys >= manyKeys && (await index.count()) < keys;
}

async function having(index: ReadIndex, keys: readonly IDBValidKey[]): Promise<Envelope[]> {
  // Keys of an index are compared by value: text is told from numbers and lists.
  const wanted = new Set(keys.map((key) => JSON.stringify(key)));
  const all = (await index.getAll()) as Envelope[];
  return all.filter(({ keys: own }) => {
    const key = own[index.name];
    const each = index.multiEntry && Array.isArray(key) ? key : [key];
    return each.some((one) => wanted.has(JSON.stringify(one)));
  });
}

async function counted(index: ReadIndex, query: Query): Promise<number> {
  if ("is" in query) return index.count(query.is);
  if ("any" in query) return (await found(index, query)).length;
  return index.count(rangeOf(query));
}
