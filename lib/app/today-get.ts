/** Today and the week around it: what is ahead, what waits to be captured, what is promised. */
import type { Commitment } from "../domain/commitment.ts";
import { dueOf } from "../domain/debrief/commitments.ts";
import { endOrStart } from "../domain/event.ts";
import type { IsoDate } from "../domain/event.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import { addDays, localParts, startOfDay, weekOf } from "../domain/local-time.ts";
import type { TodayView } from "../rpc/views.ts";
import { drainOutbox } from "./capture-drain.ts";
import type { Deps } from "./deps.ts";
import { viewWorld } from "./event-list.ts";
import { eventView } from "./event-view.ts";
import { loadQueue } from "./queue-load.ts";
import { readingView } from "./today-reading.ts";
import { capturesWaiting } from "./today-waiting.ts";

/** Commitments are shown from so many days before they fall due. */
const dueSoonDays = 2;

export async function todayGet(deps: Deps): Promise<TodayView> {
  await drainOutbox(deps);
  const nowMs = deps.clock.nowMs();
  const zone = deps.clock.zone();
  const world = await viewWorld(deps);
  const { date } = localParts(nowMs, zone);
  const loaded = await loadQueue(deps, world.settings);
  const [waiting, commitmentsDue] = await Promise.all([
    capturesWaiting(deps, world, loaded.judged),
    dueCommitments(deps, startOfDay(addDays(date, dueSoonDays), zone)),
  ]);
  const first = firstShownDay(date);
  const weekFrom = startOfDay(first, zone);
  const weekTo = startOfDay(addDays(first, 7), zone);
  const counting = loaded.judged.filter(
    (judged) => counts(judged) && touches(judged.record.facts.timing, weekFrom, weekTo),
  );
  const dayFrom = startOfDay(date, zone);
  const dayTo = startOfDay(addDays(date, 1), zone);
  return {
    nowMs,
    weekFromMs: weekFrom,
    week: counting.map((judged) => eventView(judged, world)),
    today: counting
      .filter(({ record }) => touches(record.facts.timing, dayFrom, dayTo))
      .map((judged) => eventView(judged, world)),
    capturesWaiting: waiting,
    commitmentsDue,
    nextSession: loaded.session === null ? null : eventView(loaded.session, world),
    queueCount: loaded.queue.items.length,
    flagsPerDay: world.settings.flagsPerDay,
    reading: readingView(world.sources, deps.locale),
  };
}

/** The week shown begins on Monday; on Saturday and Sunday with the day itself, to look into the week that comes. */
function firstShownDay(date: IsoDate): IsoDate {
  const monday = weekOf(date);
  return date >= addDays(monday, 5) ? date : monday;
}

/** Meetings the person takes part in; what is flagged counts whatever it is. */
function counts({ record, attending, flag }: JudgedEvent): boolean {
  return flag !== null || (attending && record.facts.kind === "event");
}

function touches(timing: JudgedEvent["record"]["facts"]["timing"], fromMs: number, toMs: number): boolean {
  const end = endOrStart(timing);
  return timing.startMs < toMs && (end > fromMs || timing.startMs >= fromMs);
}

/** Open commitments that fall due before `untilMs`, soonest first. */
async function dueCommitments(deps: Deps, untilMs: number): Promise<Commitment[]> {
  const open = (await deps.store.commitments.all()).filter(({ doneAtMs }) => doneAtMs === null);
  const bound = await deps.store.events.getMany(open.flatMap(({ eventKey }) => eventKey ?? []));
  const starts = new Map(
    bound.map(({ id, facts }) => [id, { title: facts.title, startMs: facts.timing.startMs }]),
  );
  return open
    .map((commitment) => ({ commitment, due: dueOf(commitment, starts) }))
    .filter(({ due }) => due !== null && due < untilMs)
    .toSorted((a, b) => (a.due ?? 0) - (b.due ?? 0))
    .map(({ commitment }) => commitment);
}
