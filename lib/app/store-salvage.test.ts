import { openDB } from "idb";
import { IDBObjectStore } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anEvent, timed } from "../../test/support/an-event.ts";
import { fakeDeps, testNowMs } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { archiveImport } from "./archive-import.ts";
import { captureSave } from "./capture-save.ts";
import { drainOutbox } from "./capture-drain.ts";
import { commitReading } from "./commit-reading.ts";
import { dataErase } from "./data-erase.ts";
import { reportGet } from "./report-get.ts";
import { storeRestart } from "./store-restart.ts";
import { storeSalvage } from "./store-salvage.ts";

let deps: FakeDeps;
beforeEach(() => {
  deps = fakeDeps();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function reflectedOn(): Promise<string> {
  const event = anEvent({ timing: timed(testNowMs - 2 * 3_600_000) });
  const reading = { sourceId: event.sourceId, events: [event], coverage: null, speaksFor: "source" as const };
  await commitReading(deps, reading, async () => null);
  const eventKey = (await deps.store.events.all())[0]?.id ?? "";
  await captureSave(deps, { eventKey, priorityId: null, answer: "did" });
  return eventKey;
}

/** A database in which marks cannot be read any more. */
function damageMarks(): void {
  const broken = () => {
    throw new DOMException("damaged", "UnknownError");
  };
  const getAll = IDBObjectStore.prototype.getAll;
  vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(function (this: IDBObjectStore, ...given) {
    return this.name === "marks" ? broken() : getAll.apply(this, given);
  });
  const getAllKeys = IDBObjectStore.prototype.getAllKeys;
  vi.spyOn(IDBObjectStore.prototype, "getAllKeys").mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    return this.name === "marks" ? broken() : getAllKeys.apply(this, given);
  });
}

test("a damaged store is salvaged, begun anew, and brought back from the salvaged file; a waiting capture finds its event", async () => {
  const eventKey = await reflectedOn();
  const before = await deps.store.reflections.raw();
  damageMarks();
  const { text, records, unread } = await storeSalvage(deps);
  expect([records > 0, unread]).toEqual([true, null]);
  await storeRestart(deps);
  vi.restoreAllMocks();
  expect(await deps.store.reflections.all()).toEqual([]);
  deps.waiting["outbox/w"] = { id: "w", eventKey, priorityId: null, answer: "partly", atMs: deps.now.ms };
  await drainOutbox(deps);
  await archiveImport(deps, { text });
  expect(await deps.store.reflections.raw()).toEqual(before);
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toMatchObject([{ eventKey, answer: "partly" }]);
  expect(deps.waiting).toEqual({});
});

test("what no schema knows stands in the file as it lay, and so does a capture that waits; logs do not", async () => {
  await reflectedOn();
  deps.store.close();
  const db = await openDB("throughline");
  await db.put("reflections", {
    id: "odd",
    rev: 1,
    deletedAtMs: null,
    keys: {},
    body: { nextTime: "my words" },
  });
  db.close();
  deps.waiting["outbox/w"] = { id: "w" };
  const file = JSON.parse((await storeSalvage(deps)).text) as { salvaged: unknown };
  expect(file.salvaged).toMatchObject({
    unsound: { reflections: [{ id: "odd", nextTime: "my words" }] },
    waiting: { "outbox/w": { id: "w" } },
  });
  expect(JSON.stringify(file)).not.toContain("appliedOutbox");
  const again = fakeDeps();
  expect((await archiveImport(again, { text: JSON.stringify(file) })).added).toBeGreaterThan(0);
});

test("a store that works is not begun anew", async () => {
  const eventKey = await reflectedOn();
  await expect(storeRestart(deps)).rejects.toMatchObject({ code: "bad-input" });
  expect(await deps.store.reflections.all()).toMatchObject([{ eventKey }]);
});

test("a store of a newer version can be begun anew, and lies aside until everything is erased", async () => {
  (await openDB("throughline", 99, { upgrade: (db) => void db.createObjectStore("future") })).close();
  expect((await reportGet(deps)).text).toContain("store: storage-newer");
  await storeRestart(deps);
  await reflectedOn();
  expect((await openDB("throughline")).version).toBe(99);
});

test("erasing takes the old store with it", async () => {
  await reflectedOn();
  damageMarks();
  await storeRestart(deps);
  vi.restoreAllMocks();
  await dataErase(deps);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["throughline-2"]);
});
