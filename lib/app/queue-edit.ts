/**
 * What the person does to the queue: star, drop, restore, order, put back, share, merge, split, discussed. A star and the sharing
 * of a reflection are the reflection's own, those of a commitment the commitment's; everything else is kept beside
 * the item's id. Every act has its opposite, so nothing here needs an undo of its own.
 */
import { AppError } from "../base/errors.ts";
import { carrierOf } from "../domain/debrief/merging.ts";
import type { QueueEdit } from "../domain/queue-edit.ts";
import type { RecordBase, SharingClass } from "../domain/record.ts";
import type { Input } from "../rpc/contract.ts";
import type { QueueView } from "../rpc/views.ts";
import type { Writer } from "../store/store.ts";
import type { Deps } from "./deps.ts";
import { queueGet } from "./queue-get.ts";
import { loadQueue } from "./queue-load.ts";
import { readSettings } from "./settings-read.ts";

/** Answers the queue as it is afterwards. Throws AppError not-found for a reflection or commitment that is gone. */
export async function queueEdit(deps: Deps, input: Input<"queue.edit">): Promise<QueueView> {
  const startsAnew = input.act === "restore" && (await isRolledOut(deps, input.itemId));
  const nowMs = deps.clock.nowMs();
  await deps.store.write(async (tx) => {
    switch (input.act) {
      case "star":
        return star(tx, input.itemId, input.on);
      case "drop":
        return change(tx, input.itemId, { droppedAtMs: nowMs });
      case "restore":
        return change(tx, input.itemId, {
          droppedAtMs: null,
          discussedAtMs: null,
          ...(startsAnew ? { rolledOver: 0, rolledOverAtMs: nowMs } : {}),
        });
      case "order":
        return order(tx, input.itemIds);
      case "put-back":
        return order(tx, []);
      case "share":
        return share(tx, input.itemId, input.sharing);
      case "merge":
        return merge(tx, input.itemId, input.intoId);
      case "split":
        return change(tx, input.itemId, { mergedInto: null });
      case "discussed":
        return change(tx, input.itemId, { discussedAtMs: input.on ? nowMs : null });
      default:
        return input satisfies never;
    }
  });
  deps.announceChange();
  return queueGet(deps);
}

/** True for an item that was archived by waiting (and not because it was discussed). */
async function isRolledOut(deps: Deps, itemId: string): Promise<boolean> {
  const { queue } = await loadQueue(deps, await readSettings(deps.store));
  const edit = await deps.store.queueEdits.get(itemId);
  return (edit?.discussedAtMs ?? null) === null && queue.archived.some(({ id }) => id === itemId);
}

const untouched: Omit<QueueEdit, keyof RecordBase> = {
  starred: false,
  droppedAtMs: null,
  discussedAtMs: null,
  order: null,
  sharing: null,
  rolledOver: 0,
  rolledOverAtMs: null,
  archivedAtMs: null,
};

async function change(tx: Writer, id: string, changes: Partial<QueueEdit>): Promise<void> {
  const known = await tx.queueEdits.get(id);
  await tx.queueEdits.put({ ...(known ?? { ...untouched, id }), ...changes });
}

async function star(tx: Writer, itemId: string, on: boolean): Promise<void> {
  const id = idBehind(itemId, "reflection");
  if (id === null) return change(tx, itemId, { starred: on });
  const reflection = await tx.reflections.get(id);
  if (reflection === null) throw new AppError("not-found");
  await tx.reflections.put({ ...reflection, bringToSession: on });
}

async function share(tx: Writer, itemId: string, sharing: SharingClass): Promise<void> {
  const reflectionId = idBehind(itemId, "reflection");
  const commitmentId = idBehind(itemId, "commitment");
  if (reflectionId !== null) {
    const reflection = await tx.reflections.get(reflectionId);
    if (reflection === null) throw new AppError("not-found");
    await tx.reflections.put({ ...reflection, sharing });
  } else if (commitmentId !== null) {
    const commitment = await tx.commitments.get(commitmentId);
    if (commitment === null) throw new AppError("not-found");
    await tx.commitments.put({ ...commitment, sharing });
  } else await change(tx, itemId, { sharing });
}

/** Puts a topic into the row of another; commitments stand alone. Throws AppError bad-input. */
async function merge(tx: Writer, itemId: string, intoId: string): Promise<void> {
  const edits = new Map((await tx.queueEdits.all()).map((edit) => [edit.id, edit]));
  const carrier = carrierOf(intoId, edits, () => true);
  if (!isTopic(itemId) || !isTopic(intoId) || carrier === itemId)
    throw new AppError("bad-input", { params: { place: "intoId" } });
  await change(tx, itemId, { mergedInto: carrier });
}

function isTopic(itemId: string): boolean {
  return /^(reflection|unreflected):/.test(itemId);
}

/** The named items take these places; every other place is given up. */
async function order(tx: Writer, itemIds: readonly string[]): Promise<void> {
  const places = new Map(itemIds.map((id, place) => [id, place]));
  for (const edit of await tx.queueEdits.all())
    if (edit.order !== null && !places.has(edit.id)) await tx.queueEdits.put({ ...edit, order: null });
  for (const [id, place] of places) await change(tx, id, { order: place });
}

function idBehind(itemId: string, kind: "reflection" | "commitment"): string | null {
  return itemId.startsWith(`${kind}:`) ? itemId.slice(kind.length + 1) : null;
}
