import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inIdleSlices } from "./timers.ts";

/** Idle moments come when a test says so; each gives no time to speak of, so a slice ends at its shortest. */
let idle: ((deadline: IdleDeadline) => void)[] = [];
const rest = () => {
  const [next] = idle.splice(0, 1);
  next?.({ didTimeout: false, timeRemaining: () => 0 });
};

let nowMs = 0;
beforeEach(() => {
  vi.useFakeTimers();
  idle = [];
  nowMs = 0;
  vi.stubGlobal("requestIdleCallback", (run: (deadline: IdleDeadline) => void) => idle.push(run));
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function setUp(steps: number) {
  const log: string[] = [];
  const stop = new AbortController();
  const slices = inIdleSlices(
    function* () {
      log.push("begin");
      for (let step = 0; step < steps; step++) {
        nowMs += 2;
        yield;
      }
      log.push("end");
    },
    250,
    stop.signal,
  );
  const ask = () => {
    slices.ask();
    vi.runAllTimers();
  };
  return { log, stop, ask };
}

describe("work in idle slices", () => {
  it("never holds the page up for long: it goes on at the next idle moment", () => {
    const { log, ask } = setUp(5);
    ask();
    rest();
    expect(nowMs).toBe(4);
    expect(log).toEqual(["begin"]);
    rest();
    rest();
    expect(log).toEqual(["begin", "end"]);
    expect(idle).toEqual([]);
  });

  it("is done once, however often it was asked for before it began", () => {
    const { log, ask } = setUp(1);
    for (let time = 0; time < 5; time++) ask();
    while (idle.length > 0) rest();
    expect(log).toEqual(["begin", "end"]);
  });

  it("begins again when it is asked for under way: what it had read may be gone", () => {
    const { log, ask } = setUp(3);
    ask();
    rest();
    ask();
    while (idle.length > 0) rest();
    expect(log).toEqual(["begin", "begin", "end"]);
  });

  it("comes to its end on a page that changes all the time, and is then done once more", () => {
    const { log, ask } = setUp(3);
    ask();
    while (!log.includes("end")) {
      rest();
      ask();
    }
    const begun = log.filter((each) => each === "begin").length;
    expect(begun).toBeLessThan(8);
    while (idle.length > 0) rest();
    expect(log.filter((each) => each === "end")).toHaveLength(2);
  });

  it("stops with the script", () => {
    const { log, stop, ask } = setUp(3);
    ask();
    rest();
    stop.abort();
    while (idle.length > 0) rest();
    expect(log).toEqual(["begin"]);
  });
});
