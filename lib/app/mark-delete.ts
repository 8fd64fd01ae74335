/** Resets a mark: the score speaks for itself again. */
import { AppError } from "../base/errors.ts";
import type { UndoView } from "../rpc/views.ts";
import { act } from "./act.ts";
import type { Deps } from "./deps.ts";

/** Throws AppError not-found. */
export async function markDelete(deps: Deps, input: { id: string }): Promise<UndoView> {
  const { undoId } = await act(deps, async (tx) => {
    if (!(await tx.marks.remove(input.id))) throw new AppError("not-found");
  });
  await deps.edges.reschedule();
  return { undoId };
}
