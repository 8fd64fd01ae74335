import { describe, expect, it } from "vitest";
import { addDays, dateOfKey, daysBetween, instantOf, isoDate } from "./date-key.ts";

describe("dateOfKey", () => {
  it("reads the keys seen on real pages", () => {
    expect(dateOfKey("27966")).toBe("2024-09-30");
    expect(dateOfKey("28003")).toBe("2024-11-03");
    expect(dateOfKey("28879")).toBe("2026-06-15");
    expect(dateOfKey("25123")).toBe("2019-01-03");
  });

  it("refuses keys without a day behind them", () => {
    for (const bad of [null, "", "x", "-5", "27967999", String((56 << 9) | (2 << 5) | 30), "0"]) {
      expect(dateOfKey(bad)).toBeNull();
    }
  });
});

describe("dates", () => {
  it("refuses days that do not exist", () => {
    expect(isoDate(2026, 2, 29)).toBeNull();
    expect(isoDate(2028, 2, 29)).toBe("2028-02-29");
    expect(isoDate(2026, 13, 1)).toBeNull();
  });

  it("counts across months and clock changes", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  });
});

describe("instantOf", () => {
  it("reads the wall clock of the page's zone, not of the device", () => {
    expect(instantOf("2026-11-25", 9 * 60, "Europe/Oslo")).toBe(Date.parse("2026-11-25T08:00:00Z"));
    expect(instantOf("2026-11-25", 9 * 60, "Asia/Kolkata")).toBe(Date.parse("2026-11-25T03:30:00Z"));
  });

  it("is right on both sides of a clock change", () => {
    expect(instantOf("2026-10-25", 60, "Europe/Oslo")).toBe(Date.parse("2026-10-24T23:00:00Z"));
    expect(instantOf("2026-10-25", 12 * 60, "Europe/Oslo")).toBe(Date.parse("2026-10-25T11:00:00Z"));
    expect(instantOf("2026-03-29", 4 * 60, "Europe/Oslo")).toBe(Date.parse("2026-03-29T02:00:00Z"));
  });

  it("takes the first of a repeated hour, and a skipped time as if the clock had not changed yet", () => {
    expect(instantOf("2026-10-25", 150, "Europe/Oslo")).toBe(Date.parse("2026-10-25T00:30:00Z"));
    expect(instantOf("2026-03-29", 150, "Europe/Oslo")).toBe(Date.parse("2026-03-29T01:30:00Z"));
  });

  it("falls back to the device's zone when the page's is unknown", () => {
    const here = new Date(2026, 10, 25, 9).getTime();
    expect(instantOf("2026-11-25", 540, null)).toBe(here);
    expect(instantOf("2026-11-25", 540, "Nowhere/Land")).toBe(here);
  });
});
