/**
 * Opens the database and keeps one connection: walks the migrations, gives way to a newer version of the extension,
 * and opens again after the browser closed it. The only caller of idb's openDB.
 */
import { openDB } from "idb";
import type { IDBPDatabase } from "idb";
import { AppError } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import { migrations } from "./migrations/index.ts";
import type { Migration } from "./migrations/index.ts";

export const databaseName = "throughline";

export interface Connection {
  /** The open database. Throws AppError: storage-newer, storage-full, storage-unavailable. */
  db(): Promise<IDBPDatabase>;
  close(): void;
}

/** A connection that opens at first use; the name is asked for at each opening. `list` is the migrations to walk, all of them unless a test says otherwise. */
export function connect(
  name: string | (() => Promise<string>),
  log: Log,
  list: readonly Migration[] = migrations,
): Connection {
  const named = async () => (typeof name === "string" ? name : name());
  let opened: Promise<IDBPDatabase> | null = null;
  const forget = () => {
    opened = null;
  };
  return {
    db() {
      opened ??= named()
        .then((found) => open(found, log, list, forget))
        .catch((thrown: unknown) => {
          forget();
          throw asStorageError(thrown);
        });
      return opened;
    },
    close() {
      const closing = opened;
      forget();
      closing?.then((db) => db.close()).catch(() => undefined); // it never opened: nothing to close
    },
  };
}

function open(name: string, log: Log, list: readonly Migration[], forget: () => void): Promise<IDBPDatabase> {
  return new Promise((resolve, reject) => {
    let gaveUp = false;
    openDB(name, list.length, {
      upgrade(db, from, _to, tx) {
        tx.done.catch(() => undefined); // told through openDB's own rejection
        walk(db, tx, list.slice(from)).catch((thrown: unknown) => {
          log.note("store.migration-failed", { from });
          reject(new AppError("storage-unavailable", { cause: thrown }));
          tx.abort(); // the version stays where it was
        });
      },
      blocked(current) {
        // Another context still holds an older version. Callers are told now; the next call may find it open.
        log.note("store.blocked", { current });
        gaveUp = true;
        reject(new AppError("storage-unavailable"));
      },
      blocking(_current, _blocked, event) {
        log.note("store.gave-way");
        forget();
        // The target of a versionchange event is the connection itself.
        (event.target as IDBDatabase).close();
      },
      terminated() {
        log.note("store.terminated");
        forget();
      },
    }).then((db) => (gaveUp ? db.close() : resolve(db)), reject);
  });
}

async function walk(
  db: IDBPDatabase,
  tx: Parameters<Migration["up"]>[1],
  list: readonly Migration[],
): Promise<void> {
  for (const migration of list) await migration.up(db, tx);
}

/** What IndexedDB throws, as the error a person can be told. */
export function asStorageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : "";
  if (name === "QuotaExceededError") return new AppError("storage-full", { cause: thrown });
  if (name === "VersionError") return new AppError("storage-newer", { cause: thrown });
  return new AppError("storage-unavailable", { cause: thrown });
}
