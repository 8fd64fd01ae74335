/** The report a person can copy: versions, counts and codes. Must never hold a title, a name, a note or an address. */
import { asAppError } from "../base/errors.ts";
import { collectionNames } from "../store/collections.ts";
import type { Deps } from "./deps.ts";
import { readSettings } from "./settings-read.ts";

export async function reportGet(deps: Deps): Promise<{ text: string }> {
  const hosts = await deps.edges.grantedHosts();
  // The report is wanted most when the store cannot be read.
  const stored = await storedLines(deps).catch((thrown: unknown) => [`store: ${asAppError(thrown).code}`]);
  const lines = [
    `Throughline ${deps.version}, ${deps.locale}, ${deps.clock.zone()}, ${time(deps.clock.nowMs())}`,
    `hosts: ${hosts.join(" ") || "none"}`,
    ...stored,
    "",
    ...deps.log.lines().map(({ atMs, what, facts }) => `${time(atMs)} ${what} ${JSON.stringify(facts)}`),
  ];
  return { text: lines.join("\n") };
}

async function storedLines(deps: Deps): Promise<string[]> {
  const [settings, sources, counts] = await Promise.all([
    readSettings(deps.store),
    deps.store.sources.all(),
    Promise.all(collectionNames.map(async (name) => `${name} ${(await deps.store[name].raw()).length}`)),
  ]);
  return [
    `records: ${counts.join(", ")}`,
    `caps: ${settings.flagsPerDay} a day, ${settings.flagsPerWeek} a week; retention ${settings.retentionDays} days`,
    ...sources.map(
      (source, at) =>
        `source ${at + 1}: ${source.kind}, read ${time(source.lastReadAtMs)}, events ${source.eventCount}, ` +
        `problems ${source.problemCount}, ${source.failure?.code ?? "ok"}`,
    ),
  ];
}

function time(ms: number | null): string {
  return ms === null ? "never" : new Date(ms).toISOString();
}
