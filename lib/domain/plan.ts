/**
 * Development priorities: a behaviour shift from -> to, the situations where it must show, the if-then plan.
 * At most three at a time. Matching of priorities to events lives in matching.ts.
 */
import type { DecisionDomain } from "./assessment.ts";
import type { RecordBase } from "./record.ts";

export const meetingKinds = [
  "one-to-one",
  "team-meeting",
  "board",
  "committee",
  "negotiation",
  "interview",
  "presentation",
  "review",
  "workshop",
  "external",
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Where a priority applies, in calendar terms. An event matches when any of the lists matches and no exclusion does. */
export interface Situation {
  domains: DecisionDomain[];
  kinds: MeetingKind[];
  /** Ids of known people, or names/addresses as typed. */
  people: string[];
  words: string[];
  notWords: string[];
  /** Series keys chosen by hand: the most specific match there is. */
  series: string[];
}

export interface IfThenPlan {
  if: string;
  then: string;
}

/** An if-then plan adapted to one event or series. */
export interface PlanAdaptation {
  scope: { kind: "event" | "series"; key: string };
  plan: IfThenPlan;
  adaptedAtMs: number;
}

export interface Priority extends RecordBase {
  /** Short name, "Ask first". */
  name: string;
  from: string;
  to: string;
  /** Strategic outcome it serves; may be empty. */
  outcome: string;
  /** Business impact expected; may be empty. */
  impact: string;
  situation: Situation;
  plan: IfThenPlan | null;
  adaptations: PlanAdaptation[];
  /** When the person rehearsed the plan, newest last, and for which event. */
  rehearsals: { eventKey: string | null; atMs: number }[];
  /** The person's own order, 0 first. */
  order: number;
  /** Which starter priority it began as, if any. */
  starterId: string | null;
}

export const maxPriorities = 3;
