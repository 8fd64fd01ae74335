/**
 * The events of a stretch of time as they are to be shown: assessed with today's knowledge, marks heard, flags capped.
 * The one way for use cases to get at events.
 */
import { addDays, localParts, startOfDay, weekOf } from "../domain/local-time.ts";
import { judgeEvents } from "../domain/judgement.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import { endOrStart, isIncluded } from "../domain/event.ts";
import type { Settings } from "../domain/settings.ts";
import { eventByKey, eventsBetween } from "../store/collections/events.ts";
import { assessorFor, reassessed } from "./assessing.ts";
import type { Deps } from "./deps.ts";
import { readSettings } from "./settings-read.ts";

/** Events that touch [fromMs, toMs), by start. Reads the whole weeks around, because flags are capped by week. */
export async function loadJudged(
  deps: Pick<Deps, "store" | "clock">,
  fromMs: number,
  toMs: number,
  settings?: Settings,
): Promise<JudgedEvent[]> {
  const zone = deps.clock.zone();
  const weeks = wholeWeeks(fromMs, toMs, zone);
  const [known, records, marks] = await Promise.all([
    settings ?? readSettings(deps.store),
    eventsBetween(deps.store.events, weeks.fromMs, weeks.toMs),
    deps.store.marks.all(),
  ]);
  const assessor = assessorFor(known);
  const counting = records.filter(({ facts }) => isIncluded(facts.calendar, known.includedCalendars));
  const fresh = counting.map((record) => reassessed(record, assessor));
  const caps = { perDay: known.flagsPerDay, perWeek: known.flagsPerWeek, zone };
  return judgeEvents(fresh, marks, caps).filter(({ record }) => {
    const { startMs } = record.facts.timing;
    const end = endOrStart(record.facts.timing);
    return startMs < toMs && (end > fromMs || (end === startMs && startMs >= fromMs));
  });
}

/** One event, by its key or a former one, judged among the others of its week; `null` when it is not known. */
export async function loadJudgedEvent(
  deps: Pick<Deps, "store" | "clock">,
  eventKey: string,
): Promise<JudgedEvent | null> {
  const [record, settings] = await Promise.all([
    eventByKey(deps.store.events, eventKey),
    readSettings(deps.store),
  ]);
  if (record === null) return null;
  const { startMs } = record.facts.timing;
  const around = await loadJudged(
    deps,
    startMs,
    Math.max(endOrStart(record.facts.timing), startMs + 1),
    settings,
  );
  return around.find((judged) => judged.record.id === record.id) ?? null;
}

function wholeWeeks(fromMs: number, toMs: number, zone: string): { fromMs: number; toMs: number } {
  const first = weekOf(localParts(fromMs, zone).date);
  const afterLast = addDays(weekOf(localParts(toMs, zone).date), 7);
  return { fromMs: startOfDay(first, zone), toMs: startOfDay(afterLast, zone) };
}
