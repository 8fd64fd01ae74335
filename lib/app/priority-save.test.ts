import { beforeEach, describe, expect, test } from "vitest";
import { fakeDeps } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { capture, dayMs, hourMs, nowhere, see, write } from "../../test/support/loop-world.ts";
import { cardGet } from "./card-get.ts";
import { planAdapt } from "./plan-adapt.ts";
import { planGet } from "./plan-get.ts";
import { planRehearse } from "./plan-rehearse.ts";
import { planTouches } from "./plan-touches.ts";
import { priorityDelete } from "./priority-delete.ts";
import { priorityOrder } from "./priority-order.ts";
import { prioritySave } from "./priority-save.ts";
import { undo } from "./undo.ts";

let deps: FakeDeps;

beforeEach(() => {
  deps = fakeDeps();
});

const names = async () => (await planGet(deps)).priorities.map(({ priority }) => priority.name);

describe("writing priorities", () => {
  test("up to three are kept in the order they were written, a fourth is refused", async () => {
    for (const name of ["One", "Two", "Three"]) await write(deps, name, { name });
    expect(await names()).toEqual(["One", "Two", "Three"]);
    expect((await planGet(deps)).canAdd).toBe(false);
    await expect(write(deps, "four")).rejects.toMatchObject({ code: "too-many", params: { most: 3 } });
    expect(await names()).toHaveLength(3);
  });

  test("two surfaces cannot slip a fourth in together", async () => {
    await write(deps, "one");
    await write(deps, "two");
    const both = await Promise.allSettled([write(deps, "three"), write(deps, "four")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await names()).toHaveLength(3);
  });

  test("a change keeps what the form does not know", async () => {
    const made = await write(deps, "steering");
    await planRehearse(deps, { priorityId: made.id, eventKey: null });
    const changed = await write(deps, "steering", { id: made.id, name: "Ask twice" });
    expect(changed).toMatchObject({ id: made.id, name: "Ask twice", order: 0 });
    expect(changed.rehearsals).toHaveLength(1);
  });

  test("what was written can be taken back, a change as well as a new one", async () => {
    const made = await write(deps, "steering");
    const changed = await prioritySave(deps, { ...made, name: "Ask twice" });
    expect(await undo(deps, { undoId: changed.undoId })).toEqual({ undone: true });
    expect(await names()).toEqual([made.name]);
    const second = await prioritySave(deps, { ...made, id: null, name: "Second" });
    expect(await undo(deps, { undoId: second.undoId })).toEqual({ undone: true });
    expect(await names()).toEqual([made.name]);
  });

  test("words are tidied, a plan without words is none, nothing at all is refused", async () => {
    const made = await write(deps, " ", {
      name: "  ",
      to: " asking ",
      plan: { if: " ", then: "" },
      situation: { ...nowhere, words: ["plan", " plan", "", "Review "] },
    });
    expect(made).toMatchObject({ name: "asking", to: "asking", plan: null });
    expect(made.situation.words).toEqual(["plan", "Review"]);
    await expect(write(deps, "x", { name: " ", to: " " })).rejects.toMatchObject({ code: "bad-input" });
    await expect(write(deps, "x", { id: "gone" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("a deleted priority can be taken back with everything it had", async () => {
    const made = await write(deps, "steering");
    const { undoId } = await priorityDelete(deps, { id: made.id });
    expect(await names()).toEqual([]);
    expect(await undo(deps, { undoId })).toEqual({ undone: true });
    expect((await planGet(deps)).priorities[0]?.priority).toMatchObject({
      name: "Ask first",
      plan: made.plan,
    });
    await expect(priorityDelete(deps, { id: "gone" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("a deleted priority does not come back as a fourth", async () => {
    const made = await write(deps, "One", { name: "One" });
    const { undoId } = await priorityDelete(deps, { id: made.id });
    for (const name of ["Two", "Three", "Four"]) await write(deps, name, { name });
    await expect(undo(deps, { undoId })).rejects.toMatchObject({ code: "too-many", params: { most: 3 } });
    expect(await names()).toEqual(["Two", "Three", "Four"]);
    await priorityDelete(deps, { id: (await deps.store.priorities.all())[0]?.id ?? "" });
    expect(await undo(deps, { undoId })).toEqual({ undone: true });
  });

  test("the person's order stands, unnamed priorities behind", async () => {
    const [one, two, three] = await Promise.all(
      ["One", "Two", "Three"].map((name) => write(deps, name, { name })),
    );
    await priorityOrder(deps, { ids: [three?.id ?? "", "gone", one?.id ?? ""] });
    expect(await names()).toEqual(["Three", "One", "Two"]);
    expect((await deps.store.priorities.get(two?.id ?? ""))?.order).toBe(2);
  });
});

describe("the plan", () => {
  test("shows adherence, coverage and level from what was captured", async () => {
    deps.now.ms -= 30 * dayMs;
    const priority = await write(deps, "steering");
    deps.now.ms += 30 * dayMs;
    const answers = ["did", "did", "missed", "did"] as const;
    for (const [i, answer] of answers.entries()) {
      const key = await see(deps, "Steering", deps.now.ms - (10 - i) * dayMs);
      await capture(deps, key, answer, priority.id);
    }
    await see(deps, "Steering", deps.now.ms - 2 * dayMs);
    const [view] = (await planGet(deps)).priorities;
    expect(view?.adherence).toMatchObject({ occasions: 4, held: 3, answered: 4, offered: 5, early: true });
    expect(view?.outcomes).toEqual(answers);
    expect(view?.level).toBe(0);
    expect(view?.levelWhy).toBe("3 in a row and it shows every second time. It stands at 1.");
  });

  test("offers twelve starter priorities in words", async () => {
    const { starters } = await planGet(deps);
    expect(starters).toHaveLength(12);
    expect(starters[0]).toMatchObject({ id: "ask-first", name: "Ask first", from: "giving the answer" });
    await prioritySave(deps, { ...starters[1], id: null, impact: "", starterId: "say-the-gap" } as never);
    expect(await names()).toEqual(["Say the gap"]);
  });

  test("shows which of the coming four weeks' events a situation touches, before it is saved", async () => {
    const soon = await see(deps, "Steering", deps.now.ms + dayMs);
    await see(deps, "Steering", deps.now.ms + 30 * dayMs);
    await see(deps, "Steering", deps.now.ms - dayMs);
    await see(deps, "Steering", deps.now.ms + 2 * dayMs, { answer: "declined" });
    await see(deps, "Lunch", deps.now.ms + dayMs);
    const touched = await planTouches(deps, { situation: { ...nowhere, words: ["steering"] } });
    expect(touched.events.map(({ eventKey }) => eventKey)).toEqual([soon]);
    expect(await deps.store.priorities.all()).toEqual([]);
  });
});

describe("adapting and rehearsing", () => {
  test("a plan adapted to a meeting stands there alone, and can be taken away again", async () => {
    const priority = await write(deps, "steering");
    const [here, there] = [
      await see(deps, "Steering", deps.now.ms + hourMs),
      await see(deps, "Steering", deps.now.ms + dayMs),
    ];
    const plan = { if: "Leo asks", then: "wait" };
    await planAdapt(deps, { priorityId: priority.id, eventKey: here, scope: "event", plan });
    expect((await cardGet(deps, { eventKey: here }))?.plan).toMatchObject({
      ...plan,
      by: "You, adapted for this meeting on Nov 25",
    });
    expect((await cardGet(deps, { eventKey: there }))?.plan).toMatchObject({
      ...priority.plan,
      by: "Your plan for Ask first",
    });
    await planAdapt(deps, { priorityId: priority.id, eventKey: here, scope: "event", plan: null });
    expect((await cardGet(deps, { eventKey: here }))?.plan).toMatchObject(priority.plan ?? {});
  });

  test("an adaptation for the series holds in each of its meetings, and for a single event falls on the event", async () => {
    const priority = await write(deps, "steering");
    const first = await see(deps, "Steering", deps.now.ms + hourMs, { seriesId: "s" });
    const second = await see(deps, "Steering", deps.now.ms + dayMs, { seriesId: "s" });
    const plan = { if: "it ends open", then: "name one person" };
    await planAdapt(deps, { priorityId: priority.id, eventKey: first, scope: "series", plan });
    expect((await cardGet(deps, { eventKey: second }))?.plan).toMatchObject(plan);
    const single = await see(deps, "Steering once", deps.now.ms + dayMs);
    const saved = await planAdapt(deps, { priorityId: priority.id, eventKey: single, scope: "series", plan });
    expect(saved.adaptations.at(-1)?.scope).toEqual({ kind: "event", key: single });
  });

  test("rehearsals are counted for the meeting they were for", async () => {
    const priority = await write(deps, "steering");
    const key = await see(deps, "Steering", deps.now.ms + hourMs);
    await planRehearse(deps, { priorityId: priority.id, eventKey: null });
    expect(await planRehearse(deps, { priorityId: priority.id, eventKey: key })).toEqual({
      rehearsals: 1,
      atMs: deps.now.ms,
    });
    expect((await cardGet(deps, { eventKey: key }))?.plan).toMatchObject({
      rehearsals: 1,
      rehearsedAtMs: deps.now.ms,
    });
    await expect(planRehearse(deps, { priorityId: "gone", eventKey: key })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
