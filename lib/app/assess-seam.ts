/** Stands in until stakes/assess.ts has landed. */
import type { Assessment, AssessmentContext } from "../domain/assessment.ts";
import type { EventFacts } from "../domain/event-record.ts";
import type { MeetingKind } from "../domain/plan.ts";

export const modelVersion = "seam";

export function assess(
  event: EventFacts & { seriesId: string | null },
  _context: AssessmentContext,
): Assessment {
  const isHigh = /\b(board|acquisition|investor|budget)\b/i.test(event.title);
  const isCoaching = /\bcoach/i.test(event.title);
  return {
    label: isCoaching ? "coaching" : isHigh ? "high-stakes" : "routine",
    domain: isHigh && !isCoaching ? "external-board-investor" : "none",
    stakes: isHigh ? 0.8 : 0.1,
    reasons: [],
  };
}

export function meetingKinds(_event: EventFacts): MeetingKind[] {
  return [];
}
