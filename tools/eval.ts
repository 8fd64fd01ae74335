/**
 * `npm run eval -- FILE...`: scores labelled calendar entries (contracts.md 6). Prints every figure with its 95 %
 * bootstrap interval and what it was counted on, for all entries and for the clear ones; `--errors` lists what was wrong.
 */
import { readFileSync } from "node:fs";
import { assess } from "../lib/domain/stakes/assess.ts";
import { parseLabelled } from "./eval/entries.ts";
import type { LabelledEntry } from "./eval/entries.ts";
import { figures } from "./eval/metrics.ts";
import type { Figure, Scored } from "./eval/metrics.ts";
import { scoreByKeywords, scoreEntry } from "./eval/score.ts";

const rounds = 1_000;
const seed = 20_261_122;

/** A reader that stops early (`| head`) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = main(process.argv.slice(2));

function main(args: string[]): number {
  const files = args.filter((arg) => !arg.startsWith("--"));
  if (files.length === 0) {
    process.stderr.write("Name a labelled .jsonl file: npm run eval -- FILE [--errors] [--by-language]\n");
    return 2;
  }
  const entries = files.flatMap(readFile);
  if (entries.length === 0) return 1;
  const clear = entries.filter((entry) => !entry.truth.ambiguous);
  table(
    `All entries (${entries.length})`,
    entries.map((entry) => scoreEntry(entry)),
  );
  table(
    `Clear entries (${clear.length})`,
    clear.map((entry) => scoreEntry(entry)),
  );
  table(`Keyword baseline, all entries (${entries.length})`, entries.map(scoreByKeywords), [
    "average precision",
    "precision",
    "recall",
    "F1",
  ]);
  if (args.includes("--by-language")) byLanguage(entries);
  if (args.includes("--errors")) listErrors(entries);
  return 0;
}

function readFile(path: string): LabelledEntry[] {
  try {
    const { entries, problems } = parseLabelled(readFileSync(path, "utf8"));
    for (const problem of problems) process.stderr.write(`${path}: ${problem.sentence}\n`);
    if (entries.length === 0) process.stderr.write(`${path}: no labelled entry could be read.\n`);
    return entries;
  } catch {
    process.stderr.write(`${path} could not be opened.\n`);
    return [];
  }
}

function table(heading: string, scored: Scored[], only?: string[]): void {
  process.stdout.write(`${heading}\n`);
  for (const [name, figure] of Object.entries(figures(scored, rounds, seed))) {
    if (only === undefined || only.includes(name))
      process.stdout.write(`  ${name.padEnd(26)}${worded(figure)}\n`);
  }
  process.stdout.write("\n");
}

function worded({ value, low, high, of }: Figure): string {
  if (value === null) return `none to count (${of})`;
  const interval = low === null || high === null ? "" : ` (${low.toFixed(3)} to ${high.toFixed(3)})`;
  return `${value.toFixed(3)}${interval}  ${of}`;
}

function byLanguage(entries: LabelledEntry[]): void {
  for (const language of new Set(entries.map((entry) => entry.lang))) {
    const own = entries.filter((entry) => entry.lang === language);
    table(
      `${language} (${own.length})`,
      own.map((entry) => scoreEntry(entry)),
    );
  }
}

function listErrors(entries: LabelledEntry[]): void {
  for (const entry of entries) {
    const said = assess(entry.event, entry.context);
    const wrongDomain = said.label === "high-stakes" && said.domain !== entry.truth.domain;
    if (said.label === entry.truth.label && !wrongDomain) continue;
    const why = said.reasons.map((reason) => `${reason.code} ${reason.weight}`).join(", ");
    process.stdout.write(
      `${String(entry.id)}${entry.truth.ambiguous ? " (ambiguous)" : ""}: ${entry.truth.label} ${entry.truth.domain} read as ${said.label} ${said.domain} ${said.stakes}: ${entry.event.title} [${why}]\n`,
    );
  }
}
