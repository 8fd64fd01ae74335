/** One event in the side panel: the card, and what was or can be recorded, with words. Own surfaces only. */
import type { JudgedEvent } from "../domain/judgement.ts";
import type { Priority } from "../domain/plan.ts";
import type { Reflection } from "../domain/reflection.ts";
import { windowComingDays } from "../domain/source.ts";
import type { Input } from "../rpc/contract.ts";
import type { PanelView } from "../rpc/views.ts";
import { drainOutbox } from "./capture-drain.ts";
import { planFor } from "./capture-file.ts";
import { captureSlot, endedMs, prioritiesFor } from "./capture-slots.ts";
import { cardOf } from "./card-get.ts";
import type { CardWorld } from "./card-get.ts";
import type { Deps } from "./deps.ts";
import { viewWorld } from "./event-list.ts";
import { eventView } from "./event-view.ts";
import { loadJudged, loadJudgedEvent } from "./judged-events.ts";
import { inOwnOrder } from "./plan-get.ts";

const dayMs = 86_400_000;
/** How far ahead the next event is looked for when none is named. */
const comingMs = 7 * dayMs;

/** The event named, or the one that runs, or the next one that matters; `null` when there is none. */
export async function panelGet(deps: Deps, input: Input<"event.get">): Promise<PanelView | null> {
  await drainOutbox(deps);
  const world = await viewWorld(deps);
  const judged =
    input.eventKey === null ? await currentOrNext(deps, world) : await loadJudgedEvent(deps, input.eventKey);
  if (judged === null) return null;
  const [card, reflections, coming] = await Promise.all([
    cardOf(deps, judged, world),
    deps.store.reflections.where("event", { is: judged.record.id }),
    loadJudged(deps, deps.clock.nowMs(), deps.clock.nowMs() + windowComingDays * dayMs, world.settings),
  ]);
  return {
    event: eventView(judged, world),
    card,
    reflections: reflectionRows(judged, reflections, world, deps.clock.nowMs()),
    allPriorities: inOwnOrder(world.priorities).map(({ id, name }) => ({ id, name })),
    sessionMs: coming.find(({ flag }) => flag === "coaching")?.record.facts.timing.startMs ?? null,
    coachName: world.settings.people.find(({ relation }) => relation === "coach")?.name ?? null,
  };
}

async function currentOrNext(deps: Deps, world: CardWorld): Promise<JudgedEvent | null> {
  const nowMs = deps.clock.nowMs();
  const coming = await loadJudged(deps, nowMs, nowMs + comingMs, world.settings);
  return (
    coming.find(
      (one) =>
        one.attending &&
        endedMs(one) > nowMs &&
        (one.flag !== null || prioritiesFor(one, world.priorities, world.settings).length > 0),
    ) ?? null
  );
}

/** The one-click slot first, then what else applies or was captured; one row per priority. */
function reflectionRows(
  judged: JudgedEvent,
  reflections: readonly Reflection[],
  world: CardWorld,
  nowMs: number,
): PanelView["reflections"] {
  const first = captureSlot(judged, world.priorities, reflections, world.settings, nowMs).capture;
  const matching = prioritiesFor(judged, world.priorities, world.settings).map(({ priority }) => priority.id);
  const ids = new Set([first.priorityId, ...matching, ...reflections.map(({ priorityId }) => priorityId)]);
  return [...ids].map((priorityId) => {
    const priority: Priority | null = world.priorities.find(({ id }) => id === priorityId) ?? null;
    const reflection = reflections.find((one) => one.priorityId === priorityId) ?? null;
    return {
      capture: {
        eventKey: judged.record.id,
        priorityId,
        priorityName: priority?.name ?? null,
        endedMs: first.endedMs,
        answer: reflection?.answer ?? null,
        answeredAtMs: reflection?.answeredAtMs ?? null,
      },
      reflection,
      plan: reflection?.plan ?? (priority === null ? null : planFor(priority, judged)),
    };
  });
}
