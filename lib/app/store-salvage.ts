/**
 * One file of everything that can still be read of a store that is damaged or refused: a whole archive of the records
 * that are sound, and beside it, as they lay, those that are not, and captures that wait to be filed.
 */
import { writeArchive } from "../exchange/archive.ts";
import { soundRecords } from "../exchange/salvaged.ts";
import { localParts } from "../domain/local-time.ts";
import type { Outputs } from "../rpc/contract.ts";
import type { Deps } from "./deps.ts";

/** `unread` counts what is missing from the file; `null` when not even its number is known. Changes nothing. */
export async function storeSalvage(deps: Deps): Promise<Outputs["store.salvage"]> {
  const nowMs = deps.clock.nowMs();
  const [{ stores, unread }, waiting] = await Promise.all([deps.store.salvage(), deps.outbox.read()]);
  const { contents, unsound } = soundRecords(stores);
  const archive = JSON.parse(writeArchive(contents, { atMs: nowMs, by: deps.version })) as object;
  const counts = Object.values(unread);
  const records = Object.values(contents).reduce((sum, list) => sum + list.length, 0);
  deps.log.note("store.salvaged", { records, stores: Object.keys(stores).length, damaged: counts.length });
  return {
    fileName: `throughline-salvaged-${localParts(nowMs, deps.clock.zone()).date}.json`,
    text: `${JSON.stringify({ ...archive, salvaged: { unsound, unread, waiting } }, null, 1)}\n`,
    records,
    unread: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  };
}
