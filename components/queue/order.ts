/** Moving queue items: pure, so that the pointer and the keyboard do the same thing. */
import type { QueueItemView } from "../../lib/rpc/views.ts";

/**
 * The ids of all items in their new order after `movedId` took the place of `targetId`. An item stays in its own
 * section (commitments are always first); `null` when nothing would change.
 */
export function reorder(items: readonly QueueItemView[], movedId: string, targetId: string): string[] | null {
  const moved = items.find(({ id }) => id === movedId);
  const target = items.find(({ id }) => id === targetId);
  if (moved === undefined || target === undefined || moved === target) return null;
  if (isCommitment(moved) !== isCommitment(target)) return null;
  const ids = items.map(({ id }) => id);
  const to = ids.indexOf(targetId);
  const without = ids.filter((id) => id !== movedId);
  return [...without.slice(0, to), movedId, ...without.slice(to)];
}

/** The same for one step up (-1) or down (1). */
export function step(items: readonly QueueItemView[], movedId: string, by: -1 | 1): string[] | null {
  const position = items.findIndex(({ id }) => id === movedId);
  const neighbour = items[position + by];
  return position === -1 || neighbour === undefined ? null : reorder(items, movedId, neighbour.id);
}

function isCommitment(item: QueueItemView): boolean {
  return item.section === "commitments";
}
