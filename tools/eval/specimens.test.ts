import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "../../lib/domain/stakes/assess.ts";
import { parseLabelled } from "./entries.ts";
import type { LabelledEntry } from "./entries.ts";
import { averagePrecision, f1, ratio } from "./metrics.ts";
import { scoreEntry } from "./score.ts";

const folder = new URL("../../test/specimens/stakes/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl") && !name.startsWith("sealed"));
const entries = files.flatMap((name) => {
  const { entries: own, problems } = parseLabelled(readFileSync(new URL(name, folder), "utf8"));
  expect(problems, name).toEqual([]);
  return own;
});
const scored = entries.map((entry) => scoreEntry(entry));

/** Known misjudgements of hard negatives; docs/stakes.md says why. New ones must not join. */
const knownAlarms: readonly string[] = [];

const isAlarm = (entry: LabelledEntry) => {
  const { label } = assess(entry.event, entry.context);
  return label === "high-stakes" || label === "coaching";
};

describe("open specimens", () => {
  test("there are enough of them, in every language, with coaching and its near misses", () => {
    expect(entries.length).toBeGreaterThan(1_600);
    expect(new Set(entries.map((entry) => entry.lang)).size).toBe(10);
    expect(entries.filter((entry) => entry.truth.label === "coaching").length).toBeGreaterThan(60);
  });

  test("no hard negative is flagged", () => {
    const alarms = entries
      .filter((entry) => entry.truth.hardNegative && isAlarm(entry))
      .map((entry) => entry.event.title);
    expect(alarms.filter((title) => !knownAlarms.includes(title))).toEqual([]);
  });

  test("ranking and flags do not fall below the floor", () => {
    const right = scored.filter((one) => one.high && one.saidHigh).length;
    expect(averagePrecision(scored)).toBeGreaterThan(0.98);
    expect(ratio(right, scored.filter((one) => one.saidHigh).length)).toBeGreaterThan(0.97);
    expect(ratio(right, scored.filter((one) => one.high).length)).toBeGreaterThan(0.92);
  });

  test("coaching sessions are told from their near misses", () => {
    const both = scored.filter((one) => one.coaching && one.saidCoaching).length;
    const said = scored.filter((one) => one.saidCoaching).length;
    const there = scored.filter((one) => one.coaching).length;
    expect(f1(both, said, there)).toBeGreaterThan(0.95);
  });

  test("the domain is right nine times in ten", () => {
    const counted = scored.filter((one) => one.domainRight !== null);
    expect(
      ratio(counted.filter((one) => one.domainDefensible === true).length, counted.length),
    ).toBeGreaterThan(0.9);
  });
});
