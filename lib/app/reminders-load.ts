/** Gathers what reminders depend on: events ahead, plans, fading levels, absences, captures waiting, what was settled. */
import { isRemindedAt } from "../domain/fading/fading.ts";
import type { FadingState } from "../domain/fading/fading.ts";
import { isAttending } from "../domain/event.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import type { Priority } from "../domain/plan.ts";
import { lateCaptureHours } from "../domain/reflection.ts";
import { noReminders } from "../domain/reminder-state.ts";
import type { Settings } from "../domain/settings.ts";
import { remindersId } from "../store/collections/reminders.ts";
import { planFor } from "./capture-file.ts";
import { captureSlot, endedMs, prioritiesFor } from "./capture-slots.ts";
import type { Deps } from "./deps.ts";
import { loadJudged } from "./judged-events.ts";
import { fadingOf } from "./plan-progress.ts";
import type { ReminderEvent, ReminderWorld } from "./reminders-due.ts";
import { readSettings } from "./settings-read.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const recapLevel = 3;
/** How far back occasions are counted for "every second". */
const countedDays = 120;

export async function loadReminderWorld(deps: Deps): Promise<ReminderWorld> {
  const nowMs = deps.clock.nowMs();
  const settings = await readSettings(deps.store);
  const longestLead = Math.max(0, ...settings.leadMinutes) * 60_000;
  const fromMs = nowMs - (lateCaptureHours + 24) * hourMs;
  const [judged, priorities, reflections, state] = await Promise.all([
    loadJudged(deps, fromMs, nowMs + longestLead + 2 * dayMs, settings),
    deps.store.priorities.all(),
    deps.store.reflections.where("start", { from: nowMs - 30 * dayMs }),
    deps.store.reminders.get(remindersId),
  ]);
  const world = { priorities, settings, nowMs };
  const faded = await fadingLevels(deps, judged, world);
  return {
    nowMs,
    zone: deps.clock.zone(),
    settings,
    events: judged.filter(({ attending }) => attending).flatMap((one) => reminderEvent(one, world, faded)),
    away: judged.filter(isAbsence).map((one) => ({
      fromMs: one.record.facts.timing.startMs,
      toMs: endedMs(one),
    })),
    capturesWaiting: judged.filter(
      (one) => captureSlot(one, priorities, reflections, settings, nowMs).offered,
    ).length,
    recaps: await countRecaps(deps, priorities, nowMs),
    state: state ?? noReminders,
  };
}

/** How many priorities stand at the weekly recap. */
async function countRecaps(deps: Deps, priorities: readonly Priority[], nowMs: number): Promise<number> {
  const levels = await Promise.all(
    priorities.map(async ({ id }) => {
      const captures = await deps.store.reflections.where("priority", { is: id });
      return fadingOf(captures, nowMs).level;
    }),
  );
  return levels.filter((level) => level === recapLevel).length;
}

interface World {
  priorities: readonly Priority[];
  settings: Settings;
  nowMs: number;
}

/** The level of a priority, and the keys of its occasions since it was reached, in order. */
interface Faded {
  state: FadingState;
  occasions: string[];
}

function firstPriority(judged: JudgedEvent, world: World): Priority | null {
  return prioritiesFor(judged, world.priorities, world.settings)[0]?.priority ?? null;
}

function reminderEvent(
  judged: JudgedEvent,
  world: World,
  faded: ReadonlyMap<string, Faded>,
): ReminderEvent[] {
  const { record, flag, mark } = judged;
  const { timing } = record.facts;
  const priority = firstPriority(judged, world);
  const flagged = flag === "high-stakes";
  if (flag === "coaching" || (!flagged && (priority === null || mark?.kind === "ordinary"))) return [];
  const known = priority === null ? undefined : faded.get(priority.id);
  const reminded =
    known === undefined || isRemindedAt(known.state.level, known.occasions.indexOf(record.id), flagged);
  return [
    {
      eventKey: record.id,
      startMs: timing.startMs,
      endMs: endedMs(judged),
      allDay: timing.kind === "all-day",
      flagged,
      reminded,
      plan: priority === null ? null : planFor(priority, judged),
    },
  ];
}

/** Levels of the priorities that events ahead could remind of; those of others are not asked for. */
async function fadingLevels(
  deps: Deps,
  judged: readonly JudgedEvent[],
  world: World,
): Promise<Map<string, Faded>> {
  const ahead = judged.filter((one) => one.record.facts.timing.startMs > world.nowMs);
  const wanted = new Set(ahead.flatMap((one) => firstPriority(one, world)?.id ?? []));
  const faded = new Map<string, Faded>();
  for (const id of wanted) {
    const captures = await deps.store.reflections.where("priority", { is: id });
    const state = fadingOf(captures, world.nowMs);
    faded.set(id, {
      state,
      occasions: state.level === 1 ? await occasionsSince(deps, id, state, world) : [],
    });
  }
  return faded;
}

async function occasionsSince(deps: Deps, id: string, state: FadingState, world: World): Promise<string[]> {
  const fromMs = Math.max(state.sinceMs ?? 0, world.nowMs - countedDays * dayMs);
  const toMs = world.nowMs + 9 * dayMs;
  const events = await loadJudged(deps, fromMs, toMs, world.settings);
  return events
    .filter((one) => one.record.facts.timing.startMs > fromMs && one.attending)
    .filter((one) => firstPriority(one, world)?.id === id)
    .map((one) => one.record.id);
}

/** Out of office by kind or by what the event says of the person's availability. */
function isAbsence({ record }: JudgedEvent): boolean {
  const { facts } = record;
  return isAttending(facts) && (facts.kind === "out-of-office" || facts.availability === "out-of-office");
}
