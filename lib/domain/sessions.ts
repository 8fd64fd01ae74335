/** Coaching sessions found in the calendar: which they are, which comes next, which was last. */
import type { CalendarEvent, Timing } from "./event.ts";
import { endOrStart, isAttending } from "./event.ts";
import type { Label } from "./assessment.ts";
import type { MarkKind } from "./mark.ts";

export type SessionCandidate = Pick<CalendarEvent, "status" | "answer"> & {
  eventKey: string;
  timing: Timing;
  label: Label;
  mark: MarkKind | null;
};

/** True for a coaching session that takes place; the person's mark wins over the label. */
export function isSession(event: Pick<SessionCandidate, "status" | "answer" | "label" | "mark">): boolean {
  if (!isAttending(event)) return false;
  if (event.mark === "coaching") return true;
  if (event.mark === "not-coaching" || event.mark === "ordinary") return false;
  return event.label === "coaching";
}

/** Sessions in order of time. */
export function sessions<E extends SessionCandidate>(events: readonly E[]): E[] {
  return events.filter(isSession).toSorted((a, b) => a.timing.startMs - b.timing.startMs);
}

/** The session that is running or comes next; `null` when none is known. */
export function nextSession<E extends SessionCandidate>(events: readonly E[], nowMs: number): E | null {
  return sessions(events).find((event) => endOrStart(event.timing) > nowMs) ?? null;
}

/** When the sessions that are over ended, ms, oldest first. */
export function sessionEnds(events: readonly SessionCandidate[], nowMs: number): number[] {
  return sessions(events)
    .map((event) => endOrStart(event.timing))
    .filter((end) => end <= nowMs)
    .toSorted((a, b) => a - b);
}
