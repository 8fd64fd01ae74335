/** Writes a new priority or changes one. At most three at a time: a fourth is refused, not queued. */
import { AppError } from "../base/errors.ts";
import { newId } from "../base/ids.ts";
import { maxPriorities } from "../domain/plan.ts";
import type { Priority, Situation } from "../domain/plan.ts";
import type { Input } from "../rpc/contract.ts";
import type { UndoView } from "../rpc/views.ts";
import { act } from "./act.ts";
import type { Deps } from "./deps.ts";

/** Throws AppError bad-input (nothing said), not-found, too-many. */
export async function prioritySave(deps: Deps, input: Input<"priority.save">): Promise<Priority & UndoView> {
  const said = {
    name: input.name.trim(),
    from: input.from.trim(),
    to: input.to.trim(),
    outcome: input.outcome.trim(),
    impact: input.impact.trim(),
    situation: tidy(input.situation),
    plan: planOf(input.plan),
    starterId: input.starterId,
  };
  if (said.name === "" && said.to === "") throw new AppError("bad-input", { params: { field: "name" } });
  if (said.name === "") said.name = said.to.slice(0, 60);
  const { value, undoId } = await act(
    deps,
    async (tx) => {
      const alive = await tx.priorities.all();
      if (input.id !== null) {
        const known = alive.find(({ id }) => id === input.id);
        if (known === undefined) throw new AppError("not-found");
        return tx.priorities.put({ ...known, ...said });
      }
      if (alive.length >= maxPriorities) throw new AppError("too-many", { params: { most: maxPriorities } });
      const order = Math.max(-1, ...alive.map((priority) => priority.order)) + 1;
      return tx.priorities.create({
        ...said,
        id: newId(deps.clock.nowMs()),
        adaptations: [],
        rehearsals: [],
        order,
      });
    },
    { durability: "strict" },
  );
  await deps.edges.reschedule();
  return { ...value, undoId };
}

/** A plan of which nothing was written is none. */
function planOf(plan: Input<"priority.save">["plan"]): Priority["plan"] {
  if (plan === null) return null;
  const tidied = { if: plan.if.trim(), then: plan.then.trim() };
  return tidied.if === "" && tidied.then === "" ? null : tidied;
}

/** Without blanks and repetitions: people type commas. */
function tidy(situation: Input<"priority.save">["situation"]): Situation {
  return {
    domains: [...new Set(situation.domains)],
    kinds: [...new Set(situation.kinds)],
    people: clean(situation.people),
    words: clean(situation.words),
    notWords: clean(situation.notWords),
    series: clean(situation.series),
  };
}

function clean(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ""))];
}
