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
  const time = (work: (batch: Entry[]) => number) =>
    median(Array.from({ length: rounds }, (_, round) => microseconds(work, fresh(events, round))));
  const value = time(recognise);
  const baseline = time(search);
  return Promise.resolve([
    {
      name: "stakes: recognise an event (µs) / one keyword expression",
      value,
      baseline,
      ratio: value / baseline,
    },
  ]);
}

function recognise(batch: Entry[]): number {
  return batch.reduce((sum, { event, context }) => sum + assess(event, context).stakes, 0);
}

function search(batch: Entry[]): number {
  return batch.reduce(
    (sum, { event }) => sum + countKeywords(event.title) + countKeywords(event.description ?? ""),
    0,
  );
}

function countKeywords(text: string): number {
  return text.match(baselinePattern)?.length ?? 0;
}

/** The same entries in new strings: engines remember the matches of a string they have seen. */
function fresh(events: Entry[], round: number): Entry[] {
  return events.map((entry, index) => ({
    ...entry,
    event: JSON.parse(
      JSON.stringify({ ...entry.event, title: `${entry.event.title} ${round * events.length + index}` }),
    ),
  }));
}

function specimens(): Entry[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl") && !name.startsWith("sealed"));
  return files.flatMap((name) => parseEntries(readFileSync(new URL(name, folder), "utf8")).entries);
}

function repeated(entries: Entry[]): Entry[] {
  return Array.from({ length: eventsPerRound }, (_, index) => entries[index % entries.length]).filter(
    (entry) => entry !== undefined,
  );
}

function microseconds(work: (batch: Entry[]) => number, batch: Entry[]): number {
  const start = performance.now();
  work(batch);
  return ((performance.now() - start) * 1_000) / eventsPerRound;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
