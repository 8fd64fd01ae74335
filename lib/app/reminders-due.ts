/**
 * What is to be reminded of now, computed from the clock and from what was already settled. Counts no ticks and keeps
 * nothing in memory, so an alarm that comes late, twice or never loses and doubles nothing: a reminder is due from its
 * lead time until the event begins, and each has one id that is settled once, shown or dropped. A moved event has new
 * ids. Pure.
 */
import { addDays, instantOf, isWithin, localParts, weekOf } from "../domain/local-time.ts";
import type { IfThenPlan } from "../domain/plan.ts";
import type { ReminderStateFields } from "../domain/reminder-state.ts";
import type { Settings } from "../domain/settings.ts";

/** An event one might be reminded of. */
export interface ReminderEvent {
  eventKey: string;
  startMs: number;
  endMs: number;
  /** All-day events have no minute to be reminded at; the look-ahead counts them. */
  allDay: boolean;
  flagged: boolean;
  /** False where the reminder has faded for this occasion. */
  reminded: boolean;
  plan: IfThenPlan | null;
}

export interface ReminderWorld {
  nowMs: number;
  zone: string;
  settings: Pick<
    Settings,
    "leadMinutes" | "remindersPerDay" | "quietHours" | "lookAheadAt" | "sweepAt" | "pausedUntilMs"
  >;
  events: readonly ReminderEvent[];
  /** When the person is out of office, ms, end exclusive. */
  away: readonly { fromMs: number; toMs: number }[];
  capturesWaiting: number;
  /** Priorities that faded down to the weekly recap. */
  recaps: number;
  state: ReminderStateFields;
}

export type DueReminder = { id: string } & (
  | { kind: "lead" | "snooze"; eventKey: string; startMs: number; plan: IfThenPlan | null }
  | { kind: "look-ahead"; count: number; firstMs: number }
  | { kind: "sweep" | "recap"; count: number }
);

export interface RemindersDue {
  show: DueReminder[];
  /** What the state has to become, once everything was shown. */
  state: ReminderStateFields;
  /** The next moment at which something could be due; `null` when nothing is known. */
  nextMs: number | null;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** How long settled ids are kept: longer than the longest lead time. */
const keptMs = 14 * dayMs;
const usualRecapAt = "16:30";
/** A look-ahead later than this is none. */
const lookAheadMs = 6 * 3_600_000;

export function remindersDue(world: ReminderWorld): RemindersDue {
  const { nowMs, state } = world;
  const fresh = Object.entries(state.settled).filter(([, { atMs }]) => nowMs - atMs < keptMs);
  const next: ReminderStateFields = {
    ...state,
    settled: Object.fromEntries(fresh),
    snoozed: { ...state.snoozed },
  };
  const show = [
    ...leadReminders(world, next),
    ...snoozedReminders(world, next),
    ...lookAhead(world, next),
    ...sweep(world, next),
    ...recap(world, next),
  ];
  return { show, state: next, nextMs: nextMoment(world, next) };
}

function leadId(event: ReminderEvent, minutes: number): string {
  return `lead:${event.eventKey}@${event.startMs}-${minutes}`;
}

/** For each event the shortest lead time that has come; longer ones that came with it are settled silently. */
function leadReminders(world: ReminderWorld, next: ReminderStateFields): DueReminder[] {
  const { nowMs, settings } = world;
  const today = localParts(nowMs, world.zone).date;
  let left = settings.remindersPerDay - shownOn(today, next, world.zone);
  const due: DueReminder[] = [];
  const byClaim = candidates(world).toSorted(
    (a, b) =>
      Number(b.flagged) - Number(a.flagged) || a.startMs - b.startMs || (a.eventKey < b.eventKey ? -1 : 1),
  );
  for (const event of byClaim) {
    const passed = settings.leadMinutes
      .filter((minutes) => event.startMs - minutes * minuteMs <= nowMs)
      .toSorted((a, b) => a - b);
    const open = passed.filter((minutes) => next.settled[leadId(event, minutes)] === undefined);
    const [shortest] = passed;
    if (shortest === undefined || open.length === 0) continue;
    // The places of flagged events that are still to come today are not given to others.
    const spare = event.flagged ? left : left - flaggedToCome(world, next, today);
    const isShown =
      open.includes(shortest) && spare > 0 && !isSilent(world, event.startMs - shortest * minuteMs);
    for (const minutes of open)
      next.settled[leadId(event, minutes)] = { atMs: nowMs, shown: isShown && minutes === shortest };
    if (!isShown) continue;
    left -= 1;
    const { eventKey, startMs, plan } = event;
    due.push({ id: leadId(event, shortest), kind: "lead", eventKey, startMs, plan });
  }
  return due;
}

function candidates({ events, nowMs }: ReminderWorld): ReminderEvent[] {
  return events.filter((event) => event.reminded && !event.allDay && event.startMs > nowMs);
}

function shownOn(date: string, state: ReminderStateFields, zone: string): number {
  return Object.entries(state.settled).filter(
    ([id, { atMs, shown }]) => shown && id.startsWith("lead:") && localParts(atMs, zone).date === date,
  ).length;
}

function flaggedToCome(world: ReminderWorld, state: ReminderStateFields, today: string): number {
  return candidates(world).filter(
    (event) =>
      event.flagged &&
      world.settings.leadMinutes.some((minutes) => {
        const dueMs = event.startMs - minutes * minuteMs;
        const isOpen = state.settled[leadId(event, minutes)] === undefined;
        return isOpen && dueMs > world.nowMs && localParts(dueMs, world.zone).date === today;
      }),
  ).length;
}

/** A reminder is dropped, not delayed, when it was due or would be shown in quiet hours, a pause, or an absence. */
function isSilent(world: ReminderWorld, dueMs: number): boolean {
  const { settings, away, nowMs, zone } = world;
  if (settings.pausedUntilMs !== null && dueMs < settings.pausedUntilMs) return true;
  return [dueMs, nowMs].some(
    (atMs) =>
      (settings.quietHours !== null && isWithin(localParts(atMs, zone).time, settings.quietHours)) ||
      away.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs),
  );
}

