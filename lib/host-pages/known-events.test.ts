import { describe, expect, it } from "vitest";
import type { Call } from "../rpc/call.ts";
import { anEvent } from "../../test/support/an-event.ts";
import type { CalendarEvent } from "../domain/event.ts";
import type { HostPage } from "./host-page.ts";
import { createKnownEvents } from "./known-events.ts";

const state = { hidden: false, refreshAtMs: null, judgements: [] };

function setUp(answer: () => Promise<unknown> = () => Promise.resolve(state)) {
  const sent: unknown[] = [];
  let events: CalendarEvent[] = [];
  const coverage = { fromMs: 0, toMs: 1, complete: true };
  // What a report does not ask of a page is not there.
  const page = {
    site: "google-calendar",
    account: () => null,
    *read() {
      yield;
      return { account: null, zone: null, events, coverage };
    },
  } as unknown as HostPage;
  const known = createKnownEvents({
    call: ((operation: string, input: unknown) => {
      sent.push([operation, input]);
      return answer();
    }) as unknown as Call,
    page,
    nowMs: () => 0,
    after: () => () => undefined,
    onState: () => undefined,
  });
  const report = async (now: CalendarEvent[]) => {
    events = now;
    for (const _ of known.report()); // to its end
    await Promise.resolve();
    await Promise.resolve();
    return sent.length;
  };
  return { report };
}

describe("a report of what the page shows", () => {
  const event = anEvent({ title: "Board" });

  it("is sent once for as long as the page says the same, whether or not the objects are", async () => {
    const { report } = setUp();
    expect(await report([event])).toBe(1);
    expect(await report([event])).toBe(1);
    expect(await report([structuredClone(event)])).toBe(1);
  });

  it("is sent again when an event changed, came or went", async () => {
    const { report } = setUp();
    await report([event]);
    expect(await report([{ ...event, title: "Board, moved" }])).toBe(2);
    expect(await report([event, event])).toBe(3);
    expect(await report([])).toBe(4);
  });

  it("is sent again when the background did not take it", async () => {
    const { report } = setUp(() => Promise.reject(new Error("gone")));
    await report([event]);
    await new Promise((done) => setTimeout(done));
    expect(await report([event])).toBe(2);
  });
});
