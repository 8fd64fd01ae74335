import { expect, test } from "vitest";
import { calendar, codes, ids, read, spans, starts, vevent } from "./testing.ts";

const berlin = "TZID=Europe/Berlin";

test("an event in a zone becomes an instant, with title, place and people", async () => {
  const reading = await read(
    calendar(
      ...vevent(
        `DTSTART;${berlin}:20260714T090000`,
        `DTEND;${berlin}:20260714T103000`,
        "SUMMARY:Budget\\, second reading",
        "LOCATION:Room 4",
        "DESCRIPTION:First line\\nsecond line",
        "CATEGORIES:Finance,Board",
        "ATTACH:https://files.example/deck.pdf",
        "ORGANIZER;CN=Sofia Lindqvist:mailto:sofia@example.com",
        "ATTENDEE;CN=Jonas Weber;PARTSTAT=ACCEPTED:mailto:jonas@example.com",
        "ATTENDEE;CN=Room 4;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room4@example.com",
        "ATTENDEE;CN=me@example.com;PARTSTAT=TENTATIVE:mailto:Me@example.com",
      ),
    ),
    { ownAddresses: ["me@EXAMPLE.com"] },
  );
  expect(spans(reading)).toEqual(["2026-07-14T07:00:00Z 2026-07-14T08:30:00Z"]);
  expect(reading.events[0]).toMatchObject({
    title: "Budget, second reading",
    location: "Room 4",
    description: "First line\nsecond line",
    categories: ["Finance", "Board"],
    hasAttachments: true,
    answer: "tentative",
    status: "confirmed",
    organizer: { name: "Sofia Lindqvist", email: "sofia@example.com", answer: "organizer" },
    attendeeCount: 2,
    seriesId: null,
    sourceEventId: "one@specimen",
    aliases: ["uid:one@specimen"],
  });
  expect(reading.events[0]?.attendees?.map(({ name, answer, self }) => [name, answer, self])).toEqual([
    ["Jonas Weber", "accepted", false],
    [null, "tentative", true],
  ]);
  expect(reading.coverage.complete).toBe(true);
});

test("a weekly series keeps its local time over both changes of the clock", async () => {
  const reading = await read(
    calendar(
      ...vevent(`DTSTART;${berlin}:20260105T090000`, `DTEND;${berlin}:20260105T100000`, "RRULE:FREQ=WEEKLY"),
    ),
  );
  expect(reading.events).toHaveLength(52);
  expect(starts(reading).filter((start) => start.includes("T08:00:00Z"))).toHaveLength(22);
  expect(starts(reading).filter((start) => start.includes("T07:00:00Z"))).toHaveLength(30);
});

test("a time the clock leaves out is read with the offset before, a time it has twice is the first", async () => {
  const reading = await read(
    calendar(
      ...vevent("UID:gap", `DTSTART;${berlin}:20260329T023000`),
      ...vevent("UID:twice", `DTSTART;${berlin}:20261025T023000`),
    ),
  );
  expect(starts(reading)).toEqual(["2026-03-29T01:30:00Z", "2026-10-25T00:30:00Z"]);
});

test("a night shift over the change of the clock lasts as long as its first night, by DTEND; by a day of DURATION it ends on the clock", async () => {
  const byEnd = await read(
    calendar(
      ...vevent(
        `DTSTART;${berlin}:20260327T220000`,
        `DTEND;${berlin}:20260328T060000`,
        "RRULE:FREQ=DAILY;COUNT=2",
      ),
    ),
  );
  expect(spans(byEnd)[1]).toBe("2026-03-28T21:00:00Z 2026-03-29T05:00:00Z");
  const byDay = await read(calendar(...vevent(`DTSTART;${berlin}:20260328T090000`, "DURATION:P1D")));
  expect(spans(byDay)).toEqual(["2026-03-28T08:00:00Z 2026-03-29T07:00:00Z"]);
});

