/**
 * The database, to the rest of the product: typed tables to read and one way to write. The only owner of IndexedDB;
 * built once by the background's composition root. Must never hand out a transaction: an act is gathered first
 * (unit-of-work.ts), encoded, and then committed whole, so no foreign await can cut it in two.
 */
import { deleteDB } from "idb";
import type { IDBPDatabase, IDBPTransaction } from "idb";
import type { Clock } from "../base/clock.ts";
import { AppError } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { RecordBase } from "../domain/record.ts";
import { encode } from "./codec.ts";
import type { Envelope } from "./codec.ts";
import type { Collection } from "./collection.ts";
import { collectionNames, collections } from "./collections.ts";
import type { CollectionName } from "./collections.ts";
import { currentDatabase, databasesOf, nextDatabase } from "./databases.ts";
import { asStorageError, connect, databaseName } from "./open.ts";
import { salvage } from "./salvage.ts";
import type { Salvaged } from "./salvage.ts";
import { readTable } from "./table.ts";
import { begin } from "./unit-of-work.ts";
import type { Change, Tables, Writer } from "./unit-of-work.ts";

export type { Records, CollectionName } from "./collections.ts";
export type { Salvaged } from "./salvage.ts";
export type { Query, ReadTable } from "./table.ts";
export type { Change, Draft, Tables, Writer, WriteTable } from "./unit-of-work.ts";

export interface WriteOptions {
  /** `strict`: answered only once the data would survive the death of every browser process. */
  durability?: "strict" | "relaxed";
}

export interface Store extends Tables {
  /**
   * One act: `work` reads and puts, then everything is committed in one transaction, or nothing is. Acts run one
   * after the other. `work` may run again if another context wrote meanwhile, so it must do nothing else than read
   * and put. Throws AppError storage-full, storage-unavailable, storage-newer.
   */
  write<T>(work: (tx: Writer) => Promise<T> | T, options?: WriteOptions): Promise<T>;
  /** Every record of every collection, tombstones and logs too, is removed in one transaction; then what lies aside. */
  erase(): Promise<void>;
  /** What can be read of the database in use, however damaged. Never throws, writes nothing. */
  salvage(): Promise<Salvaged>;
  /** Puts the database in use aside, untouched, and begins an empty one. Throws AppError as `write` does. */
  startAnew(): Promise<void>;
  close(): void;
}

const attempts = 4;

/** A store over the database `name`. Opens at first use. */
export function openStore(clock: Clock, log: Log, name = databaseName): Store {
  const connection = connect(() => currentDatabase(name), log);
  const use = async <T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await connection.db());
    } catch (thrown) {
      if (!isClosing(thrown)) throw asStorageError(thrown);
    }
    connection.close();
    return work(await connection.db()).catch((thrown: unknown) => Promise.reject(asStorageError(thrown)));
  };
  // One implementation serves all collections; the mapped type cannot be followed through Object.fromEntries.
  const tables = Object.fromEntries(
    collectionNames.map((collection) => [collection, readTable(collection, use)]),
  ) as unknown as Tables;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = turn.then(act, act);
    turn = done.catch(() => undefined); // the caller gets the failure; the next act must still run
    return done;
  };
  const write: Store["write"] = (work, options = {}) =>
    inTurn(async () => {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const tx = begin(tables, () => clock.nowMs());
        const value = await work(tx);
        if (await commit(use, tx.changes(), options)) return value;
        log.note("store.conflict", { attempt });
      }
      throw new AppError("storage-unavailable");
    });
  return {
    ...tables,
    write,
    erase: () =>
      inTurn(async () => {
        await use(eraseAll);
        const aside = (await databasesOf(name)).slice(0, -1);
        await Promise.all(aside.map((old) => deleteDB(old)));
      }),
    salvage: async () => salvage(await currentDatabase(name).catch(() => name)),
    startAnew: () =>
      inTurn(async () => {
        connection.close();
        const next = connect(await nextDatabase(name), log);
        await next.db();
        next.close();
        log.note("store.started-anew");
      }),
    close: () => connection.close(),
  };
}

/** Commits all changes in one transaction; `false` when a record changed since it was read: nothing was written. */
async function commit(
  use: <T>(work: (db: IDBPDatabase) => Promise<T>) => Promise<T>,
  changes: Change[],
  options: WriteOptions,
): Promise<boolean> {
  if (changes.length === 0) return true;
  const envelopes = await Promise.all(changes.map(encodeChange));
  const names = [...new Set(changes.map((change) => change.collection))];
  return use(async (db) => {
    const tx = db.transaction(names, "readwrite", { durability: options.durability ?? "default" });
    // An aborted transaction rejects `done` even when nobody awaits it.
    const done = tx.done.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const stored = await Promise.all(
      changes.map(
        (change) => tx.objectStore(change.collection).get(change.id) as Promise<Envelope | undefined>,
      ),
    );
    if (changes.some((change, at) => (stored[at]?.rev ?? 0) !== (change.base?.rev ?? 0))) {
      tx.abort();
      await done;
      return false;
    }
    const failed = await putAll(tx, changes, envelopes);
    const ended = await done;
    if (failed !== null) throw failed;
    if (ended !== null) throw ended;
    return true;
  });
}

/** Asks for every change; answers with what went wrong, after having given up the whole transaction. */
async function putAll(
  tx: IDBPTransaction<unknown, CollectionName[], "readwrite">,
  changes: Change[],
  envelopes: (Envelope | null)[],
): Promise<unknown> {
  const requests: Promise<unknown>[] = [];
  try {
    for (const [at, change] of changes.entries()) {
      const envelope = envelopes[at] ?? null;
      const store = tx.objectStore(change.collection);
      requests.push(envelope === null ? store.delete(change.id) : store.put(envelope));
    }
  } catch (thrown) {
    tx.abort(); // a request that could not even be made (uncloneable) aborts nothing by itself
    await Promise.allSettled(requests);
    return thrown;
  }
  const refused = (await Promise.allSettled(requests)).find((result) => result.status === "rejected");
  return refused === undefined ? null : refused.reason;
}

function encodeChange(change: Change): Promise<Envelope | null> {
  if (change.next === null) return Promise.resolve(null);
  return encode(collections[change.collection] as unknown as Collection<RecordBase>, change.next);
}

async function eraseAll(db: IDBPDatabase): Promise<void> {
  const tx = db.transaction(collectionNames, "readwrite", { durability: "strict" });
  await Promise.all([...collectionNames.map((name) => tx.objectStore(name).clear()), tx.done]);
}

/** The browser closed the connection under us (both browsers say so with InvalidStateError). */
function isClosing(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "InvalidStateError";
}
