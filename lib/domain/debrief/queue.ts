/**
 * The debrief queue for the next session (product.md 4.6): due commitments first, then ranked topics, two of them
 * proposed with at least one success, the rest folded. A pure function of records, the person's edits and now: the
 * same input gives the same queue, and nothing is remembered between two looks.
 */
import { commitmentItems } from "./commitments.ts";
import type { Queue, QueueInput, QueueItem } from "./item.ts";
import type { Reflection } from "../reflection.ts";
import { archiveNoticeDays, maxRollOvers, patternDays, proposedTopics } from "./item.ts";
import { mergeTopics } from "./merging.ts";
import { findPatterns } from "./patterns.ts";
import { leaving, topics } from "./topics.ts";

/** Builds the queue. Reflections may come from any span of time; what is too old is left out here. */
export function buildQueue(input: QueueInput): Queue {
  const waiting: QueueItem[] = [];
  const archived: { item: QueueItem; atMs: number }[] = [];
  const dropped: QueueItem[] = [];
  for (const topic of mergeTopics(topics(input, recentReflections(input)), input.edits)) {
    const { rolledOver, left } = leaving(topic, input);
    const item = { ...topic.item, rolledOver };
    if (left !== null)
      archived.push({ item: { ...item, reasons: [left.why, ...item.reasons] }, atMs: left.atMs });
    else if (isDropped(item, input)) dropped.push(item);
    else waiting.push({ ...item, reasons: [...item.reasons, ...rollOverSaid(rolledOver)] });
  }
  const commitments = commitmentItems(input);
  const computed = withSuccess(waiting.toSorted(byScore));
  const ordered = inOwnOrder(computed, input);
  const noticeFromMs = input.nowMs - archiveNoticeDays * 86_400_000;
  return {
    items: [
      ...commitments.filter((item) => !isDropped(item, input) && !isDiscussed(item, input)),
      ...ordered.map((item, place) => ({
        ...item,
        section: place < proposedTopics ? ("proposed" as const) : ("folded" as const),
      })),
    ],
    dropped: [...commitments.filter((item) => isDropped(item, input)), ...dropped.toSorted(byScore)],
    archived: archived
      .filter(({ atMs }) => atMs >= noticeFromMs)
      .toSorted((a, b) => b.atMs - a.atMs || (a.item.id < b.item.id ? -1 : 1))
      .map(({ item }) => item),
    patterns: findPatterns(recentReflections(input)),
    reordered: ordered.some((item, place) => item.id !== computed[place]?.id),
  };
}

function recentReflections(input: QueueInput): Reflection[] {
  const fromMs = input.nowMs - patternDays * 86_400_000;
  return input.reflections.filter(
    (reflection) => reflection.deletedAtMs === null && reflection.event.startMs > fromMs,
  );
}

function isDropped(item: QueueItem, input: QueueInput): boolean {
  return (input.edits.get(item.id)?.droppedAtMs ?? null) !== null;
}

function isDiscussed(item: QueueItem, input: QueueInput): boolean {
  return (input.edits.get(item.id)?.discussedAtMs ?? null) !== null;
}

function byScore(a: QueueItem, b: QueueItem): number {
  return (b.score ?? 0) - (a.score ?? 0) || (b.whenMs ?? 0) - (a.whenMs ?? 0) || (a.id < b.id ? -1 : 1);
}

function rollOverSaid(rolledOver: number): QueueItem["reasons"] {
  if (rolledOver === 0) return [];
  return [
    { code: rolledOver < maxRollOvers ? "queue.rolled" : "queue.rolled.last", params: { count: rolledOver } },
  ];
}

/** Where no success is among the first topics, the best one takes the last proposed place, and says why. */
function withSuccess(ranked: readonly QueueItem[]): QueueItem[] {
  const first = ranked.slice(0, proposedTopics);
  const success = ranked.find((item) => item.success);
  if (first.length < proposedTopics || success === undefined || first.some((item) => item.success))
    return [...ranked];
  const rest = ranked.filter((item) => item.id !== success.id);
  const promoted = { ...success, reasons: [...success.reasons, { code: "queue.success", params: {} }] };
  return rest.toSpliced(proposedTopics - 1, 0, promoted);
}

/** The person's own places stand; a topic that came since stands before the first of them it outranks. */
function inOwnOrder(computed: readonly QueueItem[], input: QueueInput): QueueItem[] {
  const placeOf = (item: QueueItem) => input.edits.get(item.id)?.order ?? null;
  const placed = computed
    .filter((item) => placeOf(item) !== null)
    .toSorted((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0) || byScore(a, b));
  for (const item of computed.filter((candidate) => placeOf(candidate) === null)) {
    const before = placed.findIndex(
      (other) => placeOf(other) !== null && (other.score ?? 0) < (item.score ?? 0),
    );
    if (before < 0) placed.push(item);
    else placed.splice(before, 0, item);
  }
  return placed;
}
