import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noReminders } from "../domain/reminder-state.ts";
import type { ReminderStateFields } from "../domain/reminder-state.ts";
import { defaultSettings } from "../domain/settings.ts";
import { remindersDue } from "./reminders-due.ts";
import type { ReminderEvent, ReminderWorld } from "./reminders-due.ts";

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 25, 9); // a Wednesday, 10:00 in Oslo
const plan = { if: "someone turns to me", then: "ask" };

function event(eventKey: string, startMs: number, changes: Partial<ReminderEvent> = {}): ReminderEvent {
  return {
    eventKey,
    startMs,
    endMs: startMs + hour,
    allDay: false,
    flagged: true,
    reminded: true,
    plan,
    ...changes,
  };
}

type Changes = Partial<Omit<ReminderWorld, "settings">> & { settings?: Partial<ReminderWorld["settings"]> };

function due(changes: Changes = {}) {
  const { settings, ...rest } = changes;
  return remindersDue({
    nowMs: now,
    zone: "Europe/Oslo",
    settings: { ...defaultSettings, ...settings },
    events: [],
    away: [],
    capturesWaiting: 0,
    recaps: 0,
    state: noReminders,
    ...rest,
  });
}

const keys = (made: ReturnType<typeof due>) =>
  made.show.map((one) => ("eventKey" in one ? `${one.kind} ${one.eventKey}` : one.kind));

describe("lead times", () => {
  test("a reminder is due from its lead time on and not a moment earlier", () => {
    const events = [event("a", now + 15 * minute)];
    expect(keys(due({ events }))).toEqual(["lead a"]);
    expect(keys(due({ events, nowMs: now - 1 }))).toEqual([]);
    expect(due({ events, nowMs: now - 1 }).nextMs).toBe(now);
  });

  test("it is shown once, also after a restart", () => {
    const events = [event("a", now + 15 * minute)];
    const first = due({ events });
    expect(keys(due({ events, state: first.state }))).toEqual([]);
    expect(keys(due({ events, state: structuredClone(first.state), nowMs: now + 5 * minute }))).toEqual([]);
  });

  test("a browser started late still reminds before the event, and never after its start", () => {
    const events = [event("a", now + 15 * minute)];
    expect(keys(due({ events, nowMs: now + 14 * minute }))).toEqual(["lead a"]);
    expect(keys(due({ events, nowMs: now + 15 * minute }))).toEqual([]);
  });

  test("of several lead times that have come only the shortest is shown", () => {
    const settings = { leadMinutes: [60, 15] };
    const events = [event("a", now + 10 * minute)];
    const late = due({ events, settings });
    expect(late.show).toHaveLength(1);
    expect(due({ events, settings, state: late.state }).show).toEqual([]);
    const early = due({ events: [event("a", now + 40 * minute)], settings });
    expect(keys(early)).toEqual(["lead a"]);
    const again = due({
      events: [event("a", now + 40 * minute)],
      settings,
      state: early.state,
      nowMs: now + 25 * minute,
    });
    expect(keys(again)).toEqual(["lead a"]);
  });

  test("a meeting that moved is reminded of again", () => {
    const first = due({ events: [event("a", now + 15 * minute)] });
    expect(keys(due({ events: [event("a", now + 75 * minute)], state: first.state }))).toEqual([]);
    const moved = due({ events: [event("a", now + 75 * minute)], state: first.state, nowMs: now + hour });
    expect(keys(moved)).toEqual(["lead a"]);
  });

  test("what has faded or lasts all day is left out, and without lead times nothing comes", () => {
    expect(keys(due({ events: [event("a", now + minute, { reminded: false })] }))).toEqual([]);
    expect(keys(due({ events: [event("a", now + minute, { allDay: true })] }))).toEqual([]);
    expect(keys(due({ events: [event("a", now + minute)], settings: { leadMinutes: [] } }))).toEqual([]);
  });
});

