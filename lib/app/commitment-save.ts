/** Writes down a promise, changes it, or says that it is kept. */
import { AppError } from "../base/errors.ts";
import { newId } from "../base/ids.ts";
import type { Commitment } from "../domain/commitment.ts";
import type { Input } from "../rpc/contract.ts";
import type { Deps } from "./deps.ts";

/** Throws AppError bad-input (no text), not-found. */
export async function commitmentSave(deps: Deps, input: Input<"commitment.save">): Promise<Commitment> {
  const text = input.text.trim();
  if (text === "") throw new AppError("bad-input", { params: { field: "text" } });
  const nowMs = deps.clock.nowMs();
  const saved = await deps.store.write(
    async (tx) => {
      const known = input.id === null ? null : await tx.commitments.get(input.id);
      if (input.id !== null && known === null) throw new AppError("not-found");
      const { by, dueMs, eventKey } = input;
      // Said to be done again, it was still done when it was first said.
      const doneAtMs = input.done ? (known?.doneAtMs ?? nowMs) : null;
      if (known !== null) return tx.commitments.put({ ...known, text, by, dueMs, eventKey, doneAtMs });
      return tx.commitments.create({
        id: newId(nowMs),
        text,
        by,
        dueMs,
        eventKey,
        doneAtMs,
        sharing: "device",
      });
    },
    { durability: "strict" },
  );
  deps.announceChange();
  return saved;
}
