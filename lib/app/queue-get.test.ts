import { beforeEach, describe, expect, test } from "vitest";
import { fakeDeps } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { capture, dayMs, hourMs, see, write } from "../../test/support/loop-world.ts";
import { captureUndo } from "./capture-undo.ts";
import { commitmentDelete } from "./commitment-delete.ts";
import { commitmentSave } from "./commitment-save.ts";
import { queueEdit } from "./queue-edit.ts";
import { queueGet } from "./queue-get.ts";
import { reflectionEdit } from "./reflection-edit.ts";
import { undo } from "./undo.ts";

let deps: FakeDeps;
let priorityId: string;

beforeEach(async () => {
  deps = fakeDeps();
  priorityId = (await write(deps, "steering", { name: "Ask first" })).id;
});

const titles = (items: { title: string }[]) => items.map(({ title }) => title);

async function promise(text: string, dueMs: number | null, eventKey: string | null = null) {
  return commitmentSave(deps, { id: null, text, by: "you", dueMs, eventKey, done: false });
}

test("a captured meeting is in the queue with its reasons as sentences", async () => {
  for (const days of [15, 8, 1]) {
    const key = await see(deps, "Pricing steering", deps.now.ms - days * dayMs, {
      seriesId: "s",
      mark: "high-stakes",
    });
    await capture(deps, key, "missed", priorityId);
  }
  const newest = (await deps.store.reflections.all()).toSorted(
    (a, b) => b.event.startMs - a.event.startMs,
  )[0];
  await reflectionEdit(deps, {
    id: newest?.id ?? "",
    changes: { outcome: -2, bringToSession: true, surprised: "The room went quiet." },
  });
  const view = await queueGet(deps);
  const [first] = view.items;
  expect(first).toMatchObject({
    kind: "reflection",
    section: "proposed",
    title: "Pricing steering",
    answer: "missed",
    words: ["The room went quiet."],
    starred: true,
    eventKey: newest?.eventKey,
  });
  expect(first?.reasons).toEqual([
    `Stakes ${newest?.event.stakes}.`,
    "Two below what you expected.",
    "Plan missed (Ask first), the third time in this group.",
    "You starred it.",
  ]);
  expect(view.patterns).toEqual([
    {
      text: "3 of the last 3 times Ask first was missed in Pricing steering, since Nov 10.",
      outcomes: ["missed", "missed", "missed"],
    },
  ]);
});

test("a commitment due after the session is named apart until it is done", async () => {
  const later = await promise("Tell the chair", deps.now.ms + 60 * dayMs);
  await promise("Call Leo", deps.now.ms - dayMs);
  const view = await queueGet(deps);
  expect(titles(view.items)).toEqual(["Call Leo"]);
  expect(view.laterCommitments.map(({ text }) => text)).toEqual(["Tell the chair"]);
  const { id, text, by, dueMs, eventKey } = later;
  await commitmentSave(deps, { id, text, by, dueMs, eventKey, done: true });
  expect((await queueGet(deps)).laterCommitments).toEqual([]);
});

test("no reason is left without its words", async () => {
  const key = await see(deps, "Forum", deps.now.ms - 20 * dayMs, { mark: "high-stakes" });
  await see(deps, "Silent", deps.now.ms - 20 * dayMs, { mark: "high-stakes" });
  await capture(deps, key, "partly");
  await promise("Call Leo", deps.now.ms - dayMs);
  await promise("Undated", null);
  await see(deps, "Session", deps.now.ms - 10 * dayMs, { mark: "coaching" });
  const { items } = await queueGet(deps);
  const said = items.flatMap(({ reasons }) => reasons);
  expect(said.filter((sentence) => /queue\.|[{}]/.test(sentence))).toEqual([]);
  expect(said).toContain("High stakes, nothing recorded.");
  expect(said).toContain("Partly led as intended.");
  expect(said).toContain("Rolled over once.");
  expect(said).toContain("Due Nov 24.");
});

test("the next session and the coach are named", async () => {
  const session = await see(deps, "Sofia B.", deps.now.ms + dayMs, { mark: "coaching" });
  expect((await queueGet(deps)).session?.eventKey).toBe(session);
});

test("an answer taken back leaves the queue", async () => {
  const key = await see(deps, "Steering", deps.now.ms - 3 * hourMs);
  await capture(deps, key, "missed", priorityId);
  expect(titles((await queueGet(deps)).items)).toEqual(["Steering"]);
  await captureUndo(deps, { eventKey: key, priorityId });
  expect((await queueGet(deps)).items).toEqual([]);
});

