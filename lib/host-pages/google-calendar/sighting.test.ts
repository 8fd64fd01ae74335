import { describe, expect, it } from "vitest";
import { fromSpoken, joinSightings } from "./sighting.ts";
import type { Sighting } from "./sighting.ts";

const base: Sighting = {
  id: "x",
  title: "Night shift",
  allDay: false,
  startDate: "2026-11-26",
  startMinutes: 1320,
  endDate: "2026-11-27",
  endMinutes: 0,
  openStart: false,
  openEnd: true,
  spoken: null,
};
const morning: Sighting = {
  ...base,
  startDate: "2026-11-27",
  startMinutes: 0,
  endDate: "2026-11-27",
  endMinutes: 90,
  openStart: true,
  openEnd: false,
};

describe("joinSightings", () => {
  it("makes one event of the two chips of a night, in whatever order they come", () => {
    const joined = joinSightings([morning, base]);
    expect(joined).toMatchObject({ startDate: "2026-11-26", startMinutes: 1320 });
    expect(joined).toMatchObject({ endDate: "2026-11-27", endMinutes: 90 });
  });

  it("leaves the end unknown when the following day is not shown", () => {
    expect(joinSightings([base])).toMatchObject({ startMinutes: 1320, endDate: null, endMinutes: null });
  });

  it("does not invent a start for a chip that comes in from a day that is not shown", () => {
    expect(joinSightings([morning])).toBeNull();
  });
});

describe("fromSpoken", () => {
  const spoken = {
    title: "Night shift",
    allDay: false,
    startDate: null,
    startMinutes: 1320,
    endDate: null,
    endMinutes: 90,
    answer: "unknown",
    location: null,
    calendarName: null,
    busyOnly: false,
  } as const;

  it("takes the day from the column, and the next one for an end that is earlier than the start", () => {
    expect(fromSpoken("x", spoken, "2026-11-26")).toMatchObject({
      startDate: "2026-11-26",
      endDate: "2026-11-27",
    });
  });

  it("is nothing without any date", () => {
    expect(fromSpoken("x", spoken, null)).toBeNull();
  });
});
