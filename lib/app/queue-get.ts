/** The debrief queue for the next session, each row with its reasons in words. */
import type { Pattern, QueueItem } from "../domain/debrief/item.ts";
import type { Priority } from "../domain/plan.ts";
import type { QueueItemView, QueueView } from "../rpc/views.ts";
import type { Deps } from "./deps.ts";
import { viewWorld } from "./event-list.ts";
import { eventView } from "./event-view.ts";
import { loadQueue } from "./queue-load.ts";
import { say } from "./queue-say.ts";

export async function queueGet(deps: Deps): Promise<QueueView> {
  const world = await viewWorld(deps);
  const { queue, session } = await loadQueue(deps, world.settings);
  const inQueue = new Set(
    [...queue.items, ...queue.dropped].flatMap(({ commitment }) => commitment?.id ?? []),
  );
  const view = (item: QueueItem) => itemView(deps, item);
  return {
    nowMs: deps.clock.nowMs(),
    session: session === null ? null : eventView(session, world),
    coachName: world.settings.people.find(({ relation }) => relation === "coach")?.name ?? null,
    items: queue.items.map(view),
    dropped: queue.dropped.map(view),
    archived: queue.archived.map(view),
    patterns: queue.patterns.map((pattern) => patternView(deps, pattern, world.priorities)),
    laterCommitments: (await deps.store.commitments.all())
      .filter(({ id, doneAtMs }) => doneAtMs === null && !inQueue.has(id))
      .toSorted((a, b) => (a.dueMs ?? Infinity) - (b.dueMs ?? Infinity)),
    reordered: queue.reordered,
  };
}

function itemView(deps: Deps, item: QueueItem): QueueItemView {
  const { success: _success, reasons, ...rest } = item;
  return { ...rest, reasons: reasons.map((reason) => say(deps, reason)) };
}

function patternView(
  deps: Deps,
  pattern: Pattern,
  priorities: readonly Priority[],
): QueueView["patterns"][number] {
  const { group, missed, outcomes, sinceMs } = pattern;
  const name = group.kind === "series" ? group.name : say(deps, { code: `domain.${group.name}`, params: {} });
  const priority = priorities.find(({ id }) => id === pattern.priorityId)?.name ?? "";
  const params = { count: missed, of: outcomes.length, priority, group: name, sinceMs };
  return { text: say(deps, { code: `queue.pattern.${group.kind}`, params }), outcomes };
}
