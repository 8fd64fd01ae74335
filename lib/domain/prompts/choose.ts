/**
 * Which prompts a meeting gets: at most three that fit, never the same three again in a series while others fit.
 * Deterministic, so a card shows the same prompts however often it is opened.
 */
import type { DecisionDomain, Label } from "../assessment.ts";
import type { MeetingKind } from "../plan.ts";
import { prompts } from "./library.ts";
import type { Phase, Prompt, TimeLeft } from "./library.ts";

export interface PromptContext {
  eventKey: string;
  label: Label;
  domain: DecisionDomain | "none";
  kinds: readonly MeetingKind[];
  oneWay: boolean;
  /** Until it begins; 0 or less while it runs. */
  minutesLeft: number;
  phase: Phase;
}

export const maxPrompts = 3;

/** Bands of the time that is left. */
export function timeLeftOf(minutesLeft: number): TimeLeft {
  if (minutesLeft <= 30) return "soon";
  return minutesLeft < 24 * 60 ? "hours" : "days";
}

/** At most three prompts. `shown` counts how often each was shown before in this series. */
export function choosePrompts(
  context: PromptContext,
  shown: ReadonlyMap<string, number> = new Map(),
  library: readonly Prompt[] = prompts,
): Prompt[] {
  const ranked = library
    .filter((prompt) => fits(prompt, context))
    .map((prompt) => ({
      prompt,
      special: specificity(prompt),
      turn: hash(`${context.eventKey}\n${prompt.id}`),
    }))
    .toSorted((a, b) => b.special - a.special || a.turn - b.turn || (a.prompt.id < b.prompt.id ? -1 : 1))
    .map(({ prompt }) => prompt);
  const timesShown = (prompt: Prompt) => shown.get(prompt.id) ?? 0;
  return [...new Set(ranked.map(timesShown))]
    .toSorted((a, b) => a - b)
    .flatMap((times) => varied(ranked.filter((prompt) => timesShown(prompt) === times)))
    .slice(0, maxPrompts);
}

/**
 * The prompts of an occurrence of a series, given the keys of the occurrences before it, oldest first: what those
 * were shown comes last. Nothing has to be remembered; the past is computed again.
 */
export function choosePromptsInSeries(context: PromptContext, earlierKeys: readonly string[]): Prompt[] {
  const shown = new Map<string, number>();
  for (const eventKey of earlierKeys)
    for (const { id } of choosePrompts({ ...context, eventKey }, shown))
      shown.set(id, (shown.get(id) ?? 0) + 1);
  return choosePrompts(context, shown);
}

function fits(prompt: Prompt, context: PromptContext): boolean {
  return (
    holds(prompt.label, context.label) &&
    holds<DecisionDomain | "none">(prompt.domains, context.domain) &&
    (prompt.kinds === undefined || prompt.kinds.some((kind) => context.kinds.includes(kind))) &&
    holds(prompt.time, timeLeftOf(context.minutesLeft)) &&
    holds(prompt.phases, context.phase) &&
    (prompt.oneWay === undefined || prompt.oneWay === context.oneWay)
  );
}

function holds<T>(list: readonly T[] | undefined, value: T): boolean {
  return list === undefined || list.includes(value);
}

/** How closely a prompt is cut to its meeting. */
function specificity(prompt: Prompt): number {
  return (
    (prompt.domains === undefined ? 0 : 2) +
    (prompt.kinds === undefined ? 0 : 2) +
    (prompt.oneWay === true ? 3 : 0) +
    (prompt.phases?.length === 1 ? 3 : 0) +
    (prompt.time?.length === 1 ? 1 : 0)
  );
}

/** The same order, but a second prompt for the same reason waits until every other reason had its turn. */
function varied(ranked: readonly Prompt[]): Prompt[] {
  const seen = new Set<string>();
  const first: Prompt[] = [];
  const later: Prompt[] = [];
  for (const prompt of ranked) {
    (seen.has(prompt.why) ? later : first).push(prompt);
    seen.add(prompt.why);
  }
  return [...first, ...later];
}

/** FNV-1a with a closing mix (so that keys that differ early still order differently), 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
