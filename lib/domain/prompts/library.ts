/**
 * The prompts Throughline offers before a meeting, as data: when each fits, why it is shown, and the fact behind it
 * where product.md 9 has one. The words are the catalogue's (`prompt.<id>`, `prompt.why.<why>`, `evidence.<id>`).
 * Must never hold a sentence, and never a prompt that judges the person.
 */
import type { DecisionDomain, Label } from "../assessment.ts";
import type { MeetingKind } from "../plan.ts";

/** How long until it begins: a day or more, hours, half an hour or less (and while it runs). */
export const timesLeft = ["days", "hours", "soon"] as const;
export type TimeLeft = (typeof timesLeft)[number];

/** Phase of the engagement, 1 contracting to 6 sustainability (product.md 3). */
export type Phase = 1 | 2 | 3 | 4 | 5 | 6;

export const evidenceIds = [
  "rehearsal",
  "recording",
  "pre-mortem",
  "decision-record",
  "doors",
  "follow-up",
  "calendar",
  "session-shape",
  "active-question",
  "debrief",
] as const;
export type EvidenceId = (typeof evidenceIds)[number];

/** Every list that is given must hold for the meeting; what is left out holds always. */
export interface Prompt {
  id: string;
  author: "throughline";
  why: string;
  label?: Label[];
  domains?: DecisionDomain[];
  kinds?: MeetingKind[];
  time?: TimeLeft[];
  phases?: Phase[];
  /** True: only where the decision cannot be undone; false: only where it can, or nobody knows. */
  oneWay?: boolean;
  evidence?: EvidenceId;
}

const early: TimeLeft[] = ["days", "hours"];

function decision(id: string, why: string, more: Partial<Prompt> = {}): Prompt {
  return { id, author: "throughline", why, label: ["high-stakes"], ...more };
}

function inDomain(id: string, domain: DecisionDomain, more: Partial<Prompt> = {}): Prompt {
  return decision(id, `domain.${domain}`, { domains: [domain], ...more });
}

function ofKind(id: string, kind: MeetingKind, more: Partial<Prompt> = {}): Prompt {
  return {
    id,
    author: "throughline",
    why: `kind.${kind}`,
    label: ["high-stakes", "routine"],
    kinds: [kind],
    ...more,
  };
}

function session(id: string, why: string, more: Partial<Prompt> = {}): Prompt {
  return { id, author: "throughline", why, label: ["coaching"], ...more };
}

export const prompts: readonly Prompt[] = [
  decision("undo", "one-way", { oneWay: true, time: early, evidence: "doors" }),
  decision("mistake", "one-way", { oneWay: true, time: early, evidence: "pre-mortem" }),
  decision("dissent", "one-way", { oneWay: true }),
  decision("small-step", "decision", { oneWay: false, time: early, evidence: "doors" }),
  decision("failed", "decision", { oneWay: false, time: early, evidence: "pre-mortem" }),
  decision("seventy", "decision", { oneWay: false, evidence: "doors" }),
  decision("expect", "decision", { time: early, evidence: "decision-record" }),
  decision("owner", "decision"),
  decision("missing-voice", "decision"),
  decision("rehearse", "soon", { time: ["soon"], evidence: "rehearsal" }),
  decision("first-sentence", "soon", { time: ["soon"] }),
  decision("best-to", "soon", { time: ["soon"], evidence: "active-question" }),

  inDomain("same-money", "capital-allocation", { time: early }),
  inDomain("stop-figure", "capital-allocation"),
  inDomain("start-today", "capital-allocation"),
  inDomain("seen-behaviour", "talent-direction"),
  inDomain("criterion-first", "talent-direction", { time: early }),
  inDomain("hear-first", "talent-direction"),
  inDomain("unsaid", "executive-team-effectiveness"),
  inDomain("needs-all", "executive-team-effectiveness", { time: early }),
  inDomain("two-wants", "executive-team-effectiveness"),
  inDomain("announce", "enterprise-risk"),
  inDomain("assumption", "enterprise-risk", { time: early }),
  inDomain("from-you", "enterprise-risk"),
  inDomain("stop-for-it", "strategic-execution"),
  inDomain("ninety-days", "strategic-execution"),
  inDomain("which-goal", "strategic-execution", { time: early, evidence: "calendar" }),
  inDomain("leave-with", "external-board-investor"),
  inDomain("say-at-home", "external-board-investor"),
  inDomain("before-figures", "external-board-investor", { time: early }),

  ofKind("want-from-board", "board", { time: early }),
  ofKind("hoped-not-asked", "board"),
  ofKind("two-minutes", "board"),
  ofKind("committee-ready", "committee"),
  ofKind("their-half", "one-to-one"),
  ofKind("leave-with-them", "one-to-one"),
  ofKind("one-suggestion", "one-to-one", { phases: [4, 5, 6], evidence: "follow-up" }),
  ofKind("worth-naming", "one-to-one"),
  ofKind("quietest", "team-meeting"),
  ofKind("who-by-when", "team-meeting"),
  ofKind("walk-away", "negotiation", { time: early }),
  ofKind("their-reason", "negotiation"),
  ofKind("change-mind", "interview"),
  ofKind("remember-one", "presentation"),
  ofKind("learn-not-defend", "review", { evidence: "debrief" }),
  ofKind("closing-minutes", "workshop"),
  ofKind("other-side", "external"),

  session("commitments-first", "session", { evidence: "session-shape" }),
  session("who-noticed", "session", { phases: [3, 4, 5, 6] }),
  session("rather-not", "session"),
  session("as-intended", "session", { phases: [3, 4, 5, 6], evidence: "debrief" }),
  session("which-meeting", "session", { phases: [3, 4, 5], evidence: "recording" }),
  session("twelve-months", "phase.1", { phases: [1] }),
  session("boundaries", "phase.1", { phases: [1] }),
  session("colleagues-see", "phase.2", { phases: [2] }),
  session("seen-first", "phase.3", { phases: [3], evidence: "rehearsal" }),
  session("not-asked", "phase.5", { phases: [5], evidence: "follow-up" }),
  session("without-reminder", "phase.6", { phases: [6] }),
];
