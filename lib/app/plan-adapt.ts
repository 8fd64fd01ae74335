/** Adapts a priority's if-then plan to one meeting or its series, or takes the adaptation away. */
import { AppError } from "../base/errors.ts";
import type { PlanAdaptation, Priority } from "../domain/plan.ts";
import type { Input } from "../rpc/contract.ts";
import type { Deps } from "./deps.ts";

const keptAdaptations = 300;

/** A series adaptation of a single event falls on the event; `plan: null` takes it away. Throws AppError not-found. */
export async function planAdapt(deps: Deps, input: Input<"plan.adapt">): Promise<Priority> {
  const saved = await deps.store.write(async (tx) => {
    const [priority, record] = await Promise.all([
      tx.priorities.get(input.priorityId),
      tx.events.get(input.eventKey),
    ]);
    if (priority === null || record === null) throw new AppError("not-found");
    const scope: PlanAdaptation["scope"] =
      input.scope === "series" && record.seriesKey !== null
        ? { kind: "series", key: record.seriesKey }
        : { kind: "event", key: record.id };
    const others = priority.adaptations.filter(
      (one) => one.scope.kind !== scope.kind || one.scope.key !== scope.key,
    );
    const added = input.plan === null ? [] : [{ scope, plan: input.plan, adaptedAtMs: deps.clock.nowMs() }];
    return tx.priorities.put({ ...priority, adaptations: [...others, ...added].slice(-keptAdaptations) });
  });
  deps.announceChange();
  await deps.edges.reschedule();
  return saved;
}
