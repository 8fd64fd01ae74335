/** Puts a reminder off: it comes again after some minutes, once. */
import { AppError } from "../base/errors.ts";
import { noReminders } from "../domain/reminder-state.ts";
import type { Input } from "../rpc/contract.ts";
import { remindersId } from "../store/collections/reminders.ts";
import type { Deps } from "./deps.ts";

const mostMinutes = 24 * 60;

/** Throws AppError bad-input (minutes outside 1 to a day), not-found. */
export async function snooze(deps: Deps, input: Input<"snooze">): Promise<null> {
  if (!(input.minutes >= 1 && input.minutes <= mostMinutes))
    throw new AppError("bad-input", { params: { field: "minutes" } });
  await deps.store.write(async (tx) => {
    if ((await tx.events.get(input.eventKey)) === null) throw new AppError("not-found");
    const state = (await tx.reminders.get(remindersId)) ?? noReminders;
    const atMs = deps.clock.nowMs() + input.minutes * 60_000;
    await tx.reminders.put({
      ...state,
      id: remindersId,
      snoozed: { ...state.snoozed, [input.eventKey]: atMs },
    });
  });
  await deps.edges.reschedule();
  return null;
}