describe("what keeps it silent", () => {
  const events = [event("a", now + 15 * minute)];

  test("quiet hours drop a reminder and do not delay it", () => {
    const settings = { quietHours: { from: "09:00", to: "10:05" } };
    const quiet = due({ events, settings });
    expect(keys(quiet)).toEqual([]);
    expect(keys(due({ events, settings, state: quiet.state, nowMs: now + 10 * minute }))).toEqual([]);
    // The script slept through the quiet hours: dropped all the same.
    expect(keys(due({ events, settings, nowMs: now + 10 * minute }))).toEqual([]);
  });

  test("a pause drops what falls into it, also when it is looked at later", () => {
    const settings = { pausedUntilMs: now + 5 * minute };
    expect(keys(due({ events, settings }))).toEqual([]);
    expect(keys(due({ events, settings, nowMs: now + 6 * minute }))).toEqual([]);
    expect(keys(due({ events, settings: { pausedUntilMs: now - minute } }))).toEqual(["lead a"]);
  });

  test("nothing comes while out of office", () => {
    expect(keys(due({ events, away: [{ fromMs: now - hour, toMs: now + hour }] }))).toEqual([]);
    expect(keys(due({ events, away: [{ fromMs: now - hour, toMs: now }] }))).toEqual(["lead a"]);
  });

  test("the cap of the day counts what was shown, in the person's day", () => {
    const settings = { remindersPerDay: 2 };
    const three = ["a", "b", "c"].map((key) => event(key, now + 10 * minute));
    const first = due({ events: three, settings });
    expect(keys(first)).toEqual(["lead a", "lead b"]);
    const midnight = Date.UTC(2026, 10, 25, 23); // 00:00 in Oslo
    const tomorrow = [event("d", midnight + 10 * minute)];
    expect(keys(due({ events: tomorrow, settings, state: first.state, nowMs: midnight }))).toEqual([
      "lead d",
    ]);
    const tonight = [event("e", midnight)];
    expect(keys(due({ events: tonight, settings, state: first.state, nowMs: midnight - minute }))).toEqual(
      [],
    );
  });

  test("ordinary occasions do not take the places of flagged events still to come", () => {
    const settings = { remindersPerDay: 1 };
    const ordinary = event("ordinary", now + 10 * minute, { flagged: false });
    const flagged = event("flagged", now + 3 * hour);
    expect(keys(due({ events: [ordinary, flagged], settings }))).toEqual([]);
    expect(keys(due({ events: [ordinary], settings }))).toEqual(["lead ordinary"]);
  });
});

const snoozedTo = (atMs: number): ReminderStateFields => ({ ...noReminders, snoozed: { a: atMs } });

describe("snooze", () => {
  const events = [event("a", now + 20 * minute)];

  test("comes again once, outside the cap", () => {
    const settings = { remindersPerDay: 0 };
    const first = due({ events, settings, state: snoozedTo(now) });
    expect(keys(first)).toEqual(["snooze a"]);
    expect(keys(due({ events, settings, state: first.state }))).toEqual([]);
    expect(due({ events, settings, state: snoozedTo(now + minute) }).nextMs).toBe(now + minute);
  });

  test("is let go of when the meeting is over or gone", () => {
    const over = due({ events: [event("a", now - 2 * hour)], state: snoozedTo(now) });
    expect([keys(over), over.state.snoozed]).toEqual([[], {}]);
    expect(due({ state: snoozedTo(now) }).state.snoozed).toEqual({});
  });
});

