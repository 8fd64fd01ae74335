/** Deletes a priority. Reflections made under it stay, under its name no more; it can be taken back for a day. */
import { AppError } from "../base/errors.ts";
import type { UndoView } from "../rpc/views.ts";
import { act } from "./act.ts";
import type { Deps } from "./deps.ts";

/** Throws AppError not-found. */
export async function priorityDelete(deps: Deps, input: { id: string }): Promise<UndoView> {
  const { undoId } = await act(deps, async (tx) => {
    if (!(await tx.priorities.remove(input.id))) throw new AppError("not-found");
  });
  await deps.edges.reschedule();
  return { undoId };
}
