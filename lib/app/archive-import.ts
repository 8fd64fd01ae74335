/**
 * Brings an archive in: everything is checked first, then merged record by record (the higher revision wins, then the
 * later change) in one transaction.
 */
import type { EventRecord } from "../domain/event-record.ts";
import { identitiesOf } from "../domain/merge-index.ts";
import type { RecordBase } from "../domain/record.ts";
import { readArchive } from "../exchange/archive.ts";
import type { ArchiveContents } from "../exchange/archive.ts";
import { archivedNames } from "../exchange/record-schemas.ts";
import type { Writer, WriteTable } from "../store/store.ts";
import { drainOutbox } from "./capture-drain.ts";
import { keptKeys } from "./data-retention.ts";
import type { Deps } from "./deps.ts";

interface Imported {
  added: number;
  updated: number;
  skipped: number;
  problems: string[];
}

/** Throws AppError archive-invalid, archive-newer, file-too-large, storage-full: then nothing was stored. */
export async function archiveImport(deps: Deps, input: { text: string }): Promise<Imported> {
  const contents = readArchive(input.text);
  await drainOutbox(deps);
  const imported = await deps.store.write((tx) => merge(tx, contents), { durability: "strict" });
  deps.log.note("archive.imported", { added: imported.added, updated: imported.updated });
  deps.announceChange();
  await deps.edges.reschedule();
  return imported;
}

async function merge(tx: Writer, contents: ArchiveContents): Promise<Imported> {
  const imported: Imported = { added: 0, updated: 0, skipped: 0, problems: [] };
  await giveWay(tx, contents);
  for (const name of archivedNames) {
    // One implementation serves all collections; each record was checked by the schema of its own.
    const table = tx[name] as unknown as WriteTable<RecordBase>;
    const known = new Map((await table.raw()).map((stored) => [stored.base.id, stored]));
    for (const { base, record } of contents[name]) {
      const current = known.get(base.id) ?? null;
      if (current !== null && !isNewer(base, current.base)) {
        imported.skipped++;
        continue;
      }
      await table.restore(base, record, current);
      if (current === null) imported.added++;
      else imported.updated++;
    }
  }
  return imported;
}

function isNewer(given: RecordBase, current: RecordBase): boolean {
  return given.rev !== current.rev ? given.rev > current.rev : given.updatedAtMs > current.updatedAtMs;
}

/**
 * A meeting that was read again since the archive was made stands under a key of its own. Reflections point at the
 * archive's key, so the new record gives way; where both carry something the person wrote, both stay.
 */
async function giveWay(tx: Writer, contents: ArchiveContents): Promise<void> {
  const given = contents.events.flatMap(({ record }) => (record === null ? [] : [record as EventRecord]));
  const keys = new Set(given.map((record) => record.id));
  const names = new Set(
    given.flatMap((record) => record.sightings.map(({ event }) => identitiesOf(event)).flat()),
  );
  const twins = await tx.events.where("identity", { any: [...names] });
  if (twins.length === 0) return;
  const kept = await keptKeys(tx);
  for (const twin of twins)
    if (!keys.has(twin.id) && !kept.events.has(twin.id)) await tx.events.forget(twin.id);
}
