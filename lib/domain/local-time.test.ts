import { describe, expect, test } from "vitest";
import { addDays, dayOfTiming, instantOf, isWithin, localParts, startOfDay, weekOf } from "./local-time.ts";

describe("local time", () => {
  test("an instant falls on the day the person's zone gives it", () => {
    const late = Date.UTC(2026, 10, 22, 23, 50);
    expect(localParts(late, "Europe/Oslo")).toEqual({ date: "2026-11-23", time: "00:50" });
    expect(localParts(late, "America/New_York")).toEqual({ date: "2026-11-22", time: "18:50" });
  });

  test("an all-day event keeps its date in every zone", () => {
    const timing = {
      kind: "all-day",
      startMs: Date.UTC(2026, 10, 24, 23),
      endMs: null,
      startLocal: "2026-11-25",
      endLocal: "2026-11-26",
    } as const;
    expect(dayOfTiming(timing, "America/Los_Angeles")).toBe("2026-11-25");
  });

  test("a week begins on Monday, also across a year's end", () => {
    expect(weekOf("2026-11-22")).toBe("2026-11-16");
    expect(weekOf("2026-11-23")).toBe("2026-11-23");
    expect(weekOf("2027-01-01")).toBe("2026-12-28");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  test("a clock time is found on both sides of daylight saving", () => {
    expect(instantOf("2026-03-28", "08:00", "Europe/Oslo")).toBe(Date.UTC(2026, 2, 28, 7));
    expect(instantOf("2026-03-29", "08:00", "Europe/Oslo")).toBe(Date.UTC(2026, 2, 29, 6));
    expect(startOfDay("2026-10-25", "Europe/Oslo")).toBe(Date.UTC(2026, 9, 24, 22));
  });

  test("a clock time that is skipped becomes the end of the gap, one that comes twice its first time", () => {
    expect(instantOf("2026-03-29", "02:30", "Europe/Oslo")).toBe(Date.UTC(2026, 2, 29, 1));
    expect(instantOf("2026-10-25", "02:30", "Europe/Oslo")).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test("half-hour zones and zones far from Greenwich hold", () => {
    expect(instantOf("2026-11-24", "09:00", "Asia/Kolkata")).toBe(Date.UTC(2026, 10, 24, 3, 30));
    expect(instantOf("2026-11-24", "09:00", "Pacific/Kiritimati")).toBe(Date.UTC(2026, 10, 23, 19));
  });

  test("every instant around a change of offset reads as the zone's own clock does", () => {
    for (const zone of [
      "Europe/Oslo",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "Asia/Kolkata",
    ]) {
      const clock = new Intl.DateTimeFormat("sv-SE", {
        timeZone: zone,
        dateStyle: "short",
        timeStyle: "short",
      });
      for (let atMs = Date.UTC(2026, 0, 1, 0, 7); atMs < Date.UTC(2027, 0, 1); atMs += 2_940_000) {
        const { date, time } = localParts(atMs, zone);
        if (`${date} ${time}` !== clock.format(atMs))
          expect(`${zone} ${date} ${time}`).toBe(clock.format(atMs));
      }
    }
  });

  test("quiet hours may run over midnight", () => {
    const night = { from: "21:00", to: "07:00" };
    expect(["20:59", "21:00", "03:00", "07:00"].map((time) => isWithin(time, night))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isWithin("12:00", { from: "12:00", to: "13:00" })).toBe(true);
    expect(isWithin("12:00", { from: "12:00", to: "12:00" })).toBe(false);
  });
});
