/**
 * One act of the person, gathered before it is written: reads see what the act has put so far, writes are held back
 * and then committed in one transaction (store.ts). Nothing of it is visible, or stored, until all of it is.
 */
import type { RecordBase } from "../domain/record.ts";
import type { Keys } from "./collection.ts";
import { collectionNames, collections } from "./collections.ts";
import type { CollectionName, Records } from "./collections.ts";
import { answers, isAlive, ordered, overlay } from "./overlay.ts";
import type { ReadTable, Stored } from "./table.ts";

/** A record as a use case hands it over: revision and times are the store's business. */
export type Draft<R extends RecordBase> = Omit<R, keyof RecordBase> & Pick<R, "id"> & Partial<RecordBase>;

export interface WriteTable<R extends RecordBase> extends ReadTable<R> {
  /** Creates or replaces; answers the record as it will be stored (next revision, updated now). */
  put(draft: Draft<R>): Promise<R>;
  /** Like `put` for an id made just now: saves looking whether it exists. */
  create(draft: Draft<R>): Promise<R>;
  /** Leaves a tombstone; `false` when there was nothing alive. */
  remove(id: string): Promise<boolean>;
  /** Stores a record, or a tombstone, exactly as given, over what `raw` said is there: for merges of archives alone. */
  restore(base: RecordBase, record: R | null, stored: Stored<R> | null): Promise<void>;
  /** Forgets a record without a tombstone: for logs and caches that never leave the device. */
  forget(id: string): Promise<void>;
}

export type Tables = { [K in CollectionName]: ReadTable<Records[K]> };
export type Writer = { [K in CollectionName]: WriteTable<Records[K]> } & {
  /** What the act has changed so far. */
  changes(): Change[];
};

/** One change to be committed: `next` is `null` when the record is to be forgotten. */
export interface Change {
  collection: CollectionName;
  id: string;
  /** Its history as read, tombstones too: another revision at commit means somebody else wrote meanwhile. */
  base: RecordBase | null;
  /** The living record as read. */
  before: RecordBase | null;
  next: RecordBase | null;
}

/** Begins an act over committed `tables`. */
export function begin(tables: Tables, nowMs: () => number): Writer {
  const held = new Map<string, Change>();
  const written = Object.fromEntries(
    collectionNames.map((name) => {
      const keysOf = (record: RecordBase): Keys => collections[name].keys(record as never);
      // One implementation serves all collections; the mapped type cannot be followed through Object.fromEntries.
      const table = tables[name] as ReadTable<RecordBase>;
      const seen = new Map<string, RecordBase>();
      const touched = new Map<string, RecordBase | null>();
      const reader = readThrough(table, keysOf, seen, touched);
      const hold = holder(name, table, seen, touched, held);
      return [name, { ...reader, ...writes(reader, hold, nowMs) }];
    }),
  ) as unknown as Omit<Writer, "changes">;
  return { ...written, changes: () => [...held.values()] } as Writer;
}

/** Reads what the act has put, else what is committed; remembers the latter so that a put need not read again. */
function readThrough(
  table: ReadTable<RecordBase>,
  keysOf: (record: RecordBase) => Keys,
  seen: Map<string, RecordBase>,
  touched: Map<string, RecordBase | null>,
): ReadTable<RecordBase> {
  const remember = (records: RecordBase[]) => {
    for (const record of records) seen.set(record.id, record);
    return records;
  };
  const where: ReadTable<RecordBase>["where"] = async (index, query) => {
    if (touched.size === 0) return remember(await table.where(index, query));
    const limit = "limit" in query && query.limit !== undefined ? query.limit + touched.size : undefined;
    const wider = limit === undefined ? query : { ...query, limit };
    const committed = remember(await table.where(index, wider));
    const all = overlay(committed, touched, (record) => answers(keysOf(record)[index], query));
    return ordered(all, (record) => keysOf(record)[index], query);
  };
  return {
    where,
    async get(id) {
      const mine = touched.get(id);
      if (mine !== undefined) return isAlive(mine) ? mine : null;
      const record = await table.get(id);
      if (record !== null) seen.set(id, record);
      return record;
    },
    history: (id) => table.history(id),
    async getMany(ids) {
      const wanted = new Set(ids);
      const committed = remember(await table.getMany(ids.filter((id) => !touched.has(id))));
      return overlay(committed, touched, (record) => wanted.has(record.id));
    },
    async all() {
      const all = overlay(remember(await table.all()), touched, () => true);
      return all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    async count(index, query) {
      return touched.size === 0 ? table.count(index, query) : (await where(index, query)).length;
    },
    raw: () => table.raw(),
  };
}

/** Holds one change back: `make` gets the record's history and answers what it becomes; `known` saves looking. */
type Hold = (
  id: string,
  known: Stored<RecordBase> | null | "look",
  make: (stored: RecordBase | null) => RecordBase | null,
) => Promise<RecordBase | null>;

function holder(
  name: CollectionName,
  table: ReadTable<RecordBase>,
  seen: Map<string, RecordBase>,
  touched: Map<string, RecordBase | null>,
  held: Map<string, Change>,
): Hold {
  const look = async (id: string) => {
    const record = seen.get(id);
    return record === undefined ? table.history(id) : { base: record, record };
  };
  return async (id, known, make) => {
    const key = `${name}/${id}`;
    let change = held.get(key);
    if (change === undefined) {
      const stored = known === "look" ? await look(id) : known;
      change = {
        collection: name,
        id,
        base: stored?.base ?? null,
        before: stored?.record ?? null,
        next: null,
      };
      held.set(key, change);
    }
    change.next = make(change.base);
    touched.set(id, change.next);
    return change.next;
  };
}

function writes(
  reader: ReadTable<RecordBase>,
  hold: Hold,
  nowMs: () => number,
): Omit<WriteTable<RecordBase>, keyof ReadTable<RecordBase>> {
  const next = (id: string, stored: RecordBase | null, deleted: boolean): RecordBase => {
    const now = nowMs();
    return {
      id,
      rev: (stored?.rev ?? 0) + 1,
      createdAtMs: stored?.createdAtMs ?? now,
      // A clock set back must not make the newer word look older.
      updatedAtMs: Math.max(now, stored?.updatedAtMs ?? 0),
      deletedAtMs: deleted ? now : null,
    };
  };
  const save = async (draft: Draft<RecordBase>, isNew: boolean): Promise<RecordBase> => {
    const make = (stored: RecordBase | null) => ({ ...draft, ...next(draft.id, stored, false) });
    return (await hold(draft.id, isNew ? null : "look", make)) ?? make(null);
  };
  return {
    put: (draft) => save(draft, false),
    create: (draft) => save(draft, true),
    async remove(id) {
      if ((await reader.get(id)) === null) return false;
      await hold(id, "look", (stored) => next(id, stored, true));
      return true;
    },
    async restore(given, record, stored) {
      await hold(given.id, stored, () => (record === null ? given : { ...record, ...given }));
    },
    async forget(id) {
      await hold(id, "look", () => null);
    },
  };
}
