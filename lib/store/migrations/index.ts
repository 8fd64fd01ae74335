/**
 * The numbered list of migrations: entry n leads from version n to version n + 1. A released one is never edited, and
 * a version never advances past a failure (open.ts aborts the upgrade).
 */
import type { IDBPDatabase, IDBPTransaction } from "idb";
import { first } from "./0001-first.ts";

export interface Migration {
  name: string;
  /** Self-contained: uses nothing of the current collections. May await only requests of `tx`. */
  up(db: IDBPDatabase, tx: IDBPTransaction<unknown, string[], "versionchange">): void | Promise<void>;
}

export const migrations: readonly Migration[] = [first];
