/** Takes an act back: every record it changed becomes exactly what it was. Refused when one changed since. */
import { AppError } from "../base/errors.ts";
import { maxPriorities } from "../domain/plan.ts";
import { collectionNames } from "../store/collections.ts";
import type { CollectionName, WriteTable, Writer } from "../store/store.ts";
import type { RecordBase } from "../domain/record.ts";
import type { Deps } from "./deps.ts";

/**
 * `undone` is false when the act is unknown (taken back already, or too old) or something changed since.
 * Throws AppError too-many when it would bring back a fourth priority.
 */
export async function undo(deps: Deps, input: { undoId: string }): Promise<{ undone: boolean }> {
  const undone = await deps.store.write((tx) => takeBack(tx, input.undoId), { durability: "strict" });
  if (undone) deps.announceChange();
  return { undone };
}

/** Takes one logged act back inside another; `false` when it cannot be. Throws AppError too-many. */
export async function takeBack(tx: Writer, undoId: string): Promise<boolean> {
  const entry = await tx.undo.get(undoId);
  if (entry === null) return false;
  for (const change of entry.changes) {
    const current = await tableOf(tx, change.collection)?.history(change.id);
    if ((current?.base.rev ?? 0) !== change.revAfter) return false;
  }
  for (const { collection, id, before } of entry.changes) {
    const table = tableOf(tx, collection);
    if (before === null) await table?.remove(id);
    else await table?.put(before);
  }
  // A priority written since the deletion may have taken the place.
  if (entry.changes.some(({ collection }) => collection === "priorities"))
    if ((await tx.priorities.all()).length > maxPriorities)
      throw new AppError("too-many", { params: { most: maxPriorities } });
  await tx.undo.forget(undoId);
  return true;
}

function tableOf(tx: Writer, name: string): WriteTable<RecordBase> | null {
  const known = collectionNames.find((candidate): candidate is CollectionName => candidate === name);
  // The log holds records of the collection it names; the mapped type cannot be followed through a variable.
  return known === undefined ? null : (tx[known] as unknown as WriteTable<RecordBase>);
}