test("deleted, added, moved and cancelled occurrences", async () => {
  const reading = await read(
    calendar(
      ...vevent(
        `DTSTART;${berlin}:20260302T090000`,
        `DTEND;${berlin}:20260302T100000`,
        "RRULE:FREQ=DAILY;COUNT=6",
        `EXDATE;${berlin}:20260303T090000`,
        "EXDATE:20260304T080000Z",
        `RDATE;${berlin}:20260320T150000`,
        `RDATE;VALUE=PERIOD;${berlin}:20260321T150000/PT3H`,
      ),
      ...vevent(
        `RECURRENCE-ID;${berlin}:20260305T090000`,
        `DTSTART;${berlin}:20260309T110000`,
        "SUMMARY:Moved",
        "DURATION:PT30M",
      ),
      ...vevent("RECURRENCE-ID:20260306T080000Z", `DTSTART;${berlin}:20260306T090000`, "STATUS:CANCELLED"),
    ),
  );
  expect(
    reading.events.map((event, i) => [ids(reading)[i], spans(reading)[i]?.split(" ")[0], event.status]),
  ).toEqual([
    ["one@specimen#2026-03-02T08:00:00Z", "2026-03-02T08:00:00Z", "confirmed"],
    ["one@specimen#2026-03-06T08:00:00Z", "2026-03-06T08:00:00Z", "cancelled"],
    ["one@specimen#2026-03-07T08:00:00Z", "2026-03-07T08:00:00Z", "confirmed"],
    ["one@specimen#2026-03-05T08:00:00Z", "2026-03-09T10:00:00Z", "confirmed"],
    ["one@specimen#2026-03-20T14:00:00Z", "2026-03-20T14:00:00Z", "confirmed"],
    ["one@specimen#2026-03-21T14:00:00Z", "2026-03-21T14:00:00Z", "confirmed"],
  ]);
  expect(spans(reading).at(-1)).toBe("2026-03-21T14:00:00Z 2026-03-21T17:00:00Z");
  expect(reading.identities[3]).toEqual({ uid: "one@specimen", originalStart: "2026-03-05T08:00:00Z" });
  expect(reading.events[3]?.recurrence).toBe("FREQ=DAILY;COUNT=6");
});

test("an occurrence moved out of the window is not there, one moved in is", async () => {
  const file = calendar(
    ...vevent("DTSTART:20260101T090000Z", "DURATION:PT1H", "RRULE:FREQ=MONTHLY"),
    ...vevent("RECURRENCE-ID:20260601T090000Z", "DTSTART:20261120T090000Z", "DURATION:PT1H"),
    ...vevent("RECURRENCE-ID:20261001T090000Z", "DTSTART:20260602T090000Z", "DURATION:PT1H"),
  );
  const june = await read(file, { fromMs: Date.UTC(2026, 5, 1), toMs: Date.UTC(2026, 6, 1) });
  expect(ids(june)).toEqual(["one@specimen#2026-10-01T09:00:00Z"]);
});

test("an occurrence replaced outside the window does not come back because the series is long", async () => {
  const file = calendar(
    ...vevent("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260121", "RRULE:FREQ=MONTHLY"),
    ...vevent(
      "RECURRENCE-ID;VALUE=DATE:20260601",
      "DTSTART;VALUE=DATE:20260301",
      "DTEND;VALUE=DATE:20260302",
    ),
  );
  const window = { fromMs: Date.UTC(2026, 5, 18), toMs: Date.UTC(2026, 5, 20) };
  expect(ids(await read(file, window))).toEqual([]);
});

test("a change to this and all later occurrences moves what follows, single changes win", async () => {
  const reading = await read(
    calendar(
      ...vevent("DTSTART:20260601T090000Z", "DTEND:20260601T100000Z", "RRULE:FREQ=WEEKLY;COUNT=5"),
      ...vevent(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260615T090000Z",
        "DTSTART:20260616T100000Z",
        "DTEND:20260616T120000Z",
        "SUMMARY:Later",
      ),
      ...vevent(
        "RECURRENCE-ID:20260622T090000Z",
        "DTSTART:20260622T070000Z",
        "DTEND:20260622T080000Z",
        "SUMMARY:Once",
      ),
    ),
  );
  expect(reading.events.map((event, i) => [event.title, spans(reading)[i]])).toEqual([
    ["Board meeting", "2026-06-01T09:00:00Z 2026-06-01T10:00:00Z"],
    ["Board meeting", "2026-06-08T09:00:00Z 2026-06-08T10:00:00Z"],
    ["Later", "2026-06-16T10:00:00Z 2026-06-16T12:00:00Z"],
    ["Once", "2026-06-22T07:00:00Z 2026-06-22T08:00:00Z"],
    ["Later", "2026-06-30T10:00:00Z 2026-06-30T12:00:00Z"],
  ]);
  expect(ids(reading)[4]).toBe("one@specimen#2026-06-29T09:00:00Z");
});

