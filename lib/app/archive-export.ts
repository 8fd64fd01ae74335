/** Everything the person has, as one file. */
import { writeArchive } from "../exchange/archive.ts";
import type { ArchiveContents } from "../exchange/archive.ts";
import { archivedNames } from "../exchange/record-schemas.ts";
import { localParts } from "../domain/local-time.ts";
import { drainOutbox } from "./capture-drain.ts";
import type { Deps } from "./deps.ts";

export async function archiveExport(deps: Deps): Promise<{ fileName: string; text: string }> {
  await drainOutbox(deps);
  const nowMs = deps.clock.nowMs();
  const contents = await Promise.all(
    archivedNames.map(async (name) => [name, await deps.store[name].raw()] as const),
  );
  const { date } = localParts(nowMs, deps.clock.zone());
  return {
    fileName: `throughline-${date}.json`,
    text: writeArchive(Object.fromEntries(contents) as unknown as ArchiveContents, {
      atMs: nowMs,
      by: deps.version,
    }),
  };
}
