/** Captures that wait: what is over, was worth asking about, and has no answer yet; the latest first. */
import type { JudgedEvent } from "../domain/judgement.ts";
import { lateCaptureHours } from "../domain/reflection.ts";
import type { CaptureView, EventView } from "../rpc/views.ts";
import { captureSlot, endedMs } from "./capture-slots.ts";
import type { CardWorld } from "./card-get.ts";
import type { Deps } from "./deps.ts";
import { eventView } from "./event-view.ts";

const waitingMs = lateCaptureHours * 3_600_000;

export interface Waiting {
  event: EventView;
  capture: CaptureView;
}

/** `judged` may reach further, both ways, than what can still be captured. */
export async function capturesWaiting(
  deps: Deps,
  world: CardWorld,
  judged: readonly JudgedEvent[],
): Promise<Waiting[]> {
  const nowMs = deps.clock.nowMs();
  const recent = judged.filter((one) => endedMs(one) > nowMs - waitingMs && endedMs(one) <= nowMs);
  const answered = await deps.store.reflections.where("event", {
    any: recent.map(({ record }) => record.id),
  });
  return recent
    .map((one) => ({
      event: eventView(one, world),
      slot: captureSlot(one, world.priorities, answered, world.settings, nowMs),
    }))
    .filter(({ slot }) => slot.offered)
    .toSorted((a, b) => b.slot.capture.endedMs - a.slot.capture.endedMs)
    .map(({ event, slot }) => ({ event, capture: slot.capture }));
}
