/**
 * Which events keep a high-stakes flag: at most so many a day and a week, the highest first, the person's own marks
 * before everything. Coaching sessions are no flags and have no cap (sessions.ts).
 */
import type { CalendarEvent, Timing } from "./event.ts";
import type { Label } from "./assessment.ts";
import type { MarkKind } from "./mark.ts";
import { dayOfTiming, weekOf } from "./local-time.ts";

/** What is asked of an event. `mark` is the person's word on it or on its series, `null` without one. */
export type FlagCandidate = Pick<CalendarEvent, "status" | "answer" | "kind" | "availability"> & {
  eventKey: string;
  timing: Timing;
  label: Label;
  /** 0 to 1. */
  stakes: number;
  mark: MarkKind | null;
};

export interface FlagCaps {
  perDay: number;
  perWeek: number;
  /** IANA name of the person's zone: it cuts days and weeks (from Monday). */
  zone: string;
}

/**
 * Keys of the events that are flagged. Candidates must be all events of the weeks in question, or the caps cannot
 * know what else is there. A marked event is never dropped but takes a place; the order of candidates has no effect.
 */
export function chooseFlags(candidates: readonly FlagCandidate[], caps: FlagCaps): Set<string> {
  const chosen = new Set<string>();
  const perDay = new Map<string, number>();
  const perWeek = new Map<string, number>();
  for (const candidate of candidates.filter(mayBeFlagged).toSorted(byClaim)) {
    const day = dayOfTiming(candidate.timing, caps.zone);
    const week = weekOf(day);
    const onDay = perDay.get(day) ?? 0;
    const inWeek = perWeek.get(week) ?? 0;
    if (!isMarked(candidate) && (onDay >= caps.perDay || inWeek >= caps.perWeek)) continue;
    chosen.add(candidate.eventKey);
    perDay.set(day, onDay + 1);
    perWeek.set(week, inWeek + 1);
  }
  return chosen;
}

function isMarked(candidate: FlagCandidate): boolean {
  return candidate.mark === "high-stakes";
}

/** A mark wins over everything but a cancellation: what will not take place cannot be prepared. */
function mayBeFlagged(candidate: FlagCandidate): boolean {
  if (candidate.status === "cancelled") return false;
  if (candidate.mark !== null && candidate.mark !== "not-coaching") return isMarked(candidate);
  return (
    candidate.label === "high-stakes" &&
    candidate.answer !== "declined" &&
    candidate.kind === "event" &&
    candidate.availability !== "out-of-office"
  );
}

function byClaim(a: FlagCandidate, b: FlagCandidate): number {
  return (
    Number(isMarked(b)) - Number(isMarked(a)) ||
    b.stakes - a.stakes ||
    a.timing.startMs - b.timing.startMs ||
    (a.eventKey < b.eventKey ? -1 : 1)
  );
}
