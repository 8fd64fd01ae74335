/** Deletes a reflection, words and all; it can be taken back for a day. */
import { AppError } from "../base/errors.ts";
import type { UndoView } from "../rpc/views.ts";
import { act } from "./act.ts";
import { drainOutbox } from "./capture-drain.ts";
import type { Deps } from "./deps.ts";

/** Throws AppError not-found. */
export async function reflectionDelete(deps: Deps, input: { id: string }): Promise<UndoView> {
  await drainOutbox(deps);
  const { undoId } = await act(deps, async (tx) => {
    if (!(await tx.reflections.remove(input.id))) throw new AppError("not-found");
  });
  return { undoId };
}
