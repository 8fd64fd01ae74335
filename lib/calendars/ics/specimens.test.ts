import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codes, ids, read, spans } from "./testing.ts";

const folder = join(import.meta.dirname, "../../../test/specimens/ics");

interface Expected {
  /** Identity, start and end of each event. */
  events: string[];
  problems?: string[];
  complete?: boolean;
  titles?: string[];
}

const expected: Record<string, Expected> = {
  "apple-replaced-and-excluded.ics": {
    events: [
      "SPECIMEN-APPLE#2026-02-12 2026-02-12 2026-02-13",
      "SPECIMEN-APPLE#2026-04-12 2026-04-12 2026-04-13",
      "SPECIMEN-APPLE#2026-05-12 2026-05-12 2026-05-13",
    ],
    titles: ["Close the month (done)", "Close the month", "Close the month"],
  },
  "bombs.ics": {
    events: [
      "bomb-1900#2026-01-01T09:00:00Z 2026-01-01T09:00:00Z 2026-01-01T09:00:00Z",
      "bomb-1900#2026-01-02T09:00:00Z 2026-01-02T09:00:00Z 2026-01-02T09:00:00Z",
      "bomb-1900#2026-01-03T09:00:00Z 2026-01-03T09:00:00Z 2026-01-03T09:00:00Z",
      "bomb-product#2026-02-01T00:00:00Z 2026-02-01T00:00:00Z 2026-02-01T00:00:00Z",
      "bomb-count#2026-03-01T00:00:00Z 2026-03-01T00:00:00Z 2026-03-01T00:00:00Z",
      "bomb-byday#2026-04-01T00:00:00Z 2026-04-01T00:00:00Z 2026-04-01T00:00:00Z",
      "bomb-prototype 2026-05-01T00:00:00Z 2026-05-01T00:00:00Z",
    ],
    problems: [
      "rule-too-frequent",
      "rule-too-complex",
      "rule-too-complex",
      "rule-too-complex",
      "rule-unreadable",
    ],
    complete: false,
  },
  "broken-nesting.ics": {
    events: [
      "no-end 2026-03-01T09:00:00Z 2026-03-01T09:00:00Z",
      "alarm-without-end 2026-03-02T09:00:00Z 2026-03-02T09:00:00Z",
      "bad-line 2026-03-03T09:00:00Z 2026-03-03T09:00:00Z",
      "outside 2026-03-05T09:00:00Z 2026-03-05T09:00:00Z",
    ],
    problems: ["unclosed", "unclosed", "stray-end", "bad-line", "no-wrapper"],
    complete: false,
  },
  "exchange-display-name-zone.ics": {
    events: [
      "040000008200E00074C5B7101A82E0080000000053504543494D454E000000000000000010000000 2026-04-15T00:00:00Z 2026-04-15T01:00:00Z",
      "undeclared-display-name@specimen 2026-04-15T13:00:00Z 2026-04-15T15:00:00Z",
    ],
  },
  "google-daily.ics": {
    events: [
      "specimen0daily0google@google.com#2026-03-06T13:30:00Z 2026-03-06T13:30:00Z 2026-03-06T13:45:00Z",
      "specimen0daily0google@google.com#2026-03-07T13:30:00Z 2026-03-07T13:30:00Z 2026-03-07T13:45:00Z",
      "specimen0daily0google@google.com#2026-03-08T12:30:00Z 2026-03-08T12:30:00Z 2026-03-08T12:45:00Z",
      "specimen0daily0google@google.com#2026-03-09T12:30:00Z 2026-03-09T12:30:00Z 2026-03-09T12:45:00Z",
    ],
  },
  "latin-1.ics": {
    events: ["specimen-latin1 2026-03-01T09:00:00Z 2026-03-01T09:00:00Z"],
    titles: ["Größe"],
    problems: ["not-utf8"],
  },
  "malformed-zone-and-ends.ics": {
    events: [
      "specimen-own-zone 2026-02-25T10:35:00 2026-02-25T11:50:00",
      "specimen-no-zone 2026-02-26T10:35:00 2026-02-26T10:35:00",
      "specimen-bad-duration 2026-02-27 2026-02-28",
    ],
    problems: ["zone-unreadable", "zone-unknown", "end-before-start", "end-unreadable", "date-unreadable"],
    complete: false,
  },
  "notes-own-zone.ics": {
    events: [
      "SPECIMEN-Lotus_Notes_Generated#2026-10-29T14:00:00Z 2026-10-29T14:00:00Z 2026-10-29T15:00:00Z",
      "SPECIMEN-Lotus_Notes_Generated#2026-11-05T15:00:00Z 2026-11-05T15:00:00Z 2026-11-05T16:00:00Z",
    ],
  },
  "only-modifications.ics": {
    events: [
      "specimen_R20260105T080000@google.com#2026-01-06T08:00:00Z 2026-01-07T09:00:00Z 2026-01-07T10:00:00Z",
      "specimen_R20260105T080000@google.com#2026-01-13T08:00:00Z 2026-01-13T08:00:00Z 2026-01-13T09:00:00Z",
    ],
  },
  "outlook-windows-zone.ics": {
    events: ["1c0f-specimen-outlook 2026-03-12T13:00:00Z 2026-03-12T14:30:00Z"],
    titles: ["Comité d'investissement"],
  },
  "thunderbird-moved.ics": {
    events: [
      "specimen-moved#2026-06-10T01:00:00Z 2026-06-10T01:00:00Z 2026-06-10T02:00:00Z",
      "specimen-moved#2026-06-11T01:00:00Z 2026-06-11T00:00:00Z 2026-06-11T01:00:00Z",
      "specimen-moved#2026-06-12T01:00:00Z 2026-06-12T01:00:00Z 2026-06-12T02:00:00Z",
      "specimen-moved#2026-06-13T01:00:00Z 2026-06-13T01:00:00Z 2026-06-13T02:00:00Z",
    ],
  },
  "truncated.ics": {
    events: ["whole 2026-03-01T09:00:00Z 2026-03-01T09:00:00Z"],
    problems: ["truncated"],
    complete: false,
  },
  "utf-16.ics": { events: ["specimen-utf16 2026-03-01T09:00:00Z 2026-03-01T09:00:00Z"], titles: ["Größe"] },
  "utf-8-bom-cr.ics": {
    events: ["specimen-bom 2026-03-01T09:00:00Z 2026-03-01T09:00:00Z"],
    titles: ["Größe"],
  },
  "zimbra-workdays.ics": {
    events: ["03-27T09", "03-30T08", "03-31T08", "04-01T08", "04-02T08", "04-03T08"].map((hour) => {
      const start = `2026-${hour}:30:00Z`;
      return `specimen-zimbra#${start} ${start} ${start.replace(/T(\d\d):30/, (_, h: string) => `T${String(Number(h) + 1).padStart(2, "0")}:00`)}`;
    }),
  },
  "zone-with-history.ics": { events: ["specimen-history 2026-07-05T12:00:00Z 2026-07-05T13:00:00Z"] },
};

test("every specimen is listed", () => {
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(expected).toSorted());
});

test.each(Object.entries(expected))(
  "%s is read, and what cannot be is told",
  async (name, { events, titles, problems, complete }) => {
    const reading = await read(readFileSync(join(folder, name)));
    expect(ids(reading).map((id, i) => `${id} ${spans(reading)[i]}`)).toEqual(events);
    expect(codes(reading)).toEqual(problems ?? []);
    expect(reading.coverage.complete).toBe(complete ?? true);
    if (titles !== undefined) expect(reading.events.map((event) => event.title)).toEqual(titles);
  },
);

test.each(Object.keys(expected))("%s reads the same in pieces of any size", async (name) => {
  const bytes = readFileSync(join(folder, name));
  const whole = await read(bytes);
  for (const size of [1, 2, 3, 7, 64]) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    );
    expect(await read(pieces)).toEqual(whole);
  }
});
