/** The toolbar popup: the next flagged event, what waits to be captured, the next session. Three seconds' worth. */
import type { PopupView } from "../rpc/views.ts";
import { drainOutbox } from "./capture-drain.ts";
import { endedMs } from "./capture-slots.ts";
import type { Deps } from "./deps.ts";
import { viewWorld } from "./event-list.ts";
import { eventView } from "./event-view.ts";
import { loadQueue } from "./queue-load.ts";
import { readingView } from "./today-reading.ts";
import { capturesWaiting } from "./today-waiting.ts";

/** How far ahead a flagged event is looked for. */
const comingMs = 28 * 86_400_000;

export async function popupGet(deps: Deps): Promise<PopupView> {
  await drainOutbox(deps);
  const nowMs = deps.clock.nowMs();
  const world = await viewWorld(deps);
  const { settings } = world;
  const loaded = await loadQueue(deps, settings);
  const next = loaded.judged.find((one) => {
    const { startMs } = one.record.facts.timing;
    const isAhead = endedMs(one) > nowMs && startMs < nowMs + comingMs;
    return one.flag === "high-stakes" && one.attending && isAhead;
  });
  const isPaused = settings.pausedUntilMs !== null && settings.pausedUntilMs > nowMs;
  return {
    firstRun: world.sources.length === 0,
    hidden: settings.hidden,
    pausedUntilMs: isPaused ? settings.pausedUntilMs : null,
    next: next === undefined ? null : eventView(next, world),
    capturesWaiting: await capturesWaiting(deps, world, loaded.judged),
    nextSession: loaded.session === null ? null : eventView(loaded.session, world),
    queueCount: loaded.queue.items.length,
    reading: readingView(world.sources, deps.locale),
  };
}
