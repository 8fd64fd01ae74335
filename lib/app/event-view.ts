/** An event as surfaces show it: reasons in words, the priorities that apply, the plan that stands. */
import { app } from "../base/messages/en/app.ts";
import { reasons as reasonWords } from "../base/messages/en/reasons.ts";
import { translator } from "../base/messages/messages.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import type { Priority } from "../domain/plan.ts";
import type { Settings } from "../domain/settings.ts";
import type { Source } from "../domain/source.ts";
import type { EventView } from "../rpc/views.ts";
import { planFor } from "./capture-file.ts";
import { prioritiesFor } from "./capture-slots.ts";
import { reasonSentence } from "./reason-texts.ts";

/** What views need to know besides the events. */
export interface ViewWorld {
  priorities: readonly Priority[];
  settings: Pick<Settings, "people">;
  sources: readonly Source[];
  locale: string;
}

/** How many reasons are shown. */
const shownReasons = 3;

export function eventView(judged: JudgedEvent, world: ViewWorld): EventView {
  const { record, flag, marked, label, domain, attending } = judged;
  const { timing } = record.facts;
  const matches = prioritiesFor(judged, world.priorities, world.settings);
  const priority = matches[0]?.priority ?? null;
  const plan = priority === null ? null : planFor(priority, judged);
  return {
    eventKey: record.id,
    seriesKey: record.seriesKey,
    title: record.facts.title,
    startMs: timing.startMs,
    endMs: timing.endMs,
    allDay: timing.kind === "all-day",
    flag,
    marked,
    label,
    domain,
    stakes: Math.round(judged.stakes * 100),
    reasons: reasonTexts(judged, world),
    priorities: matches.map(({ priority: { id, name } }) => ({ id, name })),
    plan: plan === null ? null : { ...plan, by: translator(app, world.locale)("by.you") },
    attending,
    lastSeenAtMs: record.lastSeenAtMs,
    sources: sourceNames(judged, world),
  };
}

/** The top reasons in plain words: the person's mark, then what speaks for the label, then a priority that applies. */
export function reasonTexts(judged: JudgedEvent, world: ViewWorld): string[] {
  const t = translator(app, world.locale);
  const say = translator(reasonWords, world.locale);
  const recognised = judged.reasons
    .filter(({ weight }) => weight > 0)
    .flatMap((reason) => reasonSentence(reason, say) ?? []);
  const match = prioritiesFor(judged, world.priorities, world.settings)[0];
  return [
    ...(judged.mark === null ? [] : [t("reason.marked")]),
    ...new Set(recognised),
    ...(match === undefined ? [] : [t("reason.priority", { name: match.priority.name })]),
  ].slice(0, shownReasons);
}

function sourceNames(judged: JudgedEvent, world: ViewWorld): string[] {
  const ids = new Set(judged.record.sightings.map(({ event }) => event.sourceId));
  return world.sources.filter((source) => ids.has(source.id)).map((source) => source.name);
}
