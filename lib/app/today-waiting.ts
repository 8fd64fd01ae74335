/** Captures that wait: what is over, was worth asking about, and has no answer yet; the latest first. */
import type { JudgedEvent } from "../domain/judgement.ts";
import { lateCaptureHours } from "../domain/reflection.ts";
import type { CaptureView, EventView } from "../rpc/views.ts";
import { captureSlot } from "./capture-slots.ts";
import type { CardWorld } from "./card-get.ts";
import type { Deps } from "./deps.ts";
import { eventView } from "./event-view.ts";
import { loadJudged } from "./judged-events.ts";

const dayMs = 86_400_000;
/** Longer than any meeting that can still be captured: a workshop of three days ends within it. */
const waitingMs = lateCaptureHours * 3_600_000 + 3 * dayMs;

export interface Waiting {
  event: EventView;
  capture: CaptureView;
}

export async function capturesWaiting(deps: Deps, world: CardWorld): Promise<Waiting[]> {
  const nowMs = deps.clock.nowMs();
  const judged: JudgedEvent[] = await loadJudged(deps, nowMs - waitingMs, nowMs, world.settings);
  const answered = await deps.store.reflections.where("event", {
    any: judged.map(({ record }) => record.id),
  });
  return judged
    .map((one) => ({
      event: eventView(one, world),
      slot: captureSlot(one, world.priorities, answered, world.settings, nowMs),
    }))
    .filter(({ slot }) => slot.offered)
    .toSorted((a, b) => b.slot.capture.endedMs - a.slot.capture.endedMs)
    .map(({ event, slot }) => ({ event, capture: slot.capture }));
}
