/**
 * `npm run -s assess -- FILE`: what Throughline makes of a calendar, one JSON line per event (contracts.md 1). FILE is
 * `.jsonl` (unlabelled entries) or `.ics` with `--now ISO --days N`. No caps, no marks, no learning: the recognition alone.
 */
import { openAsBlob, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { reasonTexts } from "../lib/app/reason-texts.ts";
import { asAppError } from "../lib/base/errors.ts";
import { errors } from "../lib/base/messages/en/errors.ts";
import { reading as readingMessages } from "../lib/base/messages/en/reading.ts";
import { reasons } from "../lib/base/messages/en/reasons.ts";
import { translator } from "../lib/base/messages/messages.ts";
import type { Catalogue } from "../lib/base/messages/messages.ts";
import { problemSentence } from "../lib/calendars/ics/problems.ts";
import { readIcs } from "../lib/calendars/ics/read.ts";
import type { IcsReading } from "../lib/calendars/ics/types.ts";
import { emptyContext } from "../lib/domain/assessment.ts";
import type { Assessment } from "../lib/domain/assessment.ts";
import type { Timing } from "../lib/domain/event.ts";
import { assess } from "../lib/domain/stakes/assess.ts";
import { parseEntries } from "./eval/entries.ts";

const dayMs = 86_400_000;
const defaultDays = 90;
const locale = "en";
const t = translator(reasons, locale);

/** A reader that stops early (`| head`) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) {
    complain(
      "Name a calendar: npm run -s assess -- FILE.jsonl, or FILE.ics --now 2026-11-22T08:00:00Z --days 14.",
    );
    return 2;
  }
  try {
    if (/\.ics$/i.test(asked.file)) return await assessIcs(asked.file, asked.nowMs, asked.days);
    return assessJsonLines(asked.file);
  } catch (thrown) {
    complain(`${asked.file}: ${sentenceOf(thrown)}`);
    return 1;
  }
}

function readArguments(args: string[]): { file: string; nowMs: number; days: number } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { now: { type: "string" }, days: { type: "string" } },
    });
    const [file] = positionals;
    const nowMs = values.now === undefined ? Date.now() : Date.parse(values.now);
    const days = values.days === undefined ? defaultDays : Number(values.days);
    if (file === undefined || Number.isNaN(nowMs) || !(days > 0) || !Number.isFinite(days)) return null;
    return { file, nowMs, days };
  } catch {
    return null; // an unknown option: the usage line tells what is known
  }
}

function assessJsonLines(file: string): number {
  const { entries, problems } = parseEntries(readFileSync(file, "utf8"));
  for (const problem of problems) complain(`${file}: ${problem.sentence}`);
  for (const { id, event, context } of entries) print({ id, ...told(assess(event, context)) });
  if (entries.length > 0) return 0;
  complain(`${file}: no calendar entry could be read. Each line must be one JSON object with an id.`);
  return 1;
}

async function assessIcs(file: string, nowMs: number, days: number): Promise<number> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const window = { fromMs: nowMs, toMs: nowMs + days * dayMs };
  const reading = await readIcs(await openAsBlob(file), {
    ...window,
    sourceId: "file",
    calendarName: file,
    zone,
  });
  const say = translator(readingMessages, locale);
  for (const problem of reading.problems) complain(`${file}: ${problemSentence(problem, say)}`);
  reading.events.forEach((event, index) => {
    if (event.status === "cancelled") return;
    const verdict = assess(event, emptyContext);
    print({ id: idOf(reading, index), ...told(verdict), title: event.title, ...timesOf(event.timing) });
  });
  return reading.file.components > 0 || reading.problems.length === 0 ? 0 : 1;
}

function told(assessment: Assessment): object {
  const { label, domain, stakes } = assessment;
  return { label, domain, stakes, reasons: reasonTexts(assessment, t) };
}

/** The UID, with `#` and the original start for an occurrence of a series. */
function idOf(reading: IcsReading, index: number): string {
  const identity = reading.identities[index];
  if (identity === undefined) return reading.events[index]?.sourceEventId ?? "";
  return identity.originalStart === null ? identity.uid : `${identity.uid}#${identity.originalStart}`;
}

/** To the second: UTC with Z; a bare date when all-day; no zone when floating. Without a known end, the start again. */
function timesOf(timing: Timing): { start: string; end: string } {
  if (timing.kind === "timed")
    return { start: utc(timing.startMs), end: utc(timing.endMs ?? timing.startMs) };
  const start = timing.startLocal ?? utc(timing.startMs);
  return { start, end: timing.endLocal ?? start };
}

function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function sentenceOf(thrown: unknown): string {
  if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT")
    return "There is no such file.";
  const error = asAppError(thrown);
  const message: Catalogue[string] | undefined = (errors as Catalogue)[`error.${error.code}`];
  return typeof message === "string" ? message : error.code;
}
