import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { openDB } from "idb";
import { memoryLog } from "../base/log.ts";
import type { Mark } from "../domain/mark.ts";
import { connect } from "./open.ts";
import { openStore } from "./store.ts";
import type { Draft } from "./store.ts";

let now = 1_000;
const clock = { nowMs: () => now, zone: () => "UTC" };
const log = memoryLog(() => now);
const mark = (id: string, title = "Board"): Draft<Mark> => ({
  id,
  scope: "event",
  key: id,
  kind: "high-stakes",
  title,
});

beforeEach(() => {
  now = 1_000;
  globalThis.indexedDB = new IDBFactory();
});

test("a record comes back with revision and times, and each put is one revision", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a")));
  now = 2_000;
  const second = await store.write(async (tx) => {
    await tx.marks.put(mark("a", "Twice"));
    return tx.marks.put(mark("a", "Thrice"));
  });
  expect(second).toMatchObject({ rev: 2, createdAtMs: 1_000, updatedAtMs: 2_000, title: "Thrice" });
  expect(await store.marks.get("a")).toEqual(second);
});

test("what was deleted leaves a tombstone without a word in it and is found nowhere", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a", "Secret")));
  expect(await store.write((tx) => tx.marks.remove("a"))).toBe(true);
  expect(await store.marks.get("a")).toBeNull();
  expect(await store.marks.where("key", { is: "a" })).toEqual([]);
  const db = await openDB("throughline");
  expect(JSON.stringify(await db.getAll("marks"))).not.toContain("Secret");
  expect((await store.marks.raw())[0]?.base).toMatchObject({ rev: 2, deletedAtMs: 1_000 });
});

test("putting over a tombstone brings the record back with the next revision", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a")));
  await store.write((tx) => tx.marks.remove("a"));
  expect(await store.write((tx) => tx.marks.put(mark("a")))).toMatchObject({ rev: 3, deletedAtMs: null });
});

test("an act that fails stores nothing of itself", async () => {
  const store = openStore(clock, log);
  const act = store.write(async (tx) => {
    await tx.marks.put(mark("a"));
    throw new Error("half way");
  });
  await expect(act).rejects.toThrow("half way");
  expect(await store.marks.all()).toEqual([]);
});

test("a put that the database refuses takes the whole act with it", async () => {
  const store = openStore(clock, log);
  const unstorable = { ...mark("b"), title: (() => 1) as unknown as string };
  const act = store.write(async (tx) => {
    await tx.marks.put(mark("a"));
    await tx.marks.put(unstorable);
  });
  await expect(act).rejects.toMatchObject({ code: "storage-unavailable" });
  expect(await store.marks.all()).toEqual([]);
  await store.write((tx) => tx.marks.put(mark("c")));
  expect(await store.marks.all()).toHaveLength(1);
});

test("acts that start together run one after the other and lose nothing", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a", "")));
  const append = (letter: string) =>
    store.write(async (tx) => {
      const current = await tx.marks.get("a");
      await tx.marks.put(mark("a", `${current?.title ?? "?"}${letter}`));
    });
  await Promise.all("abcdefgh".split("").map(append));
  expect((await store.marks.get("a"))?.title).toBe("abcdefgh");
});

test("two stores on one database do not overwrite each other", async () => {
  const [left, right] = [openStore(clock, log), openStore(clock, log)];
  await left.write((tx) => tx.marks.put(mark("a", "")));
  const append = (store: typeof left, letter: string) =>
    store.write(async (tx) => {
      const current = await tx.marks.get("a");
      await tx.marks.put(mark("a", `${current?.title ?? "?"}${letter}`));
    });
  await Promise.all([append(left, "l"), append(right, "r")]);
  expect((await left.marks.get("a"))?.title.split("").toSorted()).toEqual(["l", "r"]);
});

