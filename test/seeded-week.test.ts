import { afterEach, describe, expect, it } from "vitest";
import { readIcs } from "../lib/calendars/ics/read.ts";
import { seededWeek } from "./support/seeded-week.ts";
import { asIcs, asPageEvents } from "./support/seeded-week-as.ts";

const zoneBefore = process.env["TZ"];
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

afterEach(() => {
  if (zoneBefore === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zoneBefore;
});

/** Every hour of a week, and of the weeks in which the clocks change in Europe and America. */
const hours = ["2026-11-16", "2026-10-24", "2026-11-01", "2027-03-13", "2027-03-27"].flatMap((date) =>
  Array.from({ length: 7 * 24 }, (_, at) => Date.parse(`${date}T00:50:00Z`) + at * hour),
);

describe.each(["UTC", "Europe/Zurich", "America/New_York", "Asia/Kolkata"])(
  "the seeded week in %s",
  (zone) => {
    it("has one event that ended within two hours, one running and one ahead, at any hour", () => {
      process.env["TZ"] = zone;
      for (const nowMs of hours) {
        const { ended, running, ahead, session } = seededWeek({ nowMs });
        expect(ended.endMs).toBeLessThan(nowMs);
        expect(ended.endMs).toBeGreaterThan(nowMs - 2 * hour);
        expect(running.startMs).toBeLessThan(nowMs);
        expect(running.endMs).toBeGreaterThan(nowMs);
        expect(ahead.startMs).toBeGreaterThan(nowMs + 45 * minute);
        expect(session.startMs).toBeGreaterThan(nowMs);
      }
    });

    it("has nothing else within hours of now, and never more than three flags a day", () => {
      process.env["TZ"] = zone;
      for (const nowMs of hours) {
        const { events, ended, running, ahead } = seededWeek({ nowMs });
        const named = new Set([ended, running, ahead].map(({ uid }) => uid));
        const near = events.filter(
          ({ uid, startMs, endMs, allDay, without }) =>
            !named.has(uid) &&
            !allDay &&
            without.length === 0 &&
            startMs < nowMs + hour &&
            endMs > nowMs - hour,
        );
        expect(near.map(({ uid }) => uid)).toEqual([]);
        const flagged = events.filter(({ expect: kind }) => kind === "high-stakes");
        for (const { startMs } of flagged) {
          const sameDay = flagged.filter(
            (other) => new Date(other.startMs).toDateString() === new Date(startMs).toDateString(),
          );
          expect(sameDay.length).toBeLessThanOrEqual(3);
        }
      }
    });
  },
);

describe("the seeded week in both its forms", () => {
  it("is the same for the same moment and seed, and another for another seed", () => {
    const nowMs = Date.parse("2026-11-25T09:20:00Z");
    expect(seededWeek({ nowMs })).toEqual(seededWeek({ nowMs }));
    expect(seededWeek({ nowMs, seed: 2 })).not.toEqual(seededWeek({ nowMs }));
    expect(JSON.stringify(asPageEvents(seededWeek({ nowMs })))).toContain(
      seededWeek({ nowMs }).ended.googleId,
    );
  });

  it("reads back from its calendar file with the same titles and times, in the hour that comes twice too", async () => {
    process.env["TZ"] = "Europe/Zurich";
    for (const nowMs of [Date.parse("2026-10-25T00:20:00Z"), Date.parse("2026-11-25T09:20:00Z")]) {
      const week = seededWeek({ nowMs });
      const { events, problems } = await readIcs(new TextEncoder().encode(asIcs(week)), {
        sourceId: "file",
        calendarName: "week",
        zone: "Europe/Zurich",
        fromMs: nowMs - 10 * day,
        toMs: nowMs + 20 * day,
      });
      expect(problems).toEqual([]);
      for (const { title, startMs, endMs, without } of week.events) {
        const found = events.filter((event) => event.title === title && event.timing.startMs === startMs);
        expect(found.map(({ timing }) => timing.endMs)).toEqual(without.includes(startMs) ? [] : [endMs]);
      }
    }
  });
});
