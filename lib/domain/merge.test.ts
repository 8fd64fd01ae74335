import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anEvent, timed } from "../../test/support/an-event.ts";
import type { CalendarEvent } from "./event.ts";
import type { EventRecord } from "./event-record.ts";
import { mergeReading, withoutSource } from "./merge.ts";
import type { ReadingToMerge } from "./merge.ts";

const page = "page:google-calendar:me";
const file = "file-1";
const start = Date.UTC(2026, 10, 25, 9);
const day = { fromMs: start - 9 * 3_600_000, toMs: start + 15 * 3_600_000 };

/** A calendar world to which readings are given one after the other. */
function world() {
  const records = new Map<string, EventRecord>();
  let keys = 0;
  let nowMs = start;
  return {
    records,
    list: () => [...records.values()],
    read(events: CalendarEvent[], options: Partial<ReadingToMerge> = {}) {
      nowMs += 3_600_000;
      const reading: ReadingToMerge = {
        sourceId: page,
        events,
        coverage: null,
        speaksFor: "source",
        nowMs,
        ...options,
      };
      const { changed, joined } = mergeReading(reading, [...records.values()], () => `key-${++keys}`);
      // Only what the merge decides matters here; the rest of the record is not looked at.
      for (const one of changed) records.set(one.id, one as EventRecord);
      for (const { from } of joined) records.delete(from);
      return changed;
    },
  };
}

const fromFile = (changes: Partial<CalendarEvent> = {}) =>
  anEvent({ sourceId: file, sourceEventId: "uid-1", ...changes });

test("one meeting seen on the page and in a file is one event, by a shared name", () => {
  const { read, list } = world();
  read([anEvent({ aliases: ["google:abc"], title: "Board" })]);
  read([fromFile({ aliases: ["uid:abc@google.com", "google:abc"], title: "Board of directors" })], {
    sourceId: file,
  });
  expect(list()).toHaveLength(1);
  expect(list()[0]?.sightings).toHaveLength(2);
});

test("without a shared name, the same title and start are the same meeting, whatever case and dashes", () => {
  const { read, list } = world();
  read([anEvent({ title: "Board – Q4 review" })]);
  read([fromFile({ title: "board - q4  Review" })], { sourceId: file });
  expect(list()).toHaveLength(1);
});

test("a different known end is a different meeting; an unknown end is not", () => {
  const { read, list } = world();
  read([anEvent({ timing: timed(start, 60) })]);
  read([fromFile({ timing: timed(start, 30) })], { sourceId: file });
  expect(list()).toHaveLength(2);
  read([anEvent({ sourceId: "file-2", timing: timed(start, null) })], { sourceId: "file-2" });
  expect(list()).toHaveLength(2);
});

test("two events of one source that look alike stay two, and pair off with two of another", () => {
  const { read, list } = world();
  read([anEvent({ sourceEventId: "a" }), anEvent({ sourceEventId: "b" })]);
  expect(list()).toHaveLength(2);
  read([fromFile({ sourceEventId: "c" }), fromFile({ sourceEventId: "d" })], { sourceId: file });
  expect(list()).toHaveLength(2);
  expect(list().map((record) => record.sightings.length)).toEqual([2, 2]);
});

test("two records that prove to be one meeting become one, which knows the other's key", () => {
  const { read, list } = world();
  read([anEvent({ aliases: ["google:abc"], title: "Board" })]);
  read([fromFile({ aliases: ["uid:x"], title: "Directors" })], { sourceId: file });
  const [first, second] = list().map((record) => record.id);
  read([fromFile({ aliases: ["uid:x", "google:abc"], title: "Directors" })], { sourceId: file });
  expect(list()).toMatchObject([{ id: first, formerKeys: [second], missingSinceMs: null }]);
  expect(list()[0]?.sightings).toHaveLength(2);
});

test("two events of one calendar are never joined, whatever a third source says", () => {
  const { read, list } = world();
  read([
    anEvent({ sourceEventId: "a", aliases: ["google:a"] }),
    anEvent({ sourceEventId: "b", aliases: ["google:b"] }),
  ]);
  read([fromFile({ aliases: ["google:a", "google:b"] })], { sourceId: file });
  expect(list()).toHaveLength(2);
});

