import { describe, expect, it } from "vitest";
import { mapEvent } from "./map-event.ts";
import type { Sighting } from "./sighting.ts";

const encode = (text: string) => btoa(text).replace(/=+$/, "");
const context = {
  sourceId: "page:google-calendar:dana@example.com",
  account: "Dana@example.com",
  zone: "Europe/Oslo",
};

function sighting(over: Partial<Sighting> = {}): Sighting {
  return {
    id: encode("4k2abc_20261124T090000Z dana@example.com"),
    title: "Board: Q4",
    allDay: false,
    startDate: "2026-11-24",
    startMinutes: 600,
    endDate: "2026-11-24",
    endMinutes: 660,
    openStart: false,
    openEnd: false,
    spoken: null,
    ...over,
  };
}

const kind = (id: string) => mapEvent(sighting({ id }), null, context)?.kind;

describe("mapEvent", () => {
  it("gives instants in the page's zone, the series and the identities shared with other sources", () => {
    const event = mapEvent(sighting(), null, context);
    expect(event).toMatchObject({
      seriesId: "4k2abc",
      aliases: ["google:4k2abc_20261124T090000Z"],
      timing: {
        kind: "timed",
        startMs: Date.parse("2026-11-24T09:00:00Z"),
        endMs: Date.parse("2026-11-24T10:00:00Z"),
      },
    });
  });

  it("counts only the calendar with the person's own address as their own", () => {
    expect(mapEvent(sighting(), null, context)?.calendar.own).toBe(true);
    const other = sighting({ id: encode("x team@g") });
    expect(mapEvent(other, null, context)?.calendar).toMatchObject({
      id: "team@group.calendar.google.com",
      own: false,
    });
    expect(mapEvent(sighting(), null, { ...context, account: null })?.calendar.own).toBe(false);
  });

  it("keeps all-day dates as dates, end exclusive", () => {
    const event = mapEvent(
      sighting({ allDay: true, startMinutes: null, endDate: "2026-11-26", endMinutes: null }),
      null,
      context,
    );
    expect(event?.timing).toMatchObject({
      kind: "all-day",
      startLocal: "2026-11-24",
      endLocal: "2026-11-26",
    });
  });

  it("leaves an unknown end unknown", () => {
    expect(mapEvent(sighting({ endDate: null, endMinutes: null }), null, context)?.timing.endMs).toBeNull();
  });

  it("says task, holiday and birthday by the id", () => {
    expect(kind("tasks_1")).toBe("task");
    expect(kind(encode("20261126_x en.no#holiday@v"))).toBe("holiday");
    expect(kind(encode("x addressbook#contacts@v"))).toBe("birthday");
    expect(kind(encode("x dana@example.com"))).toBe("event");
  });

  it("is nothing for an id in no form known", () => {
    expect(mapEvent(sighting({ id: "???" }), null, context)).toBeNull();
  });

  it("adds people and place once a pop-up has shown them", () => {
    const person = { name: "Maya", email: "maya@example.com", answer: "unknown", self: false } as const;
    const event = mapEvent(sighting(), { location: "Fjord room", attendees: [person] }, context);
    expect(event).toMatchObject({ location: "Fjord room", attendees: [person], attendeeCount: 1 });
  });
});
