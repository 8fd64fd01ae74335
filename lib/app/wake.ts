/**
 * What the background does whenever it wakes, from the clock and the store alone: files what waits, starts what is
 * due, and says when to wake next. Must not count ticks: an alarm can come late, twice or never.
 */
import type { Source } from "../domain/source.ts";
import { captureSlot, endedMs } from "./capture-slots.ts";
import { drainOutbox } from "./capture-drain.ts";
import type { Deps } from "./deps.ts";
import { loadJudged } from "./judged-events.ts";
import { readSettings } from "./settings-read.ts";
import { lateCaptureHours } from "../domain/reflection.ts";

const hourMs = 3_600_000;
/** How often a feed is read when its server asks for nothing else. */
export const feedEveryMs = hourMs;
/** From when on the toolbar says that a flagged event is near. */
const nearMs = hourMs;

export interface Wake {
  /** When something will be due; ms since the epoch. */
  nextMs: number;
  badge: { captures: number; flaggedAtMs: number | null };
}

export async function wake(deps: Deps): Promise<Wake> {
  await drainOutbox(deps);
  const nowMs = deps.clock.nowMs();
  const feeds = (await deps.store.sources.all()).filter((source) => source.kind === "ics-feed");
  for (const feed of feeds) if (dueAtMs(feed) <= nowMs) await deps.edges.readFeed(feed.id);
  const { captures, flaggedAtMs, changesAtMs } = await badgeNow(deps, nowMs);
  const later = [...feeds.map(dueAtMs), ...changesAtMs].filter((moment) => moment > nowMs);
  return { nextMs: Math.min(nowMs + hourMs, ...later), badge: { captures, flaggedAtMs } };
}

/** When a feed is to be read again: as its server asked after a failure, else an hour after the last reading. */
export function dueAtMs(feed: Pick<Source, "failure" | "lastReadAtMs" | "nextReadAtMs">): number {
  if (feed.failure !== null) return feed.failure.retryAtMs ?? feed.failure.atMs + feedEveryMs;
  if (feed.nextReadAtMs !== undefined) return feed.nextReadAtMs;
  return feed.lastReadAtMs === null ? 0 : feed.lastReadAtMs + feedEveryMs;
}

async function badgeNow(deps: Deps, nowMs: number) {
  const settings = await readSettings(deps.store);
  const [judged, priorities, reflections] = await Promise.all([
    loadJudged(deps, nowMs - (lateCaptureHours + 24) * hourMs, nowMs + 24 * hourMs, settings),
    deps.store.priorities.all(),
    deps.store.reflections.where("start", { from: nowMs - 30 * 24 * hourMs }),
  ]);
  const slots = judged.map((one) => captureSlot(one, priorities, reflections, settings, nowMs));
  const flagged = judged
    .filter((one) => one.flag === "high-stakes" && one.attending)
    .map((one) => one.record.facts.timing.startMs)
    .filter((startMs) => startMs > nowMs);
  const next = flagged.length === 0 ? null : Math.min(...flagged);
  return {
    captures: slots.filter((slot) => slot.offered).length,
    flaggedAtMs: next !== null && next - nowMs <= nearMs ? next : null,
    changesAtMs: [...flagged.flatMap((startMs) => [startMs - nearMs, startMs]), ...judged.map(endedMs)],
  };
}
