import { describe, expect, it } from "vitest";
import { completeCalendarId, decodeBase64, decodePageEventId } from "./event-id.ts";

const encode = (text: string) => btoa(text).replace(/=+$/, "");

describe("decodePageEventId", () => {
  it("splits event and calendar and completes the calendar's domain", () => {
    expect(decodePageEventId(encode("4k2abc_20261124T090000Z qx@m"))).toEqual({
      kind: "event",
      eventId: "4k2abc_20261124T090000Z",
      calendarId: "qx@gmail.com",
    });
  });

  it("keeps event ids that hold underscores of their own", () => {
    expect(decodePageEventId(encode("_60q3ae_R20260105T084500 dana@example.com"))?.eventId).toBe(
      "_60q3ae_R20260105T084500",
    );
  });

  it("knows tasks of both kinds", () => {
    expect(decodePageEventId("tasks_abc123")).toEqual({ kind: "task", eventId: null, calendarId: null });
    expect(decodePageEventId(`ttb_${encode("abc dana@m")}`)).toEqual({
      kind: "task",
      eventId: null,
      calendarId: "dana@gmail.com",
    });
  });

  it("gives null for what is no id, whatever the page puts there", () => {
    for (const hostile of ["", "%%%", encode("one-part"), encode("a b c"), encode("\u0000 x"), "__proto__"]) {
      expect(decodePageEventId(hostile)).toBeNull();
    }
  });
});

describe("completeCalendarId", () => {
  it("writes out the four short domains and leaves the rest", () => {
    expect(completeCalendarId("family@g")).toBe("family@group.calendar.google.com");
    expect(completeCalendarId("no.holiday@v")).toBe("no.holiday@group.v.calendar.google.com");
    expect(completeCalendarId("feed@i")).toBe("feed@import.calendar.google.com");
    expect(completeCalendarId("dana@example.com")).toBe("dana@example.com");
    expect(completeCalendarId("no-at-sign")).toBe("no-at-sign");
  });
});

describe("decodeBase64", () => {
  it("takes both alphabets and missing padding", () => {
    expect(decodeBase64("fn5-")).toBe(decodeBase64("fn5+"));
    expect(decodeBase64(encode("ab"))).toBe("ab");
    expect(decodeBase64("***")).toBeNull();
  });
});