/** What the person asked to be told again: outside the daily cap, but not through quiet hours or a pause. */
function snoozedReminders(world: ReminderWorld, next: ReminderStateFields): DueReminder[] {
  const due: DueReminder[] = [];
  for (const [eventKey, atMs] of Object.entries(world.state.snoozed)) {
    if (atMs > world.nowMs) continue;
    Reflect.deleteProperty(next.snoozed, eventKey);
    const event = world.events.find((one) => one.eventKey === eventKey);
    if (event === undefined || event.endMs <= world.nowMs || isSilent(world, atMs)) continue;
    const { startMs, plan } = event;
    due.push({ id: `snooze:${eventKey}@${atMs}`, kind: "snooze", eventKey, startMs, plan });
  }
  return due;
}

function lookAhead(world: ReminderWorld, next: ReminderStateFields): DueReminder[] {
  const { nowMs, zone, settings } = world;
  const { date } = localParts(nowMs, zone);
  if (settings.lookAheadAt === null || isDone(next.lookAheadOn, date)) return [];
  const atMs = instantOf(date, settings.lookAheadAt, zone);
  if (nowMs < atMs) return [];
  next.lookAheadOn = date;
  if (nowMs >= atMs + lookAheadMs || isSilent(world, atMs)) return [];
  const flagged = world.events.filter(
    (event) => event.flagged && event.endMs > nowMs && localParts(event.startMs, zone).date === date,
  );
  if (flagged.length === 0) return [];
  const firstMs = Math.min(...flagged.map((event) => event.startMs));
  return [{ id: `look-ahead:${date}`, kind: "look-ahead", count: flagged.length, firstMs }];
}

function sweep(world: ReminderWorld, next: ReminderStateFields): DueReminder[] {
  const { nowMs, zone, settings } = world;
  const { date } = localParts(nowMs, zone);
  if (settings.sweepAt === null || isDone(next.sweepOn, date)) return [];
  const atMs = instantOf(date, settings.sweepAt, zone);
  if (nowMs < atMs) return [];
  next.sweepOn = date;
  if (world.capturesWaiting === 0 || isSilent(world, atMs)) return [];
  return [{ id: `sweep:${date}`, kind: "sweep", count: world.capturesWaiting }];
}

/** When the week's recap is due: on Friday, at the time of the evening sweep where there is one. */
function recapAt({ settings, zone }: ReminderWorld, date: string): { friday: string; atMs: number } {
  const friday = addDays(weekOf(date), 4);
  return { friday, atMs: instantOf(friday, settings.sweepAt ?? usualRecapAt, zone) };
}

/** Once a week, from its time until the week is over. */
function recap(world: ReminderWorld, next: ReminderStateFields): DueReminder[] {
  const { nowMs, zone, recaps } = world;
  const { friday, atMs } = recapAt(world, localParts(nowMs, zone).date);
  if (recaps === 0 || nowMs < atMs || isDone(next.recapOn ?? null, friday)) return [];
  next.recapOn = friday;
  return isSilent(world, atMs) ? [] : [{ id: `recap:${friday}`, kind: "recap", count: recaps }];
}

/** Dates compare as text; somebody who flew west is not told twice of the same day. */
function isDone(last: string | null, date: string): boolean {
  return last !== null && last >= date;
}

function nextMoment(world: ReminderWorld, next: ReminderStateFields): number | null {
  const { nowMs, zone, settings } = world;
  const { date } = localParts(nowMs, zone);
  const daily = [settings.lookAheadAt, settings.sweepAt].flatMap((time) =>
    time === null ? [] : [instantOf(date, time, zone), instantOf(addDays(date, 1), time, zone)],
  );
  const weekly = world.recaps === 0 ? [] : [date, addDays(date, 7)].map((day) => recapAt(world, day).atMs);
  const leads = candidates(world).flatMap((event) =>
    settings.leadMinutes.map((minutes) => event.startMs - minutes * minuteMs),
  );
  const moments = [...daily, ...weekly, ...leads, ...Object.values(next.snoozed)].filter(
    (atMs) => atMs > nowMs,
  );
  return moments.length === 0 ? null : Math.min(...moments);
}