test("an act reads what it put itself, by id and by index", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a")));
  const seen = await store.write(async (tx) => {
    await tx.marks.put(mark("b"));
    await tx.marks.remove("a");
    return {
      get: await tx.marks.get("a"),
      all: (await tx.marks.all()).map((record) => record.id),
      where: (await tx.marks.where("key", { any: ["a", "b"] })).map((record) => record.id),
      range: (await tx.marks.where("key", { from: "a", limit: 1 })).map((record) => record.id),
      count: await tx.marks.count("key", { is: "a" }),
    };
  });
  expect(seen).toEqual({ get: null, all: ["b"], where: ["b"], range: ["b"], count: 0 });
});

test("a clock set back does not make the newer word look older", async () => {
  const store = openStore(clock, log);
  now = 9_000;
  await store.write((tx) => tx.marks.put(mark("a")));
  now = 3_000;
  expect((await store.write((tx) => tx.marks.put(mark("a", "later")))).updatedAtMs).toBe(9_000);
});

test("ranges are read forwards and backwards with a limit", async () => {
  const store = openStore(clock, log);
  await store.write(async (tx) => {
    for (const id of ["a", "b", "c", "d"]) await tx.marks.put(mark(id));
  });
  const ids = async (query: Parameters<typeof store.marks.where>[1]) =>
    (await store.marks.where("key", query)).map((record) => record.id);
  expect(await ids({ from: "b", to: "d" })).toEqual(["b", "c"]);
  expect(await ids({ to: "d", backwards: true, limit: 2 })).toEqual(["c", "b"]);
  expect(await ids({ from: "d", to: "a" })).toEqual([]);
});

test("a database of a newer version is refused and left alone", async () => {
  (await openDB("throughline", 99, { upgrade: (db) => void db.createObjectStore("future") })).close();
  await expect(openStore(clock, log).marks.all()).rejects.toMatchObject({ code: "storage-newer" });
  expect((await openDB("throughline")).version).toBe(99);
});

test("a migration that fails leaves version and data where they were", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a")));
  store.close();
  const { migrations } = await import("./migrations/index.ts");
  const failing = {
    name: "0002-failing",
    async up(_db: unknown, tx: { objectStore(name: string): { clear?: () => Promise<void> } }) {
      await tx.objectStore("marks").clear?.();
      throw new Error("no");
    },
  };
  const broken = connect("throughline", log, [...migrations, failing]);
  await expect(broken.db()).rejects.toMatchObject({ code: "storage-unavailable" });
  const again = openStore(clock, log);
  expect(await again.marks.all()).toHaveLength(1);
});

test("an older connection gives way to a newer version of the extension", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a")));
  const { migrations } = await import("./migrations/index.ts");
  const newer = connect("throughline", log, [...migrations, { name: "0002-nothing", up: () => undefined }]);
  expect((await newer.db()).version).toBe(migrations.length + 1);
  await expect(store.marks.all()).rejects.toMatchObject({ code: "storage-newer" });
});

test("a connection the browser closed is opened again", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a")));
  store.close();
  expect(await store.marks.all()).toHaveLength(1);
});

test("erase leaves nothing behind, tombstones included", async () => {
  const store = openStore(clock, log);
  await store.write((tx) => tx.marks.put(mark("a")));
  await store.write((tx) => tx.marks.remove("a"));
  await store.erase();
  expect(await store.marks.raw()).toEqual([]);
});

test("an act that was under way is erased with the rest", async () => {
  const store = openStore(clock, log);
  const act = store.write(async (tx) => {
    await tx.marks.all();
    return tx.marks.create(mark("a"));
  });
  await Promise.all([act, store.erase()]);
  expect(await store.marks.raw()).toEqual([]);
});

test.each([3, 200])(
  "any of many keys finds the same with %i records as asking for each key",
  async (records) => {
    const store = openStore(clock, log);
    await store.write(async (tx) => {
      for (let i = 0; i < records; i++) await tx.marks.put(mark(`m${i}`));
    });
    const keys = Array.from({ length: 100 }, (_, i) => `m${i * 2}`);
    const found = (await store.marks.where("key", { any: keys })).map(({ id }) => id);
    const asked = await Promise.all(keys.map((key) => store.marks.where("key", { is: key })));
    expect(found.toSorted()).toEqual(
      asked
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(await store.marks.count("key", { any: keys })).toBe(found.length);
  },
);