describe("the person's edits", () => {
  let ids: string[];

  beforeEach(async () => {
    ids = [];
    for (const [i, name] of ["Steering one", "Steering two", "Steering three"].entries()) {
      const key = await see(deps, name, deps.now.ms - (5 - i) * dayMs);
      ids.push(`reflection:${(await capture(deps, key, "did", priorityId)).id}`);
    }
  });

  test("dropping and restoring, discussing and taking it back", async () => {
    const [one = "", two = ""] = ids;
    expect(titles((await queueEdit(deps, { act: "drop", itemId: one })).dropped)).toEqual(["Steering one"]);
    expect((await queueEdit(deps, { act: "restore", itemId: one })).items).toHaveLength(3);
    const discussed = await queueEdit(deps, { act: "discussed", itemId: two, on: true });
    expect(titles(discussed.archived)).toEqual(["Steering two"]);
    expect(discussed.archived[0]?.reasons[0]).toBe("Discussed on Nov 25.");
    expect((await queueEdit(deps, { act: "discussed", itemId: two, on: false })).items).toHaveLength(3);
  });

  test("merging two topics, and splitting them again", async () => {
    const [one = "", two = "", three = ""] = ids;
    const merged = await queueEdit(deps, { act: "merge", itemId: one, intoId: two });
    expect(merged.items.map(({ id }) => id).toSorted()).toEqual([three, two].toSorted());
    const row = merged.items.find(({ id }) => id === two);
    expect(row).toMatchObject({ merged: [{ id: one }] });
    expect(row?.reasons).toContain("With one more topic.");
    await expect(queueEdit(deps, { act: "merge", itemId: two, intoId: one })).rejects.toMatchObject({
      code: "bad-input",
    });
    await expect(queueEdit(deps, { act: "merge", itemId: one, intoId: "commitment:x" })).rejects.toThrow();
    const split = await queueEdit(deps, { act: "split", itemId: one });
    expect(split.items.map(({ id }) => id).toSorted()).toEqual([one, two, three].toSorted());
  });

  test("an order of one's own survives a restart and can be put back", async () => {
    const computed = titles((await queueGet(deps)).items);
    const own = await queueEdit(deps, { act: "order", itemIds: [ids[2] ?? "", ids[1] ?? "", ids[0] ?? ""] });
    expect(titles(own.items)).toEqual(["Steering three", "Steering two", "Steering one"]);
    expect(own.reordered).toBe(true);
    expect(titles((await queueGet(deps.reopen())).items)).toEqual(titles(own.items));
    const back = await queueEdit(deps, { act: "put-back" });
    expect([titles(back.items), back.reordered]).toEqual([computed, false]);
  });

  test("a star is the reflection's own bring to session, sharing is its own sharing", async () => {
    const [one = ""] = ids;
    await queueEdit(deps, { act: "star", itemId: one, on: true });
    const shared = await queueEdit(deps, { act: "share", itemId: one, sharing: "coach" });
    expect(shared.items.find(({ id }) => id === one)).toMatchObject({ starred: true, sharing: "coach" });
    const stored = await deps.store.reflections.get(one.slice("reflection:".length));
    expect(stored).toMatchObject({ bringToSession: true, sharing: "coach" });
    await expect(queueEdit(deps, { act: "star", itemId: "reflection:gone", on: true })).rejects.toMatchObject(
      {
        code: "not-found",
      },
    );
  });

  test("a meeting nobody reflected on can be starred and shared as well", async () => {
    const key = await see(deps, "Silent", deps.now.ms - 4 * dayMs, { mark: "high-stakes" });
    const itemId = `unreflected:${key}`;
    await queueEdit(deps, { act: "star", itemId, on: true });
    const { items } = await queueEdit(deps, { act: "share", itemId, sharing: "coach-and-sponsor" });
    expect(items.find(({ id }) => id === itemId)).toMatchObject({
      starred: true,
      sharing: "coach-and-sponsor",
    });
  });

  test("an archived topic put back waits for two more sessions", async () => {
    for (const days of [3.5, 2.5, 1.5])
      await see(deps, `S${days}`, deps.now.ms - days * dayMs, { mark: "coaching" });
    const [one = ""] = ids;
    expect((await queueGet(deps)).archived.map(({ id }) => id)).toContain(one);
    const back = await queueEdit(deps, { act: "restore", itemId: one });
    expect(back.items.find(({ id }) => id === one)).toMatchObject({ rolledOver: 0 });
  });
});

describe("commitments", () => {
  test("come first, bound ones with their event, done ones with their day", async () => {
    const key = await see(deps, "Heron", deps.now.ms + dayMs);
    await see(deps, "Steering", deps.now.ms - dayMs).then((one) => capture(deps, one, "missed", priorityId));
    const bound = await promise("Send the walk-away price", null, key);
    const done = await promise("Tell Leo", deps.now.ms - dayMs);
    await commitmentSave(deps, { ...done, done: true });
    const { items } = await queueGet(deps);
    expect(titles(items)).toEqual(["Tell Leo", "Send the walk-away price", "Steering"]);
    expect(items[0]?.reasons).toEqual(["Yours.", "Due Nov 24.", "Done Nov 25."]);
    expect(items[1]?.reasons).toEqual(["Yours.", "Bound to Heron, Nov 26."]);
    expect(items[1]).toMatchObject({ commitment: { id: bound.id }, eventKey: key });
  });

  test("said to be done twice, the first time stands; undone, it is open", async () => {
    const made = await promise("Tell Leo", null);
    const done = await commitmentSave(deps, { ...made, done: true });
    deps.now.ms += dayMs;
    expect((await commitmentSave(deps, { ...made, done: true })).doneAtMs).toBe(done.doneAtMs);
    expect((await commitmentSave(deps, { ...made, done: false })).doneAtMs).toBeNull();
  });

  test("an empty one is refused, a deleted one can be taken back", async () => {
    await expect(promise("  ", null)).rejects.toMatchObject({ code: "bad-input" });
    const made = await promise("Tell Leo", deps.now.ms);
    const { undoId } = await commitmentDelete(deps, { id: made.id });
    expect((await queueGet(deps)).items).toEqual([]);
    await undo(deps, { undoId });
    expect(titles((await queueGet(deps)).items)).toEqual(["Tell Leo"]);
  });
});
