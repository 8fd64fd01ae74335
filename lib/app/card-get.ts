/**
 * The card of one event: what the person needs in ten seconds. Made for the calendar page too, so it must never carry
 * reflection text, the *from* side of a priority, or anybody's address.
 */
import type { JudgedEvent } from "../domain/judgement.ts";
import type { PriorityMatch } from "../domain/matching.ts";
import { choosePromptsInSeries } from "../domain/prompts/choose.ts";
import type { Phase } from "../domain/prompts/library.ts";
import { cannotBeUndone } from "../domain/prompts/one-way.ts";
import type { Settings } from "../domain/settings.ts";
import type { Input } from "../rpc/contract.ts";
import type { CardView, PromptView } from "../rpc/views.ts";
import { cardBefore, cardDue, cardRoom } from "./card-facts.ts";
import { planFor } from "./capture-file.ts";
import { captureSlot, prioritiesFor } from "./capture-slots.ts";
import { drainOutbox } from "./capture-drain.ts";
import type { Deps } from "./deps.ts";
import { viewWorld } from "./event-list.ts";
import { reasonTexts } from "./event-view.ts";
import type { ViewWorld } from "./event-view.ts";
import { loadJudgedEvent } from "./judged-events.ts";
import { rehearsalsFor } from "./plan-rehearse.ts";
import { loadQueue } from "./queue-load.ts";
import { dayText, say } from "./queue-say.ts";

/** The card for a calendar page or the side panel; `null` for an event that is not known. */
export async function cardGet(deps: Deps, input: Input<"page.card">): Promise<CardView | null> {
  await drainOutbox(deps);
  const judged = await loadJudgedEvent(deps, input.eventKey);
  return judged === null ? null : cardOf(deps, judged, await viewWorld(deps));
}

export type CardWorld = ViewWorld & { settings: Settings };

/** Until an engagement says otherwise, the daily loop runs in phase 4, practice. */
const assumedPhase: Phase = 4;

export async function cardOf(deps: Deps, judged: JudgedEvent, world: CardWorld): Promise<CardView> {
  const { record, flag, marked } = judged;
  const { timing } = record.facts;
  const match = prioritiesFor(judged, world.priorities, world.settings)[0] ?? null;
  const reflections = await deps.store.reflections.where("event", { is: record.id });
  const slot = captureSlot(judged, world.priorities, reflections, world.settings, deps.clock.nowMs());
  const isPrepared = flag !== null || match !== null;
  return {
    eventKey: record.id,
    seriesKey: record.seriesKey,
    flag,
    marked,
    stakes: Math.round(judged.stakes * 100),
    startMs: timing.startMs,
    endMs: timing.endMs,
    reasons: isPrepared ? reasonTexts(judged, world) : [],
    priority: match === null || flag === "coaching" ? null : priorityPart(deps, match),
    plan: match === null || flag === "coaching" ? null : planPart(deps, judged, match),
    prompts: isPrepared ? await promptsFor(deps, judged) : [],
    before: isPrepared ? await cardBefore(deps, judged) : null,
    room: isPrepared ? cardRoom(deps, judged, world.settings) : [],
    due: await cardDue(deps, judged),
    session: flag === "coaching" ? await sessionPart(deps, world.settings) : null,
    capture: slot.offered || slot.capture.answer !== null ? slot.capture : null,
    canMark: flag !== "high-stakes" && record.facts.status !== "cancelled",
    canUnmark: flag !== null,
  };
}

function priorityPart(deps: Deps, { priority, by, why }: PriorityMatch): CardView["priority"] {
  const params = { ...why };
  for (const list of ["domain", "kind"] as const) {
    const value = params[list];
    if (value !== undefined) params[list] = say(deps, { code: `${list}.${value}`, params: {} });
  }
  return {
    id: priority.id,
    name: priority.name,
    to: priority.to,
    why: say(deps, { code: `match.${by}`, params }),
  };
}

function planPart(deps: Deps, judged: JudgedEvent, { priority }: PriorityMatch): CardView["plan"] {
  const plan = planFor(priority, judged);
  if (plan === null) return null;
  const adapted = priority.adaptations.findLast((one) => one.plan === plan);
  const rehearsed = rehearsalsFor(priority, judged.record.id);
  const by =
    adapted === undefined
      ? say(deps, { code: "plan.byYou", params: { priority: priority.name } })
      : say(deps, {
          code: `plan.adapted.${adapted.scope.kind}`,
          params: { on: dayText(deps, adapted.adaptedAtMs) },
        });
  return { ...plan, by, rehearsedAtMs: rehearsed.at(-1)?.atMs ?? null, rehearsals: rehearsed.length };
}

/** Prompts of the domain's library; a session is asked about the session, whatever else it looks like. */
async function promptsFor(deps: Deps, judged: JudgedEvent): Promise<PromptView[]> {
  const { record, flag } = judged;
  const { startMs } = record.facts.timing;
  const series =
    record.seriesKey === null ? [] : await deps.store.events.where("series", { is: record.seriesKey });
  const earlier = series
    .filter(({ facts }) => facts.timing.startMs < startMs)
    .toSorted((a, b) => a.facts.timing.startMs - b.facts.timing.startMs)
    .slice(-8)
    .map(({ id }) => id);
  const context = {
    eventKey: record.id,
    label:
      flag === "high-stakes"
        ? ("high-stakes" as const)
        : flag === "coaching"
          ? ("coaching" as const)
          : judged.label,
    domain: judged.domain,
    kinds: record.kinds,
    oneWay: cannotBeUndone(judged.reasons),
    minutesLeft: (startMs - deps.clock.nowMs()) / 60_000,
    phase: assumedPhase,
  };
  return choosePromptsInSeries(context, earlier).map(({ id, author, why, evidence }) => ({
    text: say(deps, { code: `prompt.${id}`, params: {} }),
    by: say(deps, {
      code: "prompt.by",
      params: {
        author: say(deps, { code: `prompt.author.${author}`, params: {} }),
        why: say(deps, { code: `prompt.why.${why}`, params: {} }),
      },
    }),
    ...(evidence === undefined ? {} : { evidence: say(deps, { code: `evidence.${evidence}`, params: {} }) }),
  }));
}

/** For a session: counts, and of the first topics the title, the time and the outcome. */
async function sessionPart(deps: Deps, settings: Settings): Promise<CardView["session"]> {
  const { items } = (await loadQueue(deps, settings)).queue;
  const proposed = items.filter(({ section }) => section === "proposed");
  return {
    total: items.length,
    due: items.filter(({ section }) => section === "commitments").length,
    first: proposed.map(({ title, whenMs, answer }) => ({ title, startMs: whenMs ?? 0, answer })),
    folded: items.filter(({ section }) => section === "folded").length,
  };
}
