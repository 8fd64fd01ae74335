/**
 * Fading: how often a priority's reminder shows, from what was captured (product.md 4.4). A pure function of the
 * captures and now, so an undo, an edit or a late capture simply computes again. Must never count what was not
 * captured: what is not measured is not faded.
 *
 * Reading of the rules where the text leaves room: *partly* neither counts nor breaks a run, of successes or of
 * misses; at a change of level both runs begin again; after *owned*, the second miss running brings the weekly recap
 * back, and 28 days are counted anew from there.
 */
import type { Answer } from "../reflection.ts";

/** 0 every occasion, 1 every second, 2 high-stakes only, 3 weekly recap only, 4 owned. */
export type FadingLevel = 0 | 1 | 2 | 3 | 4;

/** One answered occasion; `atMs` is the event's start, however late it was captured. */
export interface FadingCapture {
  atMs: number;
  eventKey: string;
  answer: Answer;
}

export interface FadingState {
  level: FadingLevel;
  /** Successes running at this level. */
  run: number;
  /** Misses running at this level: 0 or 1, at level 0 any number. */
  misses: number;
  /** Event time of the capture (or the moment) that brought this level; `null` when it was there from the start. */
  sinceMs: number | null;
  /** Captures at this level, *did*, *partly* and *missed*. */
  captures: number;
}

/** Successes in a row that lead on from a level. */
export const runNeeded = { 0: 3, 1: 3, 2: 4 } as const;
export const heldDays = 28;
export const heldCaptures = 2;
const heldMs = heldDays * 86_400_000;

/** The level a priority stands at, beginning at `from`. Captures may come in any order; later than now are ignored. */
export function fade(captures: readonly FadingCapture[], nowMs: number, from: FadingLevel = 0): FadingState {
  let state = entered(from, null);
  const inOrder = captures
    .filter((capture) => capture.atMs <= nowMs && capture.answer !== "not-applicable")
    .toSorted((a, b) => a.atMs - b.atMs || (a.eventKey < b.eventKey ? -1 : 1));
  for (const capture of inOrder) {
    state = step(ownedIfHeld(state, capture.atMs), capture);
    // Reached only now: the 28 days were over and this was the second capture.
    if (ownedIfHeld(state, capture.atMs).level !== state.level) state = entered(4, capture.atMs);
  }
  return ownedIfHeld(state, nowMs);
}

function entered(level: FadingLevel, sinceMs: number | null): FadingState {
  return { level, run: 0, misses: 0, sinceMs, captures: 0 };
}

function step(state: FadingState, capture: FadingCapture): FadingState {
  // Someone may begin at weekly recap (`from`): the first capture starts its 28 days.
  const sinceMs = state.sinceMs ?? (state.level === 3 ? capture.atMs : null);
  const next = { ...state, sinceMs, captures: state.captures + 1 };
  switch (capture.answer) {
    case "did": {
      const run = state.run + 1;
      const { level } = state;
      if (level < 3 && run >= runNeeded[level as 0 | 1 | 2]) return entered(raised(level), capture.atMs);
      return { ...next, run, misses: 0 };
    }
    case "missed": {
      const misses = state.misses + 1;
      if (misses >= 2 && state.level > 0) return entered(lowered(state.level), capture.atMs);
      return { ...next, run: 0, misses };
    }
    case "partly":
    case "not-applicable":
      return next;
    default:
      return capture.answer satisfies never;
  }
}

/** Weekly recap held for 28 days with two captures is owned. */
function ownedIfHeld(state: FadingState, atMs: number): FadingState {
  if (state.level !== 3 || state.sinceMs === null || state.captures < heldCaptures) return state;
  const held = state.sinceMs + heldMs;
  return held <= atMs ? entered(4, held) : state;
}

function raised(level: FadingLevel): FadingLevel {
  return Math.min(level + 1, 4) as FadingLevel; // between 0 and 4
}

function lowered(level: FadingLevel): FadingLevel {
  return Math.max(level - 1, 0) as FadingLevel; // between 0 and 4
}

/**
 * True when an occasion gets its reminder. `index` counts the occasions of the priority since the level was reached,
 * from 0: at level 1 the first is left out and the second is reminded of.
 */
export function isRemindedAt(level: FadingLevel, index: number, highStakes: boolean): boolean {
  if (level === 0) return true;
  if (level === 1) return index % 2 === 1;
  return level === 2 && highStakes;
}