describe("morning and evening", () => {
  test("the look-ahead counts today's flags once a day, in the morning only", () => {
    const settings = { lookAheadAt: "08:00", leadMinutes: [] };
    const events = [event("a", now + hour), event("b", now + 3 * hour), event("tomorrow", now + 24 * hour)];
    const eight = Date.UTC(2026, 10, 25, 7);
    expect(due({ events, settings, nowMs: eight - minute }).nextMs).toBe(eight);
    const made = due({ events, settings, nowMs: eight });
    expect(made.show).toEqual([
      { id: "look-ahead:2026-11-25", kind: "look-ahead", count: 2, firstMs: now + hour },
    ]);
    expect(due({ events, settings, nowMs: eight + hour, state: made.state }).show).toEqual([]);
    expect(keys(due({ events, settings, nowMs: eight + 7 * hour }))).toEqual([]);
    expect(keys(due({ settings, nowMs: eight }))).toEqual([]);
  });

  test("the sweep comes when captures wait, and not twice for a day lived twice by flying west", () => {
    const settings = { sweepAt: "18:00" };
    const six = Date.UTC(2026, 10, 25, 17);
    const made = due({ settings, nowMs: six, capturesWaiting: 2 });
    expect(made.show).toEqual([{ id: "sweep:2026-11-25", kind: "sweep", count: 2 }]);
    const inNewYork = { settings, zone: "America/New_York", nowMs: six + 6 * hour, capturesWaiting: 2 };
    expect(due({ ...inNewYork, state: made.state }).show).toEqual([]);
    expect(due({ settings, nowMs: six, capturesWaiting: 0 }).show).toEqual([]);
  });

  test("on the day of daylight saving both come at their clock time", () => {
    const settings = { lookAheadAt: "08:00" };
    const before = Date.UTC(2026, 2, 28, 20);
    expect(due({ settings, nowMs: before }).nextMs).toBe(Date.UTC(2026, 2, 29, 6));
  });
});

test("however often and late the script runs, each reminder is shown at most once and only before its event", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: -60, max: 700 }), { minLength: 1, maxLength: 30 }),
      (starts, looks) => {
        const events = starts.map((minutes, i) => event(`e${i}`, now + minutes * minute));
        let state: ReminderStateFields = noReminders;
        const seen: string[] = [];
        for (const look of looks.toSorted((a, b) => a - b)) {
          const nowMs = now + look * minute;
          const made = due({ events, state, nowMs, settings: { remindersPerDay: 50 } });
          for (const one of made.show) if ("startMs" in one) expect(one.startMs).toBeGreaterThan(nowMs);
          seen.push(...made.show.map((one) => one.id));
          state = structuredClone(made.state);
        }
        expect(new Set(seen).size).toBe(seen.length);
        for (const one of events) {
          const wasLookedAt = looks.some((look) => {
            const at = now + look * minute;
            return at >= one.startMs - 15 * minute && at < one.startMs;
          });
          expect(seen.some((id) => id.startsWith(`lead:${one.eventKey}@`))).toBe(wasLookedAt);
        }
      },
    ),
  );
});

describe("the weekly recap", () => {
  const friday = Date.UTC(2026, 10, 27, 15, 30); // 16:30 in Oslo

  test("comes once a week, on Friday, for what faded down to it", () => {
    expect(keys(due({ recaps: 1, nowMs: friday - 1 }))).toEqual([]);
    expect(due({ recaps: 1 }).nextMs).toBe(friday);
    const shown = due({ recaps: 2, nowMs: friday });
    expect(shown.show).toEqual([{ id: "recap:2026-11-27", kind: "recap", count: 2 }]);
    expect(keys(due({ recaps: 2, nowMs: friday + 50 * hour, state: shown.state }))).toEqual([]);
    expect(keys(due({ recaps: 2, nowMs: friday + 7 * 24 * hour, state: shown.state }))).toEqual(["recap"]);
    expect(keys(due({ recaps: 0, nowMs: friday }))).toEqual([]);
  });

  test("is made up for at the weekend, at the sweep's time where there is one, and dropped in a pause", () => {
    expect(keys(due({ recaps: 1, nowMs: friday + 40 * hour }))).toEqual(["recap"]);
    const settings = { sweepAt: "18:00" };
    expect(keys(due({ recaps: 1, nowMs: friday, settings }))).toEqual([]);
    const paused = due({ recaps: 1, nowMs: friday, settings: { pausedUntilMs: friday + hour } });
    expect(keys(paused)).toEqual([]);
    expect(keys(due({ recaps: 1, nowMs: friday + 2 * hour, state: paused.state }))).toEqual([]);
  });
});
