import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";

// Each call is a process of its own; a busy machine takes its time to start one.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, "..");
const node = join(root, "node_modules", ".bin", "node");
const folder = mkdtempSync(join(tmpdir(), "assess-"));
afterAll(() => rmSync(folder, { recursive: true }));

function assessFile(name: string, content: string, ...args: string[]) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const run = spawnSync(node, [join(root, "tools", "assess.ts"), path, ...args], {
    encoding: "utf8",
    env: { ...process.env, TZ: "Europe/Berlin" },
  });
  const lines = run.stdout.split("\n").filter((line) => line !== "");
  return {
    code: run.status,
    told: run.stderr,
    events: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

test("entries come out one line each with the input's id, and a broken line is a sentence", () => {
  const { code, told, events } = assessFile(
    "a.jsonl",
    '{"id":"x","title":"Board meeting"}\n{oops\n{"id":2,"title":null}\n',
  );
  expect(code).toBe(0);
  expect(told).toContain("Line 2 is not JSON and was left out.");
  expect(events.map((event) => event["id"])).toEqual(["x", 2]);
  expect(events[0]).toMatchObject({
    label: "high-stakes",
    domain: "external-board-investor",
    reasons: ["A board meeting"],
  });
  expect(Object.keys(events[0] ?? {})).toEqual(["id", "label", "domain", "stakes", "reasons"]);
});

test("a file without anything readable ends with a sentence and a failure", () => {
  expect(assessFile("b.jsonl", "nothing\n").code).toBe(1);
  expect(assessFile("b.ics", "nothing\n", "--now", "2026-11-22T00:00:00Z", "--days", "7")).toMatchObject({
    code: 1,
    events: [],
  });
  expect(assessFile("c.jsonl", "{}", "--unknown").code).toBe(2);
});

const calendar = (...events: string[]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//test//EN",
    ...events.flatMap((lines) => ["BEGIN:VEVENT", ...lines.split("|"), "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

test("occurrences carry their original start, times are told as they were meant, the cancelled is left out", () => {
  const file = calendar(
    "UID:s|SUMMARY:ExCo|DTSTART:20261123T080000Z|DTEND:20261123T090000Z|RRULE:FREQ=DAILY;COUNT=3",
    "UID:s|RECURRENCE-ID:20261124T080000Z|SUMMARY:ExCo|DTSTART:20261124T100000Z|DTEND:20261124T110000Z",
    "UID:d|SUMMARY:Vacation|DTSTART;VALUE=DATE:20261125|DTEND;VALUE=DATE:20261127",
    "UID:f|SUMMARY:Board meeting|DTSTART:20261126T090000|DTEND:20261126T120000",
    "UID:c|SUMMARY:AGM|STATUS:CANCELLED|DTSTART:20261126T090000Z|DTEND:20261126T120000Z",
    "UID:late|SUMMARY:AGM|DTSTART:20261201T090000Z|DTEND:20261201T120000Z",
  );
  const { code, events } = assessFile("d.ics", file, "--now", "2026-11-23T08:30:00Z", "--days", "7");
  expect(code).toBe(0);
  expect(events.map(({ id, start, end, label }) => [id, start, end, label])).toEqual([
    ["s#2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z", "high-stakes"],
    ["s#2026-11-24T08:00:00Z", "2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z", "high-stakes"],
    ["d", "2026-11-25", "2026-11-27", "personal/logistics"],
    ["s#2026-11-25T08:00:00Z", "2026-11-25T08:00:00Z", "2026-11-25T09:00:00Z", "high-stakes"],
    ["f", "2026-11-26T09:00:00", "2026-11-26T12:00:00", "high-stakes"],
  ]);
});
