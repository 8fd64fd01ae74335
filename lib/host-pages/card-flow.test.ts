import { describe, expect, it } from "vitest";
import type { Call } from "../rpc/call.ts";
import type { CardView } from "../rpc/views.ts";
import { CardFlow } from "./card-flow.ts";
import type { OpenedEvent } from "./host-page.ts";

// Only ids are compared; the elements are never touched.
const opened = (id: string) => ({ id, surface: "popup" }) as unknown as OpenedEvent;
const view = (eventKey: string) => ({ eventKey, flag: null, seriesKey: null }) as unknown as CardView;

function setUp() {
  const waiting = new Map<string, (answer: unknown) => void>();
  const asked: unknown[] = [];
  const flow = new CardFlow({
    call: ((operation: string, input: { eventKey: string }) =>
      new Promise((answer) => {
        asked.push(input);
        waiting.set(`${operation} ${input.eventKey}`, answer);
      })) as unknown as Call,
    nowMs: () => 0,
    eventKeyOf: (id) => (id === "unknown" ? null : `key-${id}`),
    onChange: () => undefined,
  });
  const answer = async (what: string, value: unknown) => {
    waiting.get(what)?.(value);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { flow, answer, asked };
}

describe("CardFlow", () => {
  it("never shows the card of one event beside another, however late the answer", async () => {
    const { flow, answer } = setUp();
    flow.update(opened("a"));
    flow.update(opened("b"));
    await answer("page.card key-a", view("key-a"));
    expect(flow.shown).toBeNull();
    await answer("page.card key-b", view("key-b"));
    expect(flow.shown?.view.eventKey).toBe("key-b");
  });

  it("stays closed for the event it was closed for, and comes for the next", async () => {
    const { flow, answer } = setUp();
    flow.update(opened("a"));
    await answer("page.card key-a", view("key-a"));
    flow.close();
    flow.update(opened("a"));
    expect(flow.shown).toBeNull();
    flow.update(opened("b"));
    await answer("page.card key-b", view("key-b"));
    expect(flow.shown?.view.eventKey).toBe("key-b");
  });

  it("has nothing to show for an event the background does not know", () => {
    const { flow } = setUp();
    flow.update(opened("unknown"));
    expect(flow.shown).toBeNull();
  });

  it("says what a mark did, with the way back", async () => {
    const { flow, answer } = setUp();
    flow.update(opened("a"));
    await answer("page.card key-a", view("key-a"));
    const marking = flow.mark("event");
    await answer("mark.set key-a", { undoId: "u1" });
    await answer("page.card key-a", view("key-a"));
    expect(flow.shown?.change).toEqual({ did: "marked", undoId: "u1" });
    await answer("page.card key-a", view("key-a"));
    await marking;
  });

  it("a session that is none is said to be none, which is another thing than ordinary", async () => {
    const { flow, answer, asked } = setUp();
    flow.update(opened("a"));
    await answer("page.card key-a", { ...view("key-a"), flag: "coaching" });
    const saying = flow.unmark("event");
    expect(asked.at(-1)).toEqual({ eventKey: "key-a", kind: "not-coaching", scope: "event" });
    await answer("mark.set key-a", { undoId: "u1" });
    await answer("page.card key-a", view("key-a"));
    expect(flow.shown?.change).toEqual({ did: "no-session", undoId: "u1" });
    await answer("page.card key-a", view("key-a"));
    await saying;
  });
});
