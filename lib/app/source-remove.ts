/**
 * Removes a source and what only it knew. Events that carry a reflection or a mark stay, with what is known of them;
 * the address of a feed is gone with its record.
 */
import { AppError } from "../base/errors.ts";
import { withoutSource } from "../domain/merge.ts";
import type { UndoView } from "../rpc/views.ts";
import { act } from "./act.ts";
import { assessorFor } from "./assessing.ts";
import { keptKeys } from "./data-retention.ts";
import type { Deps } from "./deps.ts";
import { readSettings } from "./settings-read.ts";

/** Throws AppError not-found. */
export async function sourceRemove(deps: Deps, input: { id: string }): Promise<UndoView> {
  const { undoId } = await act(deps, async (tx) => {
    if (!(await tx.sources.remove(input.id))) throw new AppError("not-found");
    const assessor = assessorFor(await readSettings(tx));
    const kept = await keptKeys(tx);
    const nowMs = deps.clock.nowMs();
    for (const record of await tx.events.all()) {
      if (!record.sightings.some(({ event }) => event.sourceId === input.id)) continue;
      const rest = withoutSource(record, input.id, nowMs);
      if (rest.sightings.length > 0)
        await tx.events.put({ ...rest, ...assessor.assess(rest.facts, rest.seriesKey) });
      else if (kept.events.has(record.id)) await tx.events.put({ ...record, ...rest });
      else await tx.events.forget(record.id);
    }
  });
  await deps.edges.reschedule();
  return { undoId };
}
