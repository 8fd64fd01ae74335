import * as fc from "fast-check";
import { expect, test } from "vitest";
import { eventSchema } from "../../rpc/wire.ts";
import { calendar, codes, read, vevent } from "./testing.ts";

const binary = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 2_654_435_761) >>> 24);

test.each([
  ["an empty file", ""],
  ["plain text", "Dear all,\r\nthe board meets on Tuesday.\r\n"],
  [
    "a web page",
    "<!doctype html><html><head><title>Sign in</title></head><body>BEGIN:VCALENDAR</body></html>",
  ],
  ["bytes of something else", binary],
])("%s is not a calendar", async (_, input) => {
  await expect(read(input)).rejects.toMatchObject({ code: "not-a-calendar" });
});

test("a file over the limit is refused before it is read", async () => {
  await expect(read(new Blob([new Uint8Array(70 * 1024 * 1024)]))).rejects.toMatchObject({
    code: "file-too-large",
    params: { megabytes: 64 },
  });
  const endless = (function* () {
    for (;;) yield new TextEncoder().encode(calendar(...vevent("DTSTART:20260101T000000Z")));
  })();
  await expect(read(endless, { caps: { bytes: 100_000 } })).rejects.toMatchObject({ code: "file-too-large" });
});

test("a title of five megabytes is cut, told, and fits the message contract", async () => {
  const reading = await read(
    calendar(...vevent(`SUMMARY:${"x".repeat(5 * 1024 * 1024)}`, "DTSTART:20260301T090000Z")),
  );
  expect(reading.events[0]?.title).toHaveLength(2_000);
  expect(codes(reading)).toEqual(["line-cut"]);
  expect(eventSchema.parse(reading.events[0])).toEqual(reading.events[0]);
});

test("long texts, many people and long identities fit the message contract", async () => {
  const people = Array.from(
    { length: 2_500 },
    (_, i) => `ATTENDEE;CN=${"N".repeat(400)}:mailto:p${i}@example.com`,
  );
  const reading = await read(
    calendar(
      ...vevent(
        `UID:${"u".repeat(3_000)}`,
        `DESCRIPTION:${"d".repeat(30_000)}`,
        `LOCATION:${"l".repeat(5_000)}`,
        `CATEGORIES:${Array.from({ length: 80 }, (_, i) => `c${i}${"c".repeat(300)}`).join(",")}`,
        "DTSTART:20260301T090000Z",
        `RRULE:FREQ=YEARLY;BYDAY=${Array.from({ length: 400 }, () => "MO").join(",")};COUNT=1`,
        ...people,
      ),
    ),
  );
  expect(reading.events[0]?.attendees).toHaveLength(2_000);
  expect(reading.events[0]?.attendeeCount).toBe(2_500);
  for (const event of reading.events) expect(eventSchema.parse(event)).toEqual(event);
});

