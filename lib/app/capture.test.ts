import { beforeEach, expect, test } from "vitest";
import { anEvent, timed } from "../../test/support/an-event.ts";
import { fakeDeps, testNowMs } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { AppError } from "../base/errors.ts";
import type { OutboxEntry } from "../domain/reflection.ts";
import type { Priority } from "../domain/plan.ts";
import type { Draft } from "../store/store.ts";
import { captureDrain, drainOutbox } from "./capture-drain.ts";
import { captureSave } from "./capture-save.ts";
import { captureUndo } from "./capture-undo.ts";
import { pageState } from "./page-state.ts";
import { settingsGet } from "./settings-get.ts";
import { pageReport } from "./page-report.ts";
import { reflectionEdit } from "./reflection-edit.ts";
import { reflectionDelete } from "./reflection-delete.ts";
import { undo } from "./undo.ts";

const hour = 3_600_000;
let deps: FakeDeps;
let eventKey: string;

/** A board meeting that ended an hour ago, seen on the page. */
beforeEach(async () => {
  deps = fakeDeps();
  const event = anEvent({ timing: timed(testNowMs - 2 * hour) });
  const report = { site: "google-calendar" as const, account: "me", zone: "UTC", coverage: null };
  const state = await pageReport(deps, { ...report, events: [event] });
  eventKey = state.judgements[0]?.eventKey ?? "";
});

function entry(changes: Partial<OutboxEntry> = {}): OutboxEntry {
  return { id: "entry-1", eventKey, priorityId: null, answer: "did", atMs: deps.now.ms, ...changes };
}

function put(...entries: OutboxEntry[]): void {
  for (const one of entries) deps.waiting[`outbox/${one.id}`] = one;
}

const priority: Draft<Priority> = {
  id: "priority-1",
  name: "Ask first",
  from: "answers at once",
  to: "asks before answering",
  outcome: "",
  impact: "",
  situation: { domains: [], kinds: [], people: [], words: ["board"], notWords: [], series: [] },
  plan: { if: "someone proposes", then: "I ask one question" },
  adaptations: [],
  rehearsals: [],
  order: 0,
  starterId: null,
};

test("what lies in the outbox becomes one reflection with the event as it stood, and leaves the outbox", async () => {
  put(entry());
  const { captures } = await captureDrain(deps, { eventKeys: [eventKey] });
  expect(captures).toMatchObject([{ eventKey, answer: "did", answeredAtMs: deps.now.ms }]);
  expect(await deps.store.reflections.all()).toMatchObject([
    { eventKey, answer: "did", late: false, event: { title: "Board meeting" }, sharing: "device" },
  ]);
  expect(deps.waiting).toEqual({});
});

test("the plan that was in front of the person is kept with the answer", async () => {
  await deps.store.write((tx) => tx.priorities.put(priority));
  put(entry({ priorityId: "priority-1" }));
  await drainOutbox(deps);
  await deps.store.write((tx) => tx.priorities.put({ ...priority, plan: null }));
  expect((await deps.store.reflections.all())[0]).toMatchObject({
    priorityId: "priority-1",
    plan: { if: "someone proposes", then: "I ask one question" },
  });
});

test("the same entry read twice is one reflection, also when its key comes back", async () => {
  put(entry());
  await Promise.all([drainOutbox(deps), drainOutbox(deps)]);
  put(entry());
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toMatchObject([{ rev: 1 }]);
});

test("a click after a click changes the answer and keeps the words", async () => {
  put(entry());
  await drainOutbox(deps);
  const [first] = await deps.store.reflections.all();
  await reflectionEdit(deps, { id: first?.id ?? "", changes: { nextTime: "Ask Sofia first" } });
  put(entry({ id: "entry-2", answer: "missed" }));
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toMatchObject([
    { answer: "missed", nextTime: "Ask Sofia first" },
  ]);
});

test("an answer three hours after the end is late, one after 48 hours is refused and gone from the outbox", async () => {
  deps.now.ms = testNowMs + 2 * hour;
  put(entry());
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toMatchObject([{ late: true }]);
  const [filed] = await deps.store.reflections.all();
  await deps.store.write((tx) => tx.reflections.forget(filed?.id ?? ""));
  deps.now.ms = testNowMs + 47 * hour;
  put(entry({ id: "entry-3" }));
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toEqual([]);
  expect(deps.waiting).toEqual({});
});

