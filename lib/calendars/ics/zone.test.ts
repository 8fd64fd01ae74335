import { expect, test } from "vitest";
import { calendar, codes, read, spans, vevent } from "./testing.ts";
import { dayFrom, dayMs, fieldsOf } from "./wall.ts";
import { windowsZones } from "./windows-zones.ts";
import { ianaZone, toInstant, toWall } from "./zone.ts";
import type { Zone } from "./zone.ts";

function zone(name: string): Zone {
  const found = ianaZone(name);
  if (found === null) throw new Error(`${name} is not in the database`);
  return found;
}

test("every Windows name leads to a zone of the database", () => {
  expect([...windowsZones].filter(([, iana]) => ianaZone(iana) === null)).toEqual([]);
  expect(windowsZones.size).toBeGreaterThan(140);
});

test.each([
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Pacific/Apia",
])("offsets of %s agree with the browser's own formatting through three years", (name) => {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: name,
    dateStyle: "short",
    timeStyle: "medium",
  });
  for (let instant = Date.UTC(2025, 0, 1); instant < Date.UTC(2028, 0, 1); instant += 5 * 3_600_000 + 60_000)
    expect(format.format(instant)).toBe(
      new Date(toWall(zone(name), instant)).toISOString().slice(0, 19).replace("T", " "),
    );
});

test("a wall time becomes the instant that shows it, except where the clock leaves it out", () => {
  for (let wall = Date.UTC(2026, 0, 1); wall < Date.UTC(2027, 0, 1); wall += 30 * 60_000) {
    const shown = toWall(zone("Europe/Berlin"), toInstant(zone("Europe/Berlin"), wall));
    const left = wall >= Date.UTC(2026, 2, 29, 2) && wall < Date.UTC(2026, 2, 29, 3);
    expect(shown - wall).toBe(left ? 3_600_000 : 0);
  }
});

test("what is no zone is none", () => {
  for (const name of ["", "Nowhere/Land", "Europe/Berlin; DROP", "x".repeat(200), "+25:00"])
    expect(ianaZone(name)).toBeNull();
});

test("days are counted as the Gregorian calendar does", () => {
  for (let day = dayFrom(1599, 12, 20); day < dayFrom(2401, 1, 10); day += 97) {
    const date = new Date(day * dayMs);
    expect(fieldsOf(day)).toEqual({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      dayOfMonth: date.getUTCDate(),
    });
    expect(dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
  }
  expect(dayFrom(2026, 14, 1)).toBe(dayFrom(2027, 2, 1));
});

const at = "20260714T090000";

test.each([
  ["Europe/Berlin", "07"],
  ["europe/berlin", "07"],
  ["/vendor.example/20260101_1/Europe/Berlin", "07"],
  ["W. Europe Standard Time", "07"],
  ["Eastern Standard Time", "13"],
  ["(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "07"],
  ["(UTC-05:00) Eastern Time (US & Canada)", "13"],
  ["(UTC+05:45) Kathmandu", "03:15"],
  ["UTC", "09"],
  ["GMT", "09"],
])("the zone %s needs no description", async (tzid, hour) => {
  const reading = await read(calendar(...vevent(`DTSTART;TZID="${tzid}":${at}`)));
  expect(spans(reading)[0]).toMatch(new RegExp(`^2026-07-14T${hour}`));
  expect(reading.problems).toEqual([]);
});

const definition = (tzid: string, ...extra: string[]) => [
  "BEGIN:VTIMEZONE",
  `TZID:${tzid}`,
  ...extra,
  "BEGIN:STANDARD",
  "DTSTART:20000101T000000",
  "TZOFFSETFROM:+0300",
  "TZOFFSETTO:+0330",
  "END:STANDARD",
  "END:VTIMEZONE",
];

test("a zone of the file's own is used, also when it is described after the event or in another calendar", async () => {
  const event = vevent(`DTSTART;TZID=Custom:${at}`);
  const before = await read(calendar(...definition("Custom"), ...event));
  const after = await read(calendar(...event, ...definition("Custom")));
  const apart = await read(
    calendar(
      "BEGIN:VCALENDAR",
      ...event,
      "END:VCALENDAR",
      "BEGIN:VCALENDAR",
      ...definition("Custom"),
      "END:VCALENDAR",
    ),
  );
  for (const reading of [before, after, apart]) expect(spans(reading)[0]).toMatch(/^2026-07-14T05:30:00Z/);
});

test("a bare abbreviation means what the file says, a database name what the database says", async () => {
  const own = await read(calendar(...definition("EST"), ...vevent(`DTSTART;TZID=EST:${at}`)));
  expect(spans(own)[0]).toMatch(/^2026-07-14T05:30:00Z/);
  const known = await read(
    calendar(...definition("Europe/Berlin"), ...vevent(`DTSTART;TZID=Europe/Berlin:${at}`)),
  );
  expect(spans(known)[0]).toMatch(/^2026-07-14T07:00:00Z/);
});

test.each([
  [
    "no observance",
    ["BEGIN:VTIMEZONE", "TZID:Custom", "X-LIC-LOCATION:Europe/Berlin", "END:VTIMEZONE"],
    "2026-07-14T07:00:00Z",
    "Europe/Berlin",
  ],
  [
    "an impossible offset",
    definition("Custom").map((line) => line.replace("+0330", "+9900")),
    "2026-07-14T09:00:00",
    "local",
  ],
  [
    "a rule by the second",
    definition("Custom").map((line) => line.replace("END:STANDARD", "RRULE:FREQ=SECONDLY\r\nEND:STANDARD")),
    "2026-07-14T09:00:00",
    "local",
  ],
  [
    "changes without end",
    definition("Custom").map((line) => line.replace("END:STANDARD", "RRULE:FREQ=HOURLY\r\nEND:STANDARD")),
    "2026-07-14T09:00:00",
    "local",
  ],
])("a description with %s is told and falls back", async (_, lines, start, used) => {
  const reading = await read(calendar(...lines, ...vevent(`DTSTART;TZID=Custom:${at}`)));
  expect(spans(reading)[0]?.split(" ")[0]).toBe(start);
  expect(reading.problems).toEqual([{ code: "zone-unreadable", line: 4, params: { zone: "Custom", used } }]);
});

test("an unknown zone is told once, and its times stay local", async () => {
  const reading = await read(
    calendar(...vevent("UID:1", `DTSTART;TZID=Mars:${at}`), ...vevent("UID:2", `DTSTART;TZID=Mars:${at}`)),
  );
  expect(reading.events.map((event) => event.timing.kind)).toEqual(["floating", "floating"]);
  expect(codes(reading)).toEqual(["zone-unknown"]);
});
