/**
 * `npm run size`: bytes, gzipped, that each entrypoint of the shipped build loads, against size-budget.json. Fails when
 * one is over, when an entrypoint has no budget, and when a budget has no entrypoint. `--no-build` takes the build as
 * it stands.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build, root } from "./run.ts";

const folder = resolve(root, ".output/chrome-mv3");

export interface Measured {
  entrypoint: string;
  bytes: number;
}

/** Every page and script the browser can start, with all it loads by import, link and script tags. */
export function measure(): Measured[] {
  const entrypoints = [
    ...readdirSync(folder).filter((name) => name.endsWith(".js")),
    ...readdirSync(folder).filter((name) => name.endsWith(".html")),
    ...inFolder("content-scripts").filter((name) => name.endsWith(".js")),
  ];
  return entrypoints.map((entrypoint) => ({ entrypoint, bytes: total(loadedBy(entrypoint)) }));
}

function inFolder(name: string): string[] {
  const path = join(folder, name);
  return existsSync(path) ? readdirSync(path).map((each) => `${name}/${each}`) : [];
}

function loadedBy(entrypoint: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [entrypoint];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next) || !existsSync(join(folder, next))) continue;
    seen.add(next);
    const text = readFileSync(join(folder, next), "utf8");
    const here = posix.dirname(next);
    const named = next.endsWith(".html")
      ? [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)]
      : [...text.matchAll(/(?:from|import)\s*\(?\s*["'`]([^"'`]+\.js)["'`]/g)];
    waiting.push(
      ...named.map(([, name = ""]) => (name.startsWith("/") ? name.slice(1) : posix.join(here, name))),
    );
  }
  return seen;
}

const total = (files: Set<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);

/** What is wrong with the sizes, as sentences; empty when all is well. */
export function overBudget(measured: Measured[], budget: Record<string, number>): string[] {
  const over = measured.flatMap(({ entrypoint, bytes }) => {
    const allowed = budget[entrypoint];
    if (allowed === undefined) return [`${entrypoint} has no budget in size-budget.json.`];
    return bytes > allowed ? [`${entrypoint} is ${bytes} bytes gzipped; ${allowed} are allowed.`] : [];
  });
  const gone = Object.keys(budget).filter((name) => !measured.some(({ entrypoint }) => entrypoint === name));
  return [...over, ...gone.map((name) => `size-budget.json names ${name}, which the build does not have.`)];
}

if (import.meta.main) {
  if (!process.argv.includes("--no-build")) await build("build");
  // A flat map of numbers that we write ourselves.
  const budget = JSON.parse(readFileSync(resolve(root, "size-budget.json"), "utf8")) as Record<
    string,
    number
  >;
  const measured = measure();
  for (const { entrypoint, bytes } of measured) {
    console.log(`${entrypoint}\t${bytes}\t${budget[entrypoint] ?? "no budget"}`);
  }
  const wrong = overBudget(measured, budget);
  for (const sentence of wrong) console.error(sentence);
  process.exit(wrong.length === 0 ? 0 : 1);
}
