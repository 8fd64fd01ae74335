/**
 * How fast events are recognised, against one pass of the same text through a single compiled expression of the
 * baseline's keywords. The texts are the open specimens, repeated; medians of eleven rounds.
 */
import { readFileSync, readdirSync } from "node:fs";
import { assess } from "../../lib/domain/stakes/assess.ts";
import { baselinePattern } from "../eval/baseline.ts";
import { parseEntries } from "../eval/entries.ts";
import type { Entry } from "../eval/entries.ts";

const rounds = 11;
const eventsPerRound = 2_000;
const folder = new URL("../../test/specimens/stakes/", import.meta.url);

export interface BenchRow {
  name: string;
  value: number;
  baseline: number;
  ratio: number;
}

/** One row: microseconds an event takes, the recognition and the bare expression. */
export async function rows(): Promise<BenchRow[]> {
  const events = repeated(specimens());
  const texts = events.map(({ event }) => `${event.title}\n${event.description ?? ""}`);
  const recognise = () => events.reduce((sum, { event, context }) => sum + assess(event, context).stakes, 0);
  const search = () => texts.reduce((sum, text) => sum + (text.match(baselinePattern)?.length ?? 0), 0);
  recognise();
  search();
  const value = median(Array.from({ length: rounds }, () => microseconds(recognise)));
  const baseline = median(Array.from({ length: rounds }, () => microseconds(search)));
  return Promise.resolve([{ name: "stakes: recognise an event (µs) / one keyword expression", value, baseline, ratio: value / baseline }]);
}

function specimens(): Entry[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl") && !name.startsWith("sealed"));
  return files.flatMap((name) => parseEntries(readFileSync(new URL(name, folder), "utf8")).entries);
}

function repeated(entries: Entry[]): Entry[] {
  return Array.from({ length: eventsPerRound }, (_, index) => entries[index % entries.length]).filter((entry) => entry !== undefined);
}

function microseconds(work: () => number): number {
  const start = performance.now();
  work();
  return ((performance.now() - start) * 1_000) / eventsPerRound;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