test("48 hours count from the click, not from when it could be filed", async () => {
  put(entry({ atMs: testNowMs }));
  deps.now.ms = testNowMs + 72 * hour;
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toMatchObject([{ answeredAtMs: testNowMs, late: false }]);
});

test("rubbish in the outbox is thrown out and does not hold up what is whole", async () => {
  deps.waiting["outbox/x"] = { id: "x", answer: "<b>" };
  deps.waiting["outbox/y"] = "text";
  put(entry());
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toHaveLength(1);
  expect(deps.waiting).toEqual({});
});

test("a capture of an event nobody knows waits for it, settings say so, and after a month it is let go of", async () => {
  put(entry(), entry({ id: "early", eventKey: "nobody" }));
  await drainOutbox(deps);
  expect(Object.keys(deps.waiting)).toEqual(["outbox/early"]);
  expect((await settingsGet(deps)).notice).toContain("waits for an event");
  deps.now.ms += 31 * 24 * hour;
  await drainOutbox(deps);
  expect(deps.waiting).toEqual({});
});

test("a capture in an own surface that the store refuses is kept in the outbox and filed later", async () => {
  const write = () => Promise.reject(new AppError("storage-full"));
  const full: FakeDeps = { ...deps, store: { ...deps.store, write } };
  const saved = await captureSave(full, { eventKey, priorityId: null, answer: "did" });
  expect(saved).toMatchObject({ answer: "did", answeredAtMs: deps.now.ms });
  expect(Object.values(deps.waiting)).toMatchObject([{ eventKey, priorityId: null, answer: "did" }]);
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toMatchObject([{ eventKey, answer: "did" }]);
  expect(deps.waiting).toEqual({});
});

test("a store that cannot be written leaves everything in the outbox", async () => {
  put(entry());
  const full: FakeDeps = {
    ...deps,
    store: { ...deps.store, write: () => Promise.reject(new Error("disk full")) },
  };
  await expect(drainOutbox(full)).rejects.toThrow("disk full");
  expect(Object.keys(deps.waiting)).toEqual(["outbox/entry-1"]);
});

test("with a full disk a capture waits in the outbox, answers go on, settings say so, and it is filed later", async () => {
  put(entry());
  const write = () => Promise.reject(new AppError("storage-full"));
  const full: FakeDeps = { ...deps, store: { ...deps.store, write } };
  expect((await pageState(full, { site: "google-calendar" })).judgements).toHaveLength(1);
  await expect(captureDrain(full, { eventKeys: [] })).rejects.toMatchObject({ code: "storage-full" });
  expect((await settingsGet(full)).notice).toContain("disk is full");
  expect((await settingsGet(deps)).notice).toBeNull();
  expect(await deps.store.reflections.all()).toHaveLength(1);
});

/** The same deps, dying at the n-th thing it asks of the world: before it happens, or right after. */
function dying(at: number, when: "before" | "after"): { deps: FakeDeps; steps: () => number } {
  let step = 0;
  const mortal = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value: unknown = Reflect.get(object, name);
        if (typeof value !== "function")
          return typeof value === "object" && value !== null ? mortal(value) : value;
        return async (...args: unknown[]) => {
          const mine = ++step;
          if (mine === at && when === "before") throw new Error("killed");
          const result: unknown = await Reflect.apply(value, object, args);
          if (mine === at) throw new Error("killed");
          return result;
        };
      },
    });
  const { store, outbox } = deps;
  return { deps: { ...deps, store: mortal(store), outbox: mortal(outbox) }, steps: () => step };
}

