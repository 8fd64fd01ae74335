/**
 * Reminds: finds what is due, has it shown, and only then remembers it. Killed in between, it is shown again under the
 * same id, which replaces what is there, so nothing is lost and nothing stands twice.
 */
import { remindersId } from "../store/collections/reminders.ts";
import type { Deps } from "./deps.ts";
import { remindersDue } from "./reminders-due.ts";
import type { DueReminder } from "./reminders-due.ts";
import { loadReminderWorld } from "./reminders-load.ts";
import { say, timeText } from "./queue-say.ts";

/** A notification: neutral, no title of an event, no name. */
export interface Notice {
  /** Stable: the same reminder has the same id whenever it is made. */
  id: string;
  title: string;
  message: string;
  /** Event to open; `null` for look-ahead, sweep and recap (Today). */
  eventKey: string | null;
  /** True where snoozing makes sense. */
  canSnooze: boolean;
}

/** Shows what is due through `show`; answers when to look again, `null` when nothing is known to come. */
export async function runReminders(
  deps: Deps,
  show: (notice: Notice) => Promise<unknown>,
): Promise<{ nextMs: number | null }> {
  const world = await loadReminderWorld(deps);
  const due = remindersDue(world);
  for (const reminder of due.show) await show(noticeOf(deps, reminder));
  if (JSON.stringify(due.state) !== JSON.stringify(world.state))
    await deps.store.write(async (tx) => {
      const now = await tx.reminders.get(remindersId);
      // A snooze asked for meanwhile stays.
      const snoozed = { ...now?.snoozed, ...due.state.snoozed };
      for (const [key, atMs] of Object.entries(world.state.snoozed))
        if (due.state.snoozed[key] === undefined && snoozed[key] === atMs)
          Reflect.deleteProperty(snoozed, key);
      await tx.reminders.put({ ...due.state, snoozed, id: remindersId });
    });
  deps.log.note("reminders", { shown: due.show.length });
  return { nextMs: due.nextMs };
}

function noticeOf(deps: Deps, reminder: DueReminder): Notice {
  switch (reminder.kind) {
    case "lead":
    case "snooze":
      return {
        id: reminder.id,
        title: inText(deps, reminder.startMs - deps.clock.nowMs()),
        message:
          reminder.plan === null
            ? say(deps, { code: "reminder.none", params: {} })
            : say(deps, { code: "reminder.plan", params: { ...reminder.plan } }),
        eventKey: reminder.eventKey,
        canSnooze: true,
      };
    case "look-ahead": {
      const params = { count: reminder.count, first: timeText(deps, reminder.firstMs) };
      return {
        id: reminder.id,
        title: say(deps, { code: "reminder.lookAhead.title", params: {} }),
        message: say(deps, { code: "reminder.lookAhead", params }),
        eventKey: null,
        canSnooze: false,
      };
    }
    case "sweep":
    case "recap":
      return {
        id: reminder.id,
        title: say(deps, { code: `reminder.${reminder.kind}.title`, params: {} }),
        message: say(deps, { code: `reminder.${reminder.kind}`, params: { count: reminder.count } }),
        eventKey: null,
        canSnooze: false,
      };
    default:
      return reminder satisfies never;
  }
}

function inText(deps: Deps, leftMs: number): string {
  const minutes = Math.round(leftMs / 60_000);
  if (minutes < 1) return say(deps, { code: "reminder.now", params: {} });
  if (minutes < 90) return say(deps, { code: "reminder.soon", params: { count: minutes } });
  const hours = Math.round(minutes / 60);
  if (hours < 36) return say(deps, { code: "reminder.hours", params: { count: hours } });
  return say(deps, { code: "reminder.days", params: { count: Math.round(hours / 24) } });
}