test("an event that is named goes before one that only looks alike, whatever their order", () => {
  const { read, list } = world();
  read([fromFile({ aliases: ["google:abc"] })], { sourceId: file });
  const [key] = list().map((record) => record.id);
  read([anEvent({ sourceEventId: "twin" }), anEvent({ sourceEventId: "itself", aliases: ["google:abc"] })]);
  const itself = list().find((record) =>
    record.sightings.some(({ event }) => event.sourceEventId === "itself"),
  );
  expect([list().length, itself?.id]).toEqual([2, key]);
});

test("what a page learned of a meeting stays known when the page is loaded anew and shows less", () => {
  const { read, list } = world();
  const anna = { name: "Anna", email: null, answer: "accepted" as const, self: false };
  read([anEvent({ attendees: [anna], attendeeCount: 1, location: "Room 4", answer: "accepted" })]);
  read([anEvent({ answer: "unknown" })]);
  expect(list()[0]?.facts).toMatchObject({ attendees: [anna], location: "Room 4", answer: "accepted" });
  read([anEvent({ attendees: [], attendeeCount: 0 })]);
  expect(list()[0]?.facts).toMatchObject({ attendees: [], attendeeCount: 0 });
});

test("a file that names nobody any more is believed", () => {
  const { read, list } = world();
  const anna = { name: "Anna", email: null, answer: "accepted" as const, self: false };
  read([fromFile({ attendees: [anna], location: "Room 4" })], { sourceId: file });
  read([fromFile({ attendees: null })], { sourceId: file });
  expect(list()[0]?.facts).toMatchObject({ attendees: null, location: null });
});

test("events without a title of their own are never taken for one another", () => {
  const { read, list } = world();
  read([anEvent({ title: "Busy", visibility: "free-busy" })]);
  read([fromFile({ title: "Busy", visibility: "free-busy" })], { sourceId: file });
  expect(list()).toHaveLength(2);
});

test("an occurrence keeps its key when it moves", () => {
  const { read, list } = world();
  read([anEvent({ aliases: ["google:abc_20261125T090000Z"], seriesId: "abc" })]);
  const key = list()[0]?.id;
  read([
    anEvent({ aliases: ["google:abc_20261125T090000Z"], seriesId: "abc", timing: timed(start + 86_400_000) }),
  ]);
  expect(list()).toHaveLength(1);
  expect(list()[0]).toMatchObject({ id: key, facts: { timing: { startMs: start + 86_400_000 } } });
});

test("occurrences of a series share one key in all sources, also after everything was forgotten", () => {
  const occurrence = (n: number) =>
    anEvent({
      sourceEventId: `chip-${n}`,
      aliases: [`google:abc_2026112${n}T090000Z`],
      seriesId: "abc",
      timing: timed(start + n * 86_400_000),
    });
  const inFile = fromFile({
    aliases: ["uid:abc@google.com#20261127T090000Z", "google:abc_20261127T090000Z"],
    seriesId: "abc@google.com",
    timing: timed(start + 7 * 86_400_000),
  });
  const first = world();
  first.read([occurrence(5), occurrence(6)]);
  first.read([inFile], { sourceId: file });
  const keys = new Set(first.list().map((record) => record.seriesKey));
  expect(keys.size).toBe(1);
  const second = world();
  second.read([inFile], { sourceId: file });
  expect(keys).toContain(second.list()[0]?.seriesKey);
});

test("a page that does not know the end learns it from a file; people too", () => {
  const { read, list } = world();
  const anna = { name: "Anna", email: null, answer: "accepted" as const, self: false };
  read([fromFile({ attendees: [anna], attendeeCount: 1 })], { sourceId: file });
  read([anEvent({ timing: timed(start, null) })]);
  expect(list()[0]?.facts).toMatchObject({ timing: { endMs: start + 3_600_000 }, attendees: [anna] });
});

test("where sources differ about the time, the fresher word counts", () => {
  const { read, list } = world();
  read([fromFile({ aliases: ["google:abc"] })], { sourceId: file });
  read([anEvent({ aliases: ["google:abc"], timing: timed(start + 7_200_000), title: "Board (moved)" })]);
  expect(list()[0]?.facts).toMatchObject({ title: "Board (moved)", timing: { startMs: start + 7_200_000 } });
});

