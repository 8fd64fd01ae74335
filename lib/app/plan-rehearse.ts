/** One tap: the person has gone through the plan in their mind, for one meeting or in general. */
import { AppError } from "../base/errors.ts";
import type { Priority } from "../domain/plan.ts";
import type { Input } from "../rpc/contract.ts";
import type { Deps } from "./deps.ts";

const keptRehearsals = 500;

/** Answers how often the plan was rehearsed for that meeting. Throws AppError not-found. */
export async function planRehearse(
  deps: Deps,
  input: Input<"plan.rehearse">,
): Promise<{ rehearsals: number; atMs: number }> {
  const atMs = deps.clock.nowMs();
  const saved = await deps.store.write(async (tx) => {
    const priority = await tx.priorities.get(input.priorityId);
    if (priority === null) throw new AppError("not-found");
    const rehearsals = [...priority.rehearsals, { eventKey: input.eventKey, atMs }].slice(-keptRehearsals);
    return tx.priorities.put({ ...priority, rehearsals });
  });
  deps.announceChange();
  return { rehearsals: rehearsalsFor(saved, input.eventKey).length, atMs };
}

/** Rehearsals of a priority's plan for one event, or all when no event is meant; newest last. */
export function rehearsalsFor(priority: Priority, eventKey: string | null): Priority["rehearsals"] {
  if (eventKey === null) return priority.rehearsals;
  return priority.rehearsals.filter((rehearsal) => rehearsal.eventKey === eventKey);
}
