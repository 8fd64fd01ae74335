/** The person's own word on an event or its series: it wins at once and can be taken back. */
import { AppError } from "../base/errors.ts";
import type { Mark } from "../domain/mark.ts";
import type { Input } from "../rpc/contract.ts";
import type { UndoView } from "../rpc/views.ts";
import { markId } from "../store/collections/marks.ts";
import { act } from "./act.ts";
import type { Deps } from "./deps.ts";

/** A mark on the series of a single event falls on the event. Throws AppError not-found. */
export async function markSet(deps: Deps, input: Input<"mark.set">): Promise<UndoView> {
  const { undoId } = await act(deps, async (tx) => {
    const record = await tx.events.get(input.eventKey);
    if (record === null) throw new AppError("not-found");
    const { seriesKey } = record;
    const target: Pick<Mark, "scope" | "key"> =
      input.scope === "series" && seriesKey !== null
        ? { scope: "series", key: seriesKey }
        : { scope: "event", key: record.id };
    // An earlier word on this one event must not outlive the newer word on its whole series.
    if (target.scope === "series") await tx.marks.remove(markId("event", record.id));
    const id = markId(target.scope, target.key);
    await tx.marks.put({ ...target, id, kind: input.kind, title: record.facts.title });
  });
  await deps.edges.reschedule();
  return { undoId };
}
