import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chooseFlags } from "./flags.ts";
import type { FlagCandidate } from "./flags.ts";
import { nextSession, sessionEnds } from "./sessions.ts";

const zone = "Europe/Oslo";
const monday = Date.UTC(2026, 10, 23, 8);
const hour = 3_600_000;

function candidate(
  eventKey: string,
  changes: Partial<FlagCandidate> & { startMs?: number } = {},
): FlagCandidate {
  const { startMs = monday, ...rest } = changes;
  return {
    eventKey,
    timing: { kind: "timed", startMs, endMs: startMs + hour, startLocal: null, endLocal: null },
    label: "high-stakes",
    stakes: 0.5,
    mark: null,
    status: "confirmed",
    answer: "accepted",
    kind: "event",
    availability: "busy",
    ...rest,
  };
}

const caps = { perDay: 3, perWeek: 10, zone };
const chosen = (list: FlagCandidate[], limits = caps) => [...chooseFlags(list, limits)].toSorted();

test("only the highest of a day keep their flags", () => {
  const day = [0.4, 0.9, 0.6, 0.8, 0.7].map((stakes, i) => candidate(`e${i}`, { stakes }));
  expect(chosen(day)).toEqual(["e1", "e3", "e4"]);
});

test("only the highest of a week keep their flags, days of Monday to Sunday in the person's zone", () => {
  const week = Array.from({ length: 8 }, (_, i) =>
    candidate(`e${i}`, { startMs: monday + i * 24 * hour, stakes: 0.2 + i / 100 }),
  );
  // Seven days of this week compete for two places; the eighth event is next Monday's.
  expect(chosen(week, { perDay: 3, perWeek: 2, zone })).toEqual(["e5", "e6", "e7"]);
});

test("a day is the person's day, not Greenwich's", () => {
  const late = Date.UTC(2026, 10, 23, 23, 30); // already Tuesday in Oslo, still Monday in New York
  const list = [candidate("a", { startMs: late - 2 * hour, stakes: 0.9 }), candidate("b", { startMs: late })];
  expect(chosen(list, { perDay: 1, perWeek: 10, zone })).toEqual(["a", "b"]);
  expect(chosen(list, { perDay: 1, perWeek: 10, zone: "America/New_York" })).toEqual(["a"]);
});

test("the person's marks come first, take a place and are never dropped", () => {
  const marked = ["m1", "m2", "m3", "m4"].map((key) =>
    candidate(key, { mark: "high-stakes", stakes: 0, label: "routine" }),
  );
  expect(chosen([candidate("top", { stakes: 1 }), ...marked])).toEqual(["m1", "m2", "m3", "m4"]);
});

test("what is marked ordinary or as a session is never flagged", () => {
  expect(chosen([candidate("a", { mark: "ordinary" }), candidate("b", { mark: "coaching" })])).toEqual([]);
  expect(chosen([candidate("a", { mark: "not-coaching" })])).toEqual(["a"]);
});

test("focus time, absence, birthdays, declined and cancelled events are never flagged", () => {
  expect(
    chosen([
      candidate("focus", { kind: "focus-time" }),
      candidate("away", { kind: "out-of-office" }),
      candidate("away2", { availability: "out-of-office" }),
      candidate("birthday", { kind: "birthday" }),
      candidate("declined", { answer: "declined" }),
      candidate("cancelled", { status: "cancelled", mark: "high-stakes" }),
      candidate("routine", { label: "routine", stakes: 1 }),
    ]),
  ).toEqual([]);
});

test("the choice does not depend on the order and keeps both caps", () => {
  const arbitrary = fc.array(
    fc.record({
      stakes: fc.double({ min: 0, max: 1, noNaN: true }),
      hours: fc.integer({ min: 0, max: 400 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(
      arbitrary,
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 8 }),
      (rows, perDay, perWeek) => {
        const list = rows.map((row, i) =>
          candidate(`e${i}`, { stakes: row.stakes, startMs: monday + row.hours * hour }),
        );
        const limits = { perDay, perWeek, zone };
        const flags = chooseFlags(list, limits);
        expect(chooseFlags(list.toReversed(), limits)).toEqual(flags);
        const days = new Map<number, number>();
        for (const { eventKey, timing } of list) {
          if (!flags.has(eventKey)) continue;
          const day = Math.floor((timing.startMs + hour) / (24 * hour)); // Oslo is one hour ahead all November
          days.set(day, (days.get(day) ?? 0) + 1);
        }
        expect(Math.max(0, ...days.values())).toBeLessThanOrEqual(perDay);
      },
    ),
  );
});

test("the next session is the one running or coming, by label or by mark", () => {
  const list = [
    candidate("over", { label: "coaching", startMs: monday - 3 * hour }),
    candidate("declined", { label: "coaching", startMs: monday + hour, answer: "declined" }),
    candidate("not", { label: "coaching", startMs: monday + 2 * hour, mark: "not-coaching" }),
    candidate("marked", { label: "routine", startMs: monday + 5 * hour, mark: "coaching" }),
    candidate("later", { label: "coaching", startMs: monday + 9 * hour }),
  ];
  expect(nextSession(list, monday)?.eventKey).toBe("marked");
  expect(nextSession(list, monday + 5.5 * hour)?.eventKey).toBe("marked");
  expect(nextSession(list, monday + 6 * hour)?.eventKey).toBe("later");
  expect(nextSession([], monday)).toBeNull();
  expect(sessionEnds(list, monday)).toEqual([monday - 2 * hour]);
});
