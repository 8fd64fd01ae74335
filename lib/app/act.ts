/** An act of the person that can be taken back once: the records as they were are kept beside what was done. */
import { newId } from "../base/ids.ts";
import type { Writer } from "../store/store.ts";
import type { Deps } from "./deps.ts";

/**
 * Runs one act in one transaction and logs it for `undo`, in the same transaction. Answers with what `work` answered
 * and the id to take it back with. Announces the change.
 */
export async function act<T>(
  deps: Deps,
  work: (tx: Writer) => Promise<T>,
  options: { durability?: "strict" } = {},
): Promise<{ value: T; undoId: string }> {
  const nowMs = deps.clock.nowMs();
  const undoId = newId(nowMs);
  const value = await deps.store.write(async (tx) => {
    const done = await work(tx);
    const changes = tx.changes().map(({ collection, id, before, next }) => ({
      collection,
      id,
      before,
      revAfter: next?.rev ?? 0,
    }));
    await tx.undo.create({ id: undoId, atMs: nowMs, changes });
    return done;
  }, options);
  deps.announceChange();
  return { value, undoId };
}
