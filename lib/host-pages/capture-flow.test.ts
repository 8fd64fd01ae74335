import { describe, expect, it, vi } from "vitest";
import type { Call } from "../rpc/call.ts";
import type { PageJudgement } from "../rpc/views.ts";
import { CaptureFlow } from "./capture-flow.ts";

function judgement(key: string, endedMs: number, answer: "did" | null = null): PageJudgement {
  return {
    pageEventId: `chip-${key}`,
    eventKey: key,
    flag: "high-stakes",
    marked: false,
    title: `Meeting ${key}`,
    startMs: endedMs - 1,
    endMs: endedMs,
    capture: {
      eventKey: key,
      priorityId: "p1",
      priorityName: "Ask first",
      endedMs,
      answer,
      answeredAtMs: answer === null ? null : 5_000,
    },
  };
}

function setUp(
  options: { put?: () => Promise<never>; call?: () => Promise<unknown>; orphaned?: boolean } = {},
) {
  const kept: unknown[] = [];
  const steps: string[] = [];
  const timers: (() => void)[] = [];
  const called: string[] = [];
  const flow: CaptureFlow = new CaptureFlow({
    // The flow asks for what it does not look at; the fake answers alike to all of it.
    call: ((operation: string) => {
      called.push(operation);
      return options.call?.() ?? Promise.resolve({ captures: [] });
    }) as unknown as Call,
    outbox: {
      async put(capture) {
        await options.put?.();
        kept.push(capture);
        return { id: "o1", atMs: 9_000, ...capture };
      },
      remove: vi.fn(async () => undefined),
    },
    isOrphaned: () => options.orphaned ?? false,
    onChange: () => steps.push(flow.pill?.step ?? "none"),
    after: (_ms, then) => {
      timers.push(then);
      return () => timers.splice(timers.indexOf(then), 1);
    },
  });
  return { flow, kept, steps, timers, called };
}

describe("CaptureFlow", () => {
  it("offers one at a time, the event that ended last first", () => {
    const { flow } = setUp();
    flow.update([judgement("a", 1_000), judgement("b", 2_000)]);
    expect(flow.pill).toMatchObject({ step: "offered", title: "Meeting b" });
    flow.next();
    expect(flow.pill).toMatchObject({ title: "Meeting a" });
    flow.next();
    expect(flow.pill).toBeNull();
  });

  it("shows the press at once, and stored only after the outbox has it", async () => {
    const { flow, kept, steps } = setUp();
    flow.update([judgement("a", 1_000)]);
    const answering = flow.answer("did");
    expect(flow.pill?.step).toBe("storing");
    expect(kept).toEqual([]);
    await answering;
    expect(steps).toEqual(["offered", "storing", "stored"]);
    expect(kept).toEqual([{ eventKey: "a", priorityId: "p1", answer: "did" }]);
  });

  it("says kept when the background cannot be reached, for the entry is safe", async () => {
    const { flow } = setUp({ call: () => Promise.reject(new Error("no receiver")) });
    flow.update([judgement("a", 1_000)]);
    await flow.answer("partly");
    expect(flow.pill).toMatchObject({ step: "stored", kept: true, atMs: 9_000 });
  });

  it("never says stored when storage refuses; the answer can be tried again", async () => {
    const { flow, steps } = setUp({ put: () => Promise.reject(new Error("QUOTA_BYTES")) });
    flow.update([judgement("a", 1_000)]);
    await flow.answer("did");
    expect(flow.pill).toMatchObject({ step: "refused", why: "storage", answer: "did" });
    expect(steps).not.toContain("stored");
  });

  it("touches no storage once an update has cut it off", async () => {
    const { flow, kept, called } = setUp({ orphaned: true });
    flow.update([judgement("a", 1_000)]);
    await flow.answer("did");
    expect(flow.pill).toMatchObject({ step: "refused", why: "updated" });
    expect([kept, called]).toEqual([[], []]);
  });

  it("settles when another tab has captured the same, and is not upset by an older state after a press", async () => {
    const { flow } = setUp();
    flow.update([judgement("a", 1_000)]);
    flow.update([judgement("a", 1_000, "did")]);
    expect(flow.pill).toMatchObject({ step: "stored", answer: "did", atMs: 5_000 });
    flow.update([judgement("a", 1_000)]);
    expect(flow.pill?.step).toBe("stored");
  });

  it("goes after its time, later under the pointer, and does not come back for the same event", async () => {
    const { flow, timers } = setUp();
    flow.update([judgement("a", 1_000)]);
    await flow.answer("did");
    flow.hold(true);
    expect(timers).toEqual([]);
    flow.hold(false);
    timers[0]?.();
    expect(flow.pill).toBeNull();
    flow.update([judgement("a", 1_000)]);
    expect(flow.pill).toBeNull();
  });

  it("undo asks the background and offers the question again", async () => {
    const { flow, called } = setUp();
    flow.update([judgement("a", 1_000)]);
    await flow.answer("missed");
    await flow.undo();
    expect(called).toEqual(["capture.drain", "capture.undo"]);
    expect(flow.pill).toMatchObject({ step: "offered", capture: { answer: null } });
  });

  it("comes back after Not now when the event is opened", () => {
    const { flow } = setUp();
    flow.update([judgement("a", 1_000)]);
    flow.next();
    flow.reoffer("chip-a");
    expect(flow.pill).toMatchObject({ step: "offered", title: "Meeting a" });
  });
});
