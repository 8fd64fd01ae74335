/**
 * What use cases are given, without a browser: a real IndexedDB implementation in memory, a clock that stands until it
 * is moved, an outbox that is a plain object. `reopen` is what a killed and restarted background would see.
 */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import type { Deps } from "../../lib/app/deps.ts";
import { memoryLog } from "../../lib/base/log.ts";
import { openStore } from "../../lib/store/store.ts";

export interface FakeDeps extends Deps {
  now: { ms: number; zone: string };
  /** What lies in extension storage. */
  waiting: Record<string, unknown>;
  /** How often others were told that something changed. */
  announced: { count: number };
  /** A new background over the same storage. */
  reopen(): FakeDeps;
}

export const testNowMs = Date.UTC(2026, 10, 25, 12); // a Wednesday

/** A fresh, empty device. */
export function fakeDeps(nowMs = testNowMs): FakeDeps {
  globalThis.indexedDB = new IDBFactory();
  return over({ ms: nowMs, zone: "UTC" }, {});
}

function over(now: { ms: number; zone: string }, waiting: Record<string, unknown>): FakeDeps {
  const clock = { nowMs: () => now.ms, zone: () => now.zone };
  const log = memoryLog(() => now.ms);
  const announced = { count: 0 };
  return {
    now,
    waiting,
    announced,
    clock,
    log,
    store: openStore(clock, log),
    locale: "en",
    version: "0.0.0",
    announceChange: () => {
      announced.count++;
    },
    outbox: {
      read: async () => structuredClone(waiting),
      put: async (entry) => {
        waiting[`outbox/${entry.id}`] = entry;
      },
      remove: async (keys) => {
        for (const key of keys) delete waiting[key];
      },
    },
    edges: {
      grantedHosts: async () => [],
      registerSites: async () => [],
      readFeed: async () => undefined,
      usedBytes: async () => null,
      openPanel: async () => true,
      injectPageParts: async () => undefined,
      reschedule: async () => undefined,
    },
    reopen: () => over(now, waiting),
  };
}
