/**
 * What the executive records about one event: one click is complete, everything else is optional.
 * A reflection is for one event and one priority (or for none: "Did you lead it as you intended?").
 */
import type { DecisionDomain, Label } from "./assessment.ts";
import type { IfThenPlan } from "./plan.ts";
import type { RecordBase, SharingClass } from "./record.ts";

export const answers = ["did", "partly", "missed", "not-applicable"] as const;
/** `not-applicable` is shown as "did not come up". */
export type Answer = (typeof answers)[number];

/** The event as it stood when it was captured: the calendar may forget, the reflection does not. */
export interface EventSnapshot {
  title: string;
  startMs: number;
  endMs: number | null;
  seriesKey: string | null;
  label: Label;
  domain: DecisionDomain | "none";
  /** 0 to 100, as at the event's start. */
  stakes: number;
  people: string[];
}

export interface Reflection extends RecordBase {
  eventKey: string;
  priorityId: string | null;
  answer: Answer;
  answeredAtMs: number;
  /** Captured more than two hours after the event's end (possible for 48 hours). */
  late: boolean;
  event: EventSnapshot;
  /** The if-then plan that was in front of the person, if any. */
  plan: IfThenPlan | null;
  /** "Did I do my best to ...", 0 to 10. */
  effort: number | null;
  /** Outcome against expectation, -2 to +2. */
  outcome: number | null;
  nextTime: string;
  surprised: string;
  decisionTaken: string;
  whoNoticed: string;
  energy: "low" | "even" | "high" | null;
  bringToSession: boolean;
  sharing: SharingClass;
}

/** A capture waiting to be filed: no title and no words, so it may lie in extension storage. */
export interface OutboxEntry {
  id: string;
  eventKey: string;
  priorityId: string | null;
  answer: Answer;
  atMs: number;
}

/** How long after its end an event can still be captured. */
export const lateCaptureHours = 48;
/** From when on a capture is marked late. */
export const lateAfterHours = 2;
