/**
 * Databases as released versions left them, one file for each version (test/specimens/store/vN.json), and how one is
 * put back. To freeze a new version: fill a database with one record of every kind, write `frozen(db)` to its file.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDB } from "idb";
import type { IDBPDatabase } from "idb";

export interface StoreSpecimen {
  version: number;
  stores: Record<
    string,
    {
      keyPath: string;
      indexes: Record<string, { keyPath: string; multiEntry: boolean; unique: boolean }>;
      records: { id: string }[];
    }
  >;
}

export function specimenPath(version: number): string {
  return join(import.meta.dirname, `../specimens/store/v${version}.json`);
}

export function readSpecimen(version: number): StoreSpecimen {
  return JSON.parse(readFileSync(specimenPath(version), "utf8")) as StoreSpecimen;
}

/** Everything a database is: its stores, their indexes, their records. */
export async function frozen(db: IDBPDatabase): Promise<StoreSpecimen> {
  const stores: StoreSpecimen["stores"] = {};
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name);
    const indexes: StoreSpecimen["stores"][string]["indexes"] = {};
    for (const indexName of store.indexNames) {
      const { keyPath, multiEntry, unique } = store.index(indexName);
      indexes[indexName] = { keyPath: String(keyPath), multiEntry, unique };
    }
    const records = (await db.getAll(name)) as { id: string }[];
    stores[name] = { keyPath: String(store.keyPath), indexes, records };
  }
  return { version: db.version, stores };
}

/** Makes the database `name` exactly what the specimen says. */
export async function thaw(specimen: StoreSpecimen, name: string): Promise<void> {
  const db = await openDB(name, specimen.version, {
    upgrade(upgrading) {
      for (const [storeName, { keyPath, indexes }] of Object.entries(specimen.stores)) {
        const store = upgrading.createObjectStore(storeName, { keyPath });
        for (const [indexName, index] of Object.entries(indexes))
          store.createIndex(indexName, index.keyPath, { multiEntry: index.multiEntry, unique: index.unique });
      }
    },
  });
  for (const [storeName, { records }] of Object.entries(specimen.stores))
    for (const record of records) await db.put(storeName, record);
  db.close();
}
