/**
 * Tells sound records of a salvaged database from others, by the schemas that archives are read by: what is sound can
 * be brought back as an archive, what is not is kept as it lay. Must never drop what the person wrote.
 */
import { readRecord } from "./archive.ts";
import type { ArchiveContents, ArchivedRecord } from "./archive.ts";
import { archivedNames } from "./record-schemas.ts";
import type { ArchivedName } from "./record-schemas.ts";

/** Logs of the device: deleted words, reminders shown, clicks filed. No archive holds them. */
const logs = ["undo", "reminders", "appliedOutbox"];

/** `unsound` holds, by store, what no schema knows: damaged records and all of stores from another version. */
export function soundRecords(stores: Readonly<Record<string, unknown[]>>): {
  contents: ArchiveContents;
  unsound: Record<string, unknown[]>;
} {
  const contents = Object.fromEntries(
    archivedNames.map((name): [ArchivedName, ArchivedRecord[]] => [name, []]),
  ) as ArchiveContents; // one entry per name, by the line above
  const unsound: Record<string, unknown[]> = {};
  for (const [store, records] of Object.entries(stores)) {
    if (logs.includes(store)) continue;
    const name = archivedNames.find((known) => known === store);
    for (const one of records) {
      const read = name === undefined ? null : readRecord(name, one);
      if (name !== undefined && read !== null && "base" in read) contents[name].push(read);
      else (unsound[store] ??= []).push(one);
    }
  }
  return { contents, unsound };
}