test("changed occurrences without their series are read, with the identity they have in it", async () => {
  const reading = await read(
    calendar(
      ...vevent(
        `RECURRENCE-ID;${berlin}:20260504T090000`,
        `DTSTART;${berlin}:20260505T100000`,
        "DURATION:PT1H",
      ),
    ),
  );
  expect(ids(reading)).toEqual(["one@specimen#2026-05-04T07:00:00Z"]);
  expect(reading.events[0]).toMatchObject({ seriesId: "one@specimen", recurrence: null });
});

test("all-day, several days, without end, with the end of the same day", async () => {
  const reading = await read(
    calendar(
      ...vevent("UID:a", "DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260502"),
      ...vevent("UID:b", "DTSTART;VALUE=DATE:20260502"),
      ...vevent("UID:c", "DTSTART;VALUE=DATE:20260503", "DTEND;VALUE=DATE:20260503"),
      ...vevent("UID:d", "DTSTART;VALUE=DATE:20260504", "DTEND;VALUE=DATE:20260508"),
      ...vevent("UID:e", "DTSTART:20260509", "DURATION:P2D"),
    ),
  );
  expect(spans(reading)).toEqual([
    "2026-05-01 2026-05-02",
    "2026-05-02 2026-05-03",
    "2026-05-03 2026-05-04",
    "2026-05-04 2026-05-08",
    "2026-05-09 2026-05-11",
  ]);
  expect(new Date(reading.events[0]?.timing.startMs ?? 0).toISOString()).toBe("2026-04-30T22:00:00.000Z");
});

test("an all-day series is named by its dates and keeps them in any zone", async () => {
  const file = calendar(
    ...vevent("DTSTART;VALUE=DATE:20260328", "RRULE:FREQ=DAILY;UNTIL=20260330", "EXDATE;VALUE=DATE:20260329"),
  );
  for (const zone of ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Berlin"]) {
    expect(ids(await read(file, { zone }))).toEqual(["one@specimen#2026-03-28", "one@specimen#2026-03-30"]);
  }
});

test("floating times stay on the clock and are resolved in the device's zone", async () => {
  const reading = await read(calendar(...vevent("DTSTART:20260701T090000", "DTEND:20260701T100000")));
  expect(spans(reading)).toEqual(["2026-07-01T09:00:00 2026-07-01T10:00:00"]);
  expect(reading.events[0]?.timing).toMatchObject({ kind: "floating", startMs: Date.UTC(2026, 6, 1, 7) });
});

test("an event without end takes no time; it lies in the window only when it is after the beginning", async () => {
  const file = calendar(...vevent("DTSTART:20260701T090000Z"));
  const at = Date.UTC(2026, 6, 1, 9);
  expect(spans(await read(file))).toEqual(["2026-07-01T09:00:00Z 2026-07-01T09:00:00Z"]);
  expect((await read(file, { fromMs: at, toMs: at + 1000 })).events).toHaveLength(0);
  expect((await read(file, { fromMs: at - 1, toMs: at })).events).toHaveLength(0);
  expect((await read(file, { fromMs: at - 1, toMs: at + 1 })).events).toHaveLength(1);
});

test("UNTIL is the last occurrence allowed: as an instant, as a date, as a local time", async () => {
  for (const until of ["20260304T080000Z", "20260304", "20260304T090000"]) {
    const file = calendar(...vevent(`DTSTART;${berlin}:20260302T090000`, `RRULE:FREQ=DAILY;UNTIL=${until}`));
    expect((await read(file)).events, until).toHaveLength(3);
  }
});

test("a message that cancels makes its event cancelled", async () => {
  const reading = await read(
    calendar("BEGIN:VCALENDAR", "METHOD:CANCEL", ...vevent("DTSTART:20260301T090000Z"), "END:VCALENDAR"),
  );
  expect(reading.events[0]?.status).toBe("cancelled");
});

