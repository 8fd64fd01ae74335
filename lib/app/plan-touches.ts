/** Which of the coming four weeks' events a situation would touch: shown before a priority is saved. */
import { matchPriorities } from "../domain/matching.ts";
import type { Priority, Situation } from "../domain/plan.ts";
import { meetingKinds } from "../domain/plan.ts";
import type { Input } from "../rpc/contract.ts";
import type { TouchView } from "../rpc/views.ts";
import type { Deps } from "./deps.ts";
import { viewWorld } from "./event-list.ts";
import { eventView } from "./event-view.ts";
import { loadJudged } from "./judged-events.ts";

const comingMs = 28 * 86_400_000;

export async function planTouches(deps: Deps, input: Input<"plan.touches">): Promise<TouchView> {
  const nowMs = deps.clock.nowMs();
  const world = await viewWorld(deps);
  const coming = await loadJudged(deps, nowMs, nowMs + comingMs, world.settings);
  const candidate = priorityWith(input.situation);
  const touched = coming.filter(({ record, domain, attending }) => {
    const event = { ...record.facts, seriesKey: record.seriesKey };
    const matches = matchPriorities(event, { domain }, record.kinds, [candidate], world.settings.people);
    return attending && matches.length > 0;
  });
  return {
    events: touched.map((judged) => eventView(judged, world)),
    kinds: meetingKinds.filter((kind) => touched.some(({ record }) => record.kinds.includes(kind))),
  };
}

/** A priority that is nothing but its situation. */
function priorityWith(situation: Situation): Priority {
  return {
    id: "candidate",
    rev: 0,
    createdAtMs: 0,
    updatedAtMs: 0,
    deletedAtMs: null,
    name: "",
    from: "",
    to: "",
    outcome: "",
    impact: "",
    situation,
    plan: null,
    adaptations: [],
    rehearsals: [],
    order: 0,
    starterId: null,
  };
}
