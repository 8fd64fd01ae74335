/** Changes what was recorded about an event: the answer, or anything beside it. */
import { AppError } from "../base/errors.ts";
import type { Reflection } from "../domain/reflection.ts";
import type { Input } from "../rpc/contract.ts";
import type { UndoView } from "../rpc/views.ts";
import { act } from "./act.ts";
import { drainOutbox } from "./capture-drain.ts";
import type { Deps } from "./deps.ts";

/** Fields that are not named stay. Throws AppError not-found. */
export async function reflectionEdit(
  deps: Deps,
  input: Input<"reflection.edit">,
): Promise<Reflection & UndoView> {
  await drainOutbox(deps);
  const { value, undoId } = await act(
    deps,
    async (tx) => {
      const known = await tx.reflections.get(input.id);
      if (known === null) throw new AppError("not-found");
      return tx.reflections.put({ ...known, ...named(input.changes) });
    },
    { durability: "strict" },
  );
  return { ...value, undoId };
}

/** Without the fields that were left out (`undefined` after parsing). */
function named(changes: Input<"reflection.edit">["changes"]): Partial<Reflection> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
