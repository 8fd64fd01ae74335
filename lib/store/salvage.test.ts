import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memoryLog } from "../base/log.ts";
import type { Mark } from "../domain/mark.ts";
import { openStore } from "./store.ts";
import type { Draft } from "./store.ts";

const clock = { nowMs: () => 1_000, zone: () => "UTC" };
const log = memoryLog(() => 1_000);
const mark = (id: string): Draft<Mark> => ({ id, scope: "event", key: id, kind: "ordinary", title: id });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function withMarks(...ids: string[]) {
  const store = openStore(clock, log);
  await store.write(async (tx) => {
    for (const id of ids) await tx.marks.put(mark(id));
  });
  return store;
}
const idsIn = (records: unknown[] | undefined) => (records ?? []).map((one) => (one as { id: string }).id);

test("of a damaged store everything is read but the damaged record, and it is said how many are missing", async () => {
  const store = await withMarks("a", "b", "c");
  vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(function (this: IDBObjectStore) {
    throw new DOMException("damaged", "UnknownError");
  });
  const get = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
    if (key === "b") throw new DOMException("damaged", "UnknownError");
    return get.call(this, key as string);
  });
  const { stores, unread } = await store.salvage();
  expect(idsIn(stores["marks"])).toEqual(["a", "c"]);
  expect(unread).toEqual({ marks: 1 });
});

test("a database of a newer version is read as it is and keeps its version", async () => {
  const db = await openDB("throughline", 99, {
    upgrade: (made) => void made.createObjectStore("future", { keyPath: "id" }),
  });
  await db.put("future", { id: "x", word: "kept" });
  db.close();
  const store = openStore(clock, log);
  await expect(store.marks.all()).rejects.toMatchObject({ code: "storage-newer" });
  expect(await store.salvage()).toEqual({ stores: { future: [{ id: "x", word: "kept" }] }, unread: {} });
  expect((await openDB("throughline")).version).toBe(99);
});

test("looking for a database that is not there makes none", async () => {
  expect(await openStore(clock, log).salvage()).toEqual({ stores: {}, unread: { throughline: null } });
  expect(await indexedDB.databases()).toEqual([]);
});

test("begun anew, the store is empty and works, and the old database lies aside untouched", async () => {
  const store = await withMarks("a");
  await store.startAnew();
  expect(await store.marks.all()).toEqual([]);
  await store.write((tx) => tx.marks.put(mark("b")));
  const reopened = openStore(clock, log);
  expect(idsIn(await reopened.marks.all())).toEqual(["b"]);
  const old = await openDB("throughline");
  expect(idsIn(await old.getAll("marks"))).toEqual(["a"]);
  old.close();
});

test("a new beginning that fails leaves the old database in use", async () => {
  const store = await withMarks("a");
  vi.spyOn(indexedDB, "open").mockImplementationOnce(() => {
    throw new DOMException("no", "UnknownError");
  });
  await expect(store.startAnew()).rejects.toMatchObject({ code: "storage-unavailable" });
  expect(idsIn(await store.marks.all())).toEqual(["a"]);
});

test("erasing takes what lies aside with it", async () => {
  const store = await withMarks("a");
  await store.startAnew();
  await store.startAnew();
  await store.erase();
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["throughline-3"]);
});