test("private, free, out of office, elsewhere, holiday and birthday are told apart", async () => {
  const reading = await read(
    calendar(
      ...vevent("UID:1", "DTSTART:20260301T090000Z", "CLASS:CONFIDENTIAL", "TRANSP:TRANSPARENT"),
      ...vevent("UID:2", "DTSTART:20260302T090000Z", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"),
      ...vevent("UID:3", "DTSTART;VALUE=DATE:20260303", "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"),
      ...vevent("UID:4", "DTSTART;VALUE=DATE:20260304", "CATEGORIES:Holiday"),
      ...vevent("UID:5", "DTSTART;VALUE=DATE:20260305", "CATEGORIES:Birthday"),
      ...vevent("UID:6", "DTSTART:20260306T090000Z", "CATEGORIES:Holiday", "STATUS:TENTATIVE"),
      "BEGIN:VEVENT",
      "UID:7",
      "DTSTART:20260307T090000Z",
      "END:VEVENT",
    ),
  );
  expect(
    reading.events.map(({ visibility, availability, kind, status }) => [
      visibility,
      availability,
      kind,
      status,
    ]),
  ).toEqual([
    ["private", "free", "event", "confirmed"],
    ["normal", "out-of-office", "out-of-office", "confirmed"],
    ["normal", "working-elsewhere", "working-location", "confirmed"],
    ["normal", "busy", "holiday", "confirmed"],
    ["normal", "busy", "birthday", "confirmed"],
    ["normal", "busy", "event", "tentative"],
    ["free-busy", "busy", "event", "confirmed"],
  ]);
});

test("the newest version of an event counts, wherever it stands and even outside the window", async () => {
  const old = vevent("SEQUENCE:1", "DTSTART:20260301T090000Z", "SUMMARY:Old");
  const moved = vevent("SEQUENCE:2", "DTSTART:20260302T090000Z", "SUMMARY:New");
  const gone = vevent("SEQUENCE:2", "DTSTART:20290302T090000Z");
  for (const lines of [
    [...old, ...moved],
    [...moved, ...old],
  ])
    expect((await read(calendar(...lines))).events.map((event) => event.title)).toEqual(["New"]);
  expect((await read(calendar(...old, ...gone))).events).toEqual([]);
});

test("two events with one identity and no newer one: the later is read, the other is told", async () => {
  const reading = await read(
    calendar(...vevent("DTSTART:20260301T090000Z"), ...vevent("DTSTART:20260305T090000Z")),
  );
  expect(starts(reading)).toEqual(["2026-03-05T09:00:00Z"]);
  expect(reading.problems).toEqual([{ code: "duplicate", line: 4, params: {} }]);
});

test("an event without UID keeps the same made-up identity from reading to reading", async () => {
  const file = calendar("BEGIN:VEVENT", "DTSTART:20260301T090000Z", "SUMMARY:Nameless", "END:VEVENT");
  const [first, second] = [await read(file), await read(file)];
  expect(codes(first)).toEqual(["uid-missing"]);
  expect(ids(first)).toEqual(ids(second));
});

test("occurrences share an alias with what the page of Google Calendar shows", async () => {
  const reading = await read(
    calendar(
      ...vevent(
        "UID:4q8b2l0m3c@google.com",
        "DTSTART:20261123T090000Z",
        "RRULE:FREQ=DAILY;COUNT=1",
        "RDATE:20261125T090000Z",
      ),
    ),
  );
  expect(reading.events[1]?.aliases).toContain("google:4q8b2l0m3c_20261125T090000Z");
});

test("the person's own calendar at Google is named by their address, which finds their answer", async () => {
  const reading = await read(
    calendar(
      "BEGIN:VCALENDAR",
      "X-WR-CALNAME:mara@example.com",
      ...vevent("DTSTART:20260301T090000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:mara@example.com"),
      "END:VCALENDAR",
    ),
  );
  expect(reading.events[0]).toMatchObject({ answer: "declined", calendar: { name: "mara@example.com" } });
});

test("an hourly series stops at the cap and says so", async () => {
  const reading = await read(
    calendar(...vevent("DTSTART:20260101T000000Z", "DURATION:PT5M", "RRULE:FREQ=HOURLY")),
  );
  expect(reading.events).toHaveLength(1_000);
  expect(reading.problems).toEqual([{ code: "series-cut", line: 4, params: { count: 1_000 } }]);
  expect(reading.coverage.complete).toBe(false);
});

test("a reading can be cancelled", async () => {
  const file = calendar(...vevent("DTSTART:20260301T090000Z"));
  await expect(read(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "cancelled" });
});
