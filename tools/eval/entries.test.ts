import { expect, test } from "vitest";
import { parseEntries, parseLabelled } from "./entries.ts";

test("a line that is no JSON is told by its number and the rest is read", () => {
  const { entries, problems } = parseEntries('{"id":"a","title":"Board"}\nnot json\n\n{"id":"b"}\n');
  expect(entries.map((entry) => entry.id)).toEqual(["a", "b"]);
  expect(problems).toEqual([{ line: 2, sentence: "Line 2 is not JSON and was left out." }]);
});

test("fields of the wrong kind count as not known", () => {
  const line = JSON.stringify({
    id: 7,
    title: null,
    start: 12,
    attendees: "x",
    attendee_count: "many",
    description: { a: 1 },
  });
  const { entries, problems } = parseEntries(line);
  expect(problems).toEqual([]);
  expect(entries[0]?.event).toMatchObject({
    title: "",
    timing: null,
    attendees: null,
    attendeeCount: null,
    description: null,
  });
});

test("people are read from addresses, with and without a name", () => {
  const { entries } = parseEntries(
    JSON.stringify({ id: 1, attendees: ["Ann <ann@x.example>", "b@y.example", 3] }),
  );
  expect(entries[0]?.event.attendees).toMatchObject([
    { name: "Ann", email: "ann@x.example" },
    { name: null, email: "b@y.example" },
  ]);
});

test("a date without time is an all-day entry", () => {
  const { entries } = parseEntries(JSON.stringify({ id: 1, start: "2026-05-01" }));
  expect(entries[0]?.event.timing?.kind).toBe("all-day");
});

test("an entry without a label cannot be scored", () => {
  expect(parseLabelled('{"id":1,"title":"x"}').problems).toHaveLength(1);
});
