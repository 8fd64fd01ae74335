/**
 * Rows of the queue that the person merged: one topic carries the others. Must never drop a topic: one whose carrier is
 * gone has a row of its own again, and so have all of a ring.
 */
import type { QueueEdit } from "../queue-edit.ts";
import type { Topic } from "./topics.ts";

type Edits = ReadonlyMap<string, QueueEdit>;

/** The item that carries `id` in the end; `id` itself for one with a row of its own, or in a ring. */
export function carrierOf(id: string, edits: Edits, exists: (id: string) => boolean): string {
  const passed = new Set([id]);
  let carrier = id;
  for (;;) {
    const next = edits.get(carrier)?.mergedInto ?? null;
    if (next === null || !exists(next)) return carrier;
    if (passed.has(next)) return id;
    passed.add(next);
    carrier = next;
  }
}

/** Topics with a row of their own, each with those it carries. A row ranks with the highest of its topics. */
export function mergeTopics(topics: readonly Topic[], edits: Edits): Topic[] {
  const ids = new Set(topics.map(({ item }) => item.id));
  const carried = new Map<string, Topic[]>();
  const rows: Topic[] = [];
  for (const topic of topics) {
    const carrier = carrierOf(topic.item.id, edits, (id) => ids.has(id));
    if (carrier === topic.item.id) rows.push(topic);
    else carried.set(carrier, [...(carried.get(carrier) ?? []), topic]);
  }
  return rows.map((row) => withCarried(row, carried.get(row.item.id) ?? []));
}

function withCarried(row: Topic, others: readonly Topic[]): Topic {
  if (others.length === 0) return row;
  const scores = [row, ...others].map(({ item }) => item.score ?? 0);
  return {
    ...row,
    item: {
      ...row.item,
      score: Math.max(...scores),
      merged: others.map(({ item: { id, title, words } }) => ({ id, title, words })),
      reasons: [...row.item.reasons, { code: "queue.merged", params: { count: others.length } }],
    },
  };
}
