import { beforeEach, expect, test } from "vitest";
import { fakeDeps } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { capture, dayMs, see, write } from "../../test/support/loop-world.ts";
import { journalGet } from "./journal-get.ts";
import { reflectionDelete } from "./reflection-delete.ts";
import { reflectionEdit } from "./reflection-edit.ts";

let deps: FakeDeps;
let ids: string[];

/** Seven captured meetings, one a day, the last yesterday. */
beforeEach(async () => {
  deps = fakeDeps();
  const priority = await write(deps, "steering");
  ids = [];
  for (let i = 0; i < 7; i++) {
    const key = await see(deps, `Steering ${i}`, deps.now.ms - (7 - i) * dayMs);
    ids.push((await capture(deps, key, "did", priority.id)).id);
  }
});

const get = (search = "", before: string | null = null, limit = 3) =>
  journalGet(deps, { search, before, limit });
const titles = (view: Awaited<ReturnType<typeof get>>) =>
  view.entries.map(({ reflection }) => reflection.event.title);

test("newest first, a page at a time, to the end", async () => {
  const first = await get();
  expect(titles(first)).toEqual(["Steering 6", "Steering 5", "Steering 4"]);
  expect(first.total).toBe(7);
  expect(first.entries[0]?.priorityName).toBe("Ask first");
  const second = await get("", first.nextBefore);
  const third = await get("", second.nextBefore);
  expect([...titles(second), ...titles(third)]).toEqual([
    "Steering 3",
    "Steering 2",
    "Steering 1",
    "Steering 0",
  ]);
  expect(third.nextBefore).toBeNull();
});

test("a capture made while reading shifts nothing", async () => {
  const first = await get();
  const key = await see(deps, "Steering new", deps.now.ms - dayMs / 2);
  await capture(deps, key, "did", (await deps.store.priorities.all())[0]?.id);
  expect(titles(await get("", first.nextBefore))).toEqual(["Steering 3", "Steering 2", "Steering 1"]);
});

test("answers of one and the same moment are all read, each once", async () => {
  const all = await deps.store.reflections.all();
  await deps.store.write(async (tx) => {
    for (const reflection of all) await tx.reflections.put({ ...reflection, answeredAtMs: 5 });
  });
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page = await get("", before, 2);
    seen.push(...titles(page));
    before = page.nextBefore;
  } while (before !== null);
  expect(seen.toSorted()).toEqual(all.map(({ event }) => event.title).toSorted());
});

test("the search finds titles and words, whatever case and accents, every term", async () => {
  await reflectionEdit(deps, {
    id: ids[2] ?? "",
    changes: { surprised: "Tomás brought a RÉSUMÉ of options." },
  });
  expect(titles(await get("resume tomas"))).toEqual(["Steering 2"]);
  expect((await get("resume steering")).total).toBe(1);
  expect(titles(await get("steer", null, 10))).toHaveLength(7);
  expect(await get("absent")).toEqual({ entries: [], total: 0, nextBefore: null });
});

test("search pages on as well", async () => {
  const first = await get("steering");
  expect(first.total).toBe(7);
  const second = await get("steering", first.nextBefore);
  expect(titles(second)).toEqual(["Steering 3", "Steering 2", "Steering 1"]);
  expect(second.total).toBe(7);
});

test("deleted reflections are gone from list, count and search", async () => {
  await reflectionDelete(deps, { id: ids[6] ?? "" });
  expect(titles(await get())[0]).toBe("Steering 5");
  expect((await get()).total).toBe(6);
  expect((await get("6")).total).toBe(0);
});

test("a place that is none is refused, a limit beyond reason is cut", async () => {
  await expect(get("", "here")).rejects.toMatchObject({ code: "bad-input" });
  expect((await get("", null, 1e9)).entries).toHaveLength(7);
  expect((await get("", null, -4)).entries).toHaveLength(1);
});
