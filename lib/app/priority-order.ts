/** The person's own order of priorities: the first of equally close matches is the one that is asked about. */
import type { Deps } from "./deps.ts";
import { inOwnOrder } from "./plan-get.ts";

/** Ids that are not named keep their order behind those that are; unknown ids are ignored. */
export async function priorityOrder(deps: Deps, input: { ids: string[] }): Promise<null> {
  await deps.store.write(async (tx) => {
    const alive = inOwnOrder(await tx.priorities.all());
    const named = input.ids.flatMap((id) => alive.find((priority) => priority.id === id) ?? []);
    const ordered = [...new Set([...named, ...alive])];
    for (const [order, priority] of ordered.entries())
      if (priority.order !== order) await tx.priorities.put({ ...priority, order });
  });
  deps.announceChange();
  return null;
}