test("50,000 events: those outside the window cost nothing, those inside stop at the cap and are told", async () => {
  const spread = Array.from({ length: 50_000 }, (_, i) => {
    const day = new Date(Date.UTC(1990, 0, 1) + i * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .replaceAll("-", "");
    return vevent(`UID:e${i}`, `DTSTART:${day}T090000Z`, "DURATION:PT1H");
  });
  const some = await read(calendar(...spread));
  expect(some.events).toHaveLength(365);
  expect(some.file.components).toBe(50_000);
  const crowd = Array.from({ length: 50_000 }, (_, i) => vevent(`UID:e${i}`, "DTSTART:20260301T090000Z"));
  const many = await read(calendar(...crowd));
  expect(many.events).toHaveLength(20_000);
  expect(many.problems).toMatchObject([{ code: "components-cut", params: { count: 20_000 } }]);
  expect(many.coverage.complete).toBe(false);
}, 20_000);

const deep = (name: string): string =>
  calendar(
    "BEGIN:VCALENDAR",
    Array.from({ length: 20_000 }, () => `BEGIN:${name}`),
    ...vevent("DTSTART:20260301T090000Z"),
    "END:VCALENDAR",
  );

test("20,000 components inside each other are counted, not followed", async () => {
  expect((await read(deep("VALARM"))).events).toHaveLength(1);
  const nested = await read(deep("VEVENT"));
  expect(nested.events).toHaveLength(1);
  expect(nested.problems).toHaveLength(101);
  expect(nested.problems.at(-1)).toMatchObject({ code: "more-problems" });
});

test("many series that each need much work share one budget", async () => {
  const costly = Array.from({ length: 400 }, (_, i) =>
    vevent(`UID:c${i}`, "DTSTART:17000101T090000Z", "RRULE:FREQ=HOURLY;COUNT=9999;BYMONTH=2;BYMONTHDAY=30"),
  );
  const reading = await read(calendar(...costly));
  expect(new Set(codes(reading))).toEqual(new Set(["rule-too-complex", "more-problems"]));
}, 20_000);

test("properties of a hostile length and number do not slow a file down", async () => {
  const colons = `DTSTART;TZID=${":".repeat(60_000)}x`;
  const dates = Array.from({ length: 6_000 }, () => "EXDATE:20260101T090000Z");
  const reading = await read(
    calendar(
      ...vevent("UID:colons", colons),
      ...vevent("UID:dates", "DTSTART:20260301T090000Z", "RRULE:FREQ=DAILY;COUNT=2", ...dates),
    ),
  );
  expect(codes(reading)).toContain("date-unreadable");
  expect(codes(reading)).toContain("properties-cut");
});

test("nothing in a file reaches the prototypes", async () => {
  await read(
    calendar(
      ...vevent(
        "__proto__:polluted",
        "ATTENDEE;__proto__=polluted:mailto:a@example.com",
        "DTSTART:20260301T090000Z",
        "CATEGORIES:__proto__",
      ),
    ),
  );
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(Object.prototype).not.toHaveProperty("cn");
});

test("a calendar with only tasks says so; an empty one is simply empty", async () => {
  const tasks = await read(calendar("BEGIN:VTODO", "UID:t", "SUMMARY:Task", "END:VTODO"));
  expect(tasks.problems).toEqual([{ code: "no-events", line: null, params: { count: 1 } }]);
  expect((await read(calendar())).problems).toEqual([]);
});

const line = fc.oneof(
  fc.constantFrom(
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VALARM",
    "END:VALARM",
    "BEGIN:VTIMEZONE",
    "TZID:X",
    "END:VTIMEZONE",
    "BEGIN:STANDARD",
    "END:STANDARD",
    "END:VCALENDAR",
    "BEGIN:VCALENDAR",
  ),
  fc
    .tuple(
      fc.constantFrom(
        "DTSTART",
        "DTEND",
        "RECURRENCE-ID",
        "RDATE",
        "EXDATE",
        "DURATION",
        "RRULE",
        "UID",
        "ATTENDEE",
        "SEQUENCE",
        "TZOFFSETTO",
        "TZOFFSETFROM",
      ),
      fc.constantFrom(":", ";TZID=X:", ";VALUE=DATE:", ";:", ";RANGE=THISANDFUTURE:"),
      fc.constantFrom(
        "20260301T090000Z",
        "20260301",
        "20260301T090000",
        "PT1H",
        "FREQ=DAILY",
        "FREQ=YEARLY;BYDAY=-1SU",
        "one",
        "-0500",
        "",
        "99999999",
        "\u0000",
      ),
    )
    .map((parts) => parts.join("")),
  fc.string(),
);

test("no arrangement of lines makes reading throw anything but that it is no calendar", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 60 }), async (lines) => {
      const reading = await read(calendar(...vevent("UID:sound", "DTSTART:20260601T090000Z"), ...lines));
      for (const event of reading.events) eventSchema.parse(event);
      expect(codes(reading)).not.toContain("component-unreadable");
    }),
    { numRuns: 400, seed: 20_261_122 },
  );
}, 20_000);
