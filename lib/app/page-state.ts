/**
 * What a page script needs to know at once: a judgement for every event of the near window by the page's own ids, so
 * that a badge is there in the frame in which its chip is painted. Must never carry more than PageState allows.
 */
import type { JudgedEvent } from "../domain/judgement.ts";
import type { Priority } from "../domain/plan.ts";
import type { Reflection } from "../domain/reflection.ts";
import { lateCaptureHours } from "../domain/reflection.ts";
import type { Input } from "../rpc/contract.ts";
import type { PageJudgement, PageState } from "../rpc/views.ts";
import { drainOutbox } from "./capture-drain.ts";
import { captureSlot, endedMs } from "./capture-slots.ts";
import type { Deps } from "./deps.ts";
import { loadJudged } from "./judged-events.ts";
import { readSettings } from "./settings-read.ts";
import type { Settings } from "../domain/settings.ts";

const dayMs = 86_400_000;
/** How far around now a page script is told judgements without asking. */
const pastMs = 3 * dayMs;
const comingMs = 60 * dayMs;
/** How long after the answer the pill still stands in its settled state. */
const settledMs = 10 * 60_000;

export async function pageState(
  deps: Deps,
  input: Pick<Input<"page.state">, "site">,
  also: { fromMs: number; toMs: number } | null = null,
): Promise<PageState> {
  await drainOutbox(deps);
  const nowMs = deps.clock.nowMs();
  const settings = await readSettings(deps.store);
  const fromMs = Math.min(nowMs - pastMs, also?.fromMs ?? Infinity);
  const toMs = Math.max(nowMs + comingMs, also?.toMs ?? -Infinity);
  const [judged, priorities, reflections] = await Promise.all([
    loadJudged(deps, fromMs, toMs, settings),
    deps.store.priorities.all(),
    deps.store.reflections.where("start", { from: nowMs - pastMs - comingMs, to: nowMs + 1 }),
  ]);
  const world = { priorities, reflections, settings, nowMs };
  return {
    hidden: settings.hidden,
    refreshAtMs: nextChange(judged, priorities, settings, nowMs),
    judgements: judged.flatMap((one) => judgementsOf(one, `page:${input.site}:`, world)),
  };
}

interface World {
  priorities: Priority[];
  reflections: Reflection[];
  settings: Settings;
  nowMs: number;
}

/** One judgement for each id the page has for the event. */
function judgementsOf(judged: JudgedEvent, prefix: string, world: World): PageJudgement[] {
  const { record, flag, marked } = judged;
  const shown = record.sightings.filter(({ event }) => event.sourceId.startsWith(prefix));
  if (shown.length === 0) return [];
  const { capture, offered } = captureSlot(
    judged,
    world.priorities,
    world.reflections,
    world.settings,
    world.nowMs,
  );
  const isFresh = capture.answeredAtMs !== null && world.nowMs - capture.answeredAtMs < settledMs;
  return shown.map(({ event }) => ({
    pageEventId: event.sourceEventId,
    eventKey: record.id,
    flag,
    marked,
    title: event.title,
    startMs: record.facts.timing.startMs,
    endMs: record.facts.timing.endMs,
    capture: offered || isFresh ? capture : null,
  }));
}

/** When something shown changes by the clock alone: a meeting ends, or can no longer be captured. */
function nextChange(
  judged: readonly JudgedEvent[],
  priorities: readonly Priority[],
  settings: Settings,
  nowMs: number,
): number | null {
  const moments = judged
    .filter((one) => one.flag !== null || captureSlot(one, priorities, [], settings, endedMs(one)).offered)
    .flatMap((one) => [endedMs(one), endedMs(one) + lateCaptureHours * 3_600_000])
    .filter((moment) => moment > nowMs);
  return moments.length === 0 ? null : Math.min(...moments);
}
