/**
 * How a priority is doing: adherence with its interval, the run of outcomes, the fading level. Computed from all its
 * captures each time it is asked for; nothing of it is stored.
 */
import { adherence } from "../domain/evaluation/adherence.ts";
import { fade } from "../domain/fading/fading.ts";
import type { FadingState } from "../domain/fading/fading.ts";
import { levelWhy } from "../domain/fading/level-why.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import type { Priority } from "../domain/plan.ts";
import type { Reflection } from "../domain/reflection.ts";
import type { Settings } from "../domain/settings.ts";
import type { PriorityView } from "../rpc/views.ts";
import { captureSlot, endedMs } from "./capture-slots.ts";
import type { Deps } from "./deps.ts";
import { loadJudged } from "./judged-events.ts";
import { say } from "./queue-say.ts";

const dayMs = 86_400_000;
/** How far back unanswered occasions are counted: as long as a calendar is kept by default. */
const coverageDays = 90;
/** How many of the newest outcomes are shown as a run of glyphs. */
const shownOutcomes = 20;

/** The fading level of a priority from its captures. */
export function fadingOf(reflections: readonly Reflection[], nowMs: number): FadingState {
  return fade(
    reflections.map(({ event, eventKey, answer }) => ({ atMs: event.startMs, eventKey, answer })),
    nowMs,
  );
}

export async function priorityViews(
  deps: Deps,
  priorities: readonly Priority[],
  settings: Settings,
): Promise<PriorityView[]> {
  const nowMs = deps.clock.nowMs();
  const [past, ...captures] = await Promise.all([
    loadJudged(deps, nowMs - coverageDays * dayMs, nowMs, settings),
    ...priorities.map((priority) => deps.store.reflections.where("priority", { is: priority.id })),
  ]);
  return priorities.map((priority, at) => {
    const mine = (captures[at] ?? []).toSorted((a, b) => a.event.startMs - b.event.startMs);
    const unanswered = countUnanswered(past, priority, priorities, mine, settings, nowMs);
    const state = fadingOf(mine, nowMs);
    return {
      priority,
      adherence: adherence(
        mine.map(({ answer }) => answer),
        mine.length + unanswered,
      ),
      outcomes: mine.slice(-shownOutcomes).map(({ answer }) => answer),
      level: state.level,
      levelWhy: levelWhy(state, nowMs)
        .map((said) => say(deps, said))
        .join(" "),
    };
  });
}

/** Occasions since the priority was written that ended, were asked about, and got no answer. */
function countUnanswered(
  past: readonly JudgedEvent[],
  priority: Priority,
  priorities: readonly Priority[],
  mine: readonly Reflection[],
  settings: Settings,
  nowMs: number,
): number {
  const answered = new Set(mine.map(({ eventKey }) => eventKey));
  return past.filter((judged) => {
    const ended = endedMs(judged);
    if (answered.has(judged.record.id) || ended > nowMs || ended < priority.createdAtMs) return false;
    const { offered, capture } = captureSlot(judged, priorities, [], settings, ended);
    return offered && capture.priorityId === priority.id;
  }).length;
}