test("dying at any step of the drain loses nothing and doubles nothing", async () => {
  put(entry(), entry({ id: "entry-2", priorityId: "gone", answer: "partly" }));
  const whole = structuredClone(deps.waiting);
  const dry = dying(Infinity, "before");
  await drainOutbox(dry.deps);
  const steps = dry.steps();
  expect(steps).toBeGreaterThan(4);
  for (let at = 1; at <= steps; at++)
    for (const when of ["before", "after"] as const) {
      await deps.store.write(async (tx) => {
        for (const { id } of await tx.reflections.all()) await tx.reflections.forget(id);
        for (const { id } of await tx.appliedOutbox.all()) await tx.appliedOutbox.forget(id);
      });
      Object.assign(deps.waiting, structuredClone(whole));
      await expect(drainOutbox(dying(at, when).deps)).rejects.toThrow("killed");
      const next = deps.reopen();
      await drainOutbox(next);
      expect((await next.store.reflections.all()).map(({ answer, rev }) => [answer, rev])).toEqual([
        ["partly", 1],
        ["did", 1],
      ]);
      expect(deps.waiting).toEqual({});
      next.store.close();
    }
}, 60_000);

test("undo takes the answer back: nothing where there was nothing, the earlier answer where there was one", async () => {
  put(entry());
  await drainOutbox(deps);
  const before = (await deps.store.reflections.all())[0];
  put(entry({ id: "entry-2", answer: "missed" }));
  expect(await captureUndo(deps, { eventKey, priorityId: null })).toMatchObject({
    capture: { answer: "did" },
  });
  const after = (await deps.store.reflections.all())[0];
  expect({ ...after, rev: 0, updatedAtMs: 0 }).toEqual({ ...before, rev: 0, updatedAtMs: 0 });
});

test("undo of the first answer leaves no reflection, and the event can be captured again", async () => {
  put(entry());
  await drainOutbox(deps);
  expect(await captureUndo(deps, { eventKey, priorityId: null })).toMatchObject({
    capture: { answer: null },
  });
  expect(await deps.store.reflections.all()).toEqual([]);
  put(entry({ id: "entry-2", answer: "partly" }));
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toMatchObject([{ answer: "partly" }]);
});

test("undo is refused once words were added to the answer", async () => {
  put(entry());
  await drainOutbox(deps);
  const id = (await deps.store.reflections.all())[0]?.id ?? "";
  await reflectionEdit(deps, { id, changes: { surprised: "The silence" } });
  expect(await captureUndo(deps, { eventKey, priorityId: null })).toMatchObject({
    capture: { answer: "did" },
  });
});

test("an edit can be taken back", async () => {
  put(entry());
  await drainOutbox(deps);
  const id = (await deps.store.reflections.all())[0]?.id ?? "";
  const { undoId } = await reflectionEdit(deps, {
    id,
    changes: { answer: "missed", surprised: "The silence" },
  });
  expect(await undo(deps, { undoId })).toEqual({ undone: true });
  expect(await deps.store.reflections.all()).toMatchObject([{ answer: "did", surprised: "" }]);
});

test("a capture in an own surface is stored before the answer; an unknown priority is refused", async () => {
  const saved = await captureSave(deps, { eventKey, priorityId: null, answer: "partly" });
  expect(saved).toMatchObject({ answer: "partly", answeredAtMs: deps.now.ms });
  const wrong = captureSave(deps, { eventKey, priorityId: "nobody", answer: "did" });
  await expect(wrong).rejects.toMatchObject({ code: "not-found" });
  deps.now.ms += 72 * hour;
  await deps.store.write((tx) => tx.reflections.forget(`${eventKey}~none`));
  const late = captureSave(deps, { eventKey, priorityId: null, answer: "did" });
  await expect(late).rejects.toMatchObject({ code: "too-late" });
});

test("a deleted reflection comes back whole, once", async () => {
  put(entry());
  await drainOutbox(deps);
  const before = (await deps.store.reflections.all())[0];
  const { undoId } = await reflectionDelete(deps, { id: before?.id ?? "" });
  expect(await deps.store.reflections.all()).toEqual([]);
  expect(await undo(deps, { undoId })).toEqual({ undone: true });
  const after = (await deps.store.reflections.all())[0];
  expect({ ...after, rev: 0, updatedAtMs: 0 }).toEqual({ ...before, rev: 0, updatedAtMs: 0 });
  expect(await undo(deps, { undoId })).toEqual({ undone: false });
});