test("what a complete reading no longer shows is missing, never deleted, and back when it is seen again", () => {
  const { read, list } = world();
  const other = anEvent({ sourceEventId: "chip-2", title: "Other" });
  read([anEvent(), other]);
  read([other], { coverage: { ...day, complete: true } });
  expect(list()[0]).toMatchObject({ missingSinceMs: start + 7_200_000, lastSeenAtMs: start + 3_600_000 });
  read([anEvent(), other]);
  expect(list()[0]?.missingSinceMs).toBeNull();
});

test("half a page, another week, or an unknown coverage takes nothing for gone", () => {
  for (const coverage of [
    null,
    { ...day, complete: false },
    { fromMs: day.toMs, toMs: day.toMs + 86_400_000, complete: true },
  ]) {
    const { read, list } = world();
    read([anEvent()]);
    read([], { coverage });
    expect(list()[0]?.missingSinceMs).toBeNull();
  }
});

test("a calendar switched off in the page hides its events, no more", () => {
  const { read, list } = world();
  read([anEvent()]);
  read([], { coverage: { ...day, complete: true }, speaksFor: "calendars" });
  expect(list()[0]?.missingSinceMs).toBeNull();
});

test("a meeting missing from one source stands while another shows it", () => {
  const { read, list } = world();
  read([anEvent()]);
  read([fromFile()], { sourceId: file });
  read([], { sourceId: file, coverage: { ...day, complete: true } });
  expect(list()[0]?.missingSinceMs).toBeNull();
});

test("seeing the same again within three hours changes nothing, later it is noted", () => {
  const { read } = world();
  read([anEvent()]);
  expect(read([anEvent()], { nowMs: start + 3_600_000 + 179 * 60_000 })).toEqual([]);
  expect(read([anEvent()], { nowMs: start + 3_600_000 + 181 * 60_000 })).toHaveLength(1);
});

test("a source that is taken away leaves what others know", () => {
  const { read, list } = world();
  read([anEvent({ title: "Board", aliases: ["google:abc"] })]);
  read([fromFile({ title: "Board of directors", aliases: ["google:abc"] })], { sourceId: file });
  const [record] = list();
  if (record === undefined) throw new Error("no record");
  expect(withoutSource(record, file, start)).toMatchObject({
    facts: { title: "Board" },
    missingSinceMs: null,
  });
});

const arbitraryEvent = fc
  .record({
    id: fc.nat(5),
    title: fc.constantFrom("Board", "1:1", "Busy", ""),
    hour: fc.nat(3),
    minutes: fc.constantFrom(30, 60, null),
    alias: fc.option(fc.nat(4), { nil: null }),
    calendar: fc.constantFrom("me", "team"),
  })
  .map(({ id, title, hour, minutes, alias, calendar }) =>
    anEvent({
      sourceEventId: `chip-${id}`,
      title,
      timing: timed(start + hour * 3_600_000, minutes),
      aliases: alias === null ? [] : [`google:${alias}`],
      calendar: { id: calendar, name: calendar, own: true },
    }),
  );
const arbitraryReading = fc.record({
  sourceId: fc.constantFrom(page, file, "file-2"),
  events: fc.uniqueArray(arbitraryEvent, { selector: (event) => event.sourceEventId, maxLength: 5 }),
  complete: fc.boolean(),
});

test("whatever is read in whatever order, nothing is lost and nothing stands twice", () => {
  fc.assert(
    fc.property(fc.array(arbitraryReading, { maxLength: 8 }), (readings) => {
      const { read, list, records } = world();
      const seen = new Set<string>();
      for (const { sourceId, events, complete } of readings) {
        const keys = new Set(records.keys());
        const given = events.map((event) => ({ ...event, sourceId }));
        read(given, { sourceId, coverage: { ...day, complete } });
        for (const event of given) seen.add(`${sourceId} ${event.sourceEventId}`);
        const known = new Set(list().flatMap((record) => [record.id, ...(record.formerKeys ?? [])]));
        for (const key of keys) expect(known.has(key)).toBe(true);
        const sightings = list().flatMap((record) => record.sightings.map((one) => one.event));
        const names = sightings.map((event) => `${event.sourceId} ${event.sourceEventId}`);
        expect(names.toSorted()).toEqual([...seen].toSorted());
        for (const event of given) {
          const isThis = (shown: CalendarEvent) =>
            shown.sourceId === sourceId && shown.sourceEventId === event.sourceEventId;
          const record = list().find((one) => one.sightings.some((sighting) => isThis(sighting.event)));
          expect(record?.missingSinceMs).toBeNull();
        }
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
