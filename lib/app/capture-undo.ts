/** Takes the last answer for an event and priority back: the reflection becomes exactly what it was before. */
import type { Input } from "../rpc/contract.ts";
import type { CaptureView } from "../rpc/views.ts";
import { captureDrain, drainOutbox } from "./capture-drain.ts";
import { captureUndoId } from "./capture-file.ts";
import type { Deps } from "./deps.ts";
import { takeBack } from "./undo.ts";

/** Answers with the slot as it stands afterwards; unchanged when there was nothing to take back. */
export async function captureUndo(
  deps: Deps,
  input: Input<"capture.undo">,
): Promise<{ capture: CaptureView | null }> {
  await drainOutbox(deps);
  const undoId = captureUndoId(input.eventKey, input.priorityId);
  const undone = await deps.store.write((tx) => takeBack(tx, undoId), { durability: "strict" });
  if (undone) deps.announceChange();
  const { captures } = await captureDrain(deps, { eventKeys: [input.eventKey] });
  return { capture: captures[0] ?? null };
}
