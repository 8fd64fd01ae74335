/**
 * Recognises what an event is and how much is at stake: label, decision domain, stakes, reasons. Owns the order of the
 * questions (the label guide's): off, private life and logistics, coaching, high stakes, routine. Pure; never throws on
 * whatever texts an event holds. Must never know a word (terms/), a sentence (messages) or a person's marks (later).
 */
import type { Assessment, AssessmentContext, DecisionDomain, Reason } from "../assessment.ts";
import { decisionDomains } from "../assessment.ts";
import { whyOff } from "./cancelled.ts";
import { coachingContributions, coachingThreshold } from "./coaching.ts";
import { bias } from "./concepts.ts";
import { asReason } from "./contribution.ts";
import type { Contribution } from "./contribution.ts";
import type { AssessmentInput } from "./input.ts";
import { personalScore } from "./personal.ts";
import { readEvent } from "./reading.ts";
import { stakesContributions } from "./score.ts";

export type { AssessmentInput } from "./input.ts";
export { meetingKinds } from "./meeting-kinds.ts";

/** Stakes from which an event is high-stakes when nothing is known about the person's own marks. */
export const flagThreshold = 0.5;

/** Stakes of entries that are none of the four kinds' business to rank: kept below any routine entry. */
const personalStakes = 0.02;
const offStakes = 0.01;
const coachingStakes = 0.1;
const justBelow = flagThreshold - 0.01;

/** Assesses one event. `context` may be empty (`emptyContext`): titles and times alone are enough. */
export function assess(event: AssessmentInput, context: AssessmentContext): Assessment {
  const reading = readEvent(event, context);
  const stakes = stakesContributions(reading);
  const personal = personalScore(event, reading, stakes);
  const work = workWeight(stakes);
  const isPersonal = personal.score >= 2 && personal.score >= work;

  const off = whyOff(event, reading);
  if (off !== null) {
    const reason = {
      code: off.code,
      params: { words: off.words },
      evidence: evidenceOf(off.words),
      weight: -9,
    };
    return verdict(isPersonal ? "personal/logistics" : "routine", offStakes, [reason]);
  }
  const coaching = coachingContributions(reading);
  const coachingSum = coaching.reduce((sum, one) => sum + one.value, 0);
  const isCoaching = coachingSum >= coachingThreshold;
  if (isPersonal && !(isCoaching && personal.score < 3)) {
    const reason = {
      code: "personal",
      params: { words: personal.word },
      evidence: evidenceOf(personal.word),
      weight: -personal.score,
    };
    return verdict("personal/logistics", personalStakes, [reason]);
  }
  if (isCoaching)
    return verdict("coaching", coachingStakes, coaching.filter((one) => one.value > 0).map(asReason));

  const sum = stakes.reduce((total, one) => total + one.value, bias);
  const value = 1 / (1 + Math.exp(-sum));
  if (value < flagThreshold) return verdict("routine", Math.min(value, justBelow), stakes.map(asReason));
  return {
    label: "high-stakes",
    domain: domainOf(stakes),
    stakes: round(value),
    reasons: stakes.map(asReason),
  };
}

/** The strongest topic of the title, less what makes it only something around that topic. */
function workWeight(stakes: readonly Contribution[]): number {
  const best = stakes.reduce((most, one) => (one.at === null ? most : Math.max(most, one.value)), 0);
  const around = stakes.reduce((sum, one) => (one.factor === "adjacent" ? sum + one.value : sum), 0);
  return Math.max(0, best + around);
}

function verdict(label: Assessment["label"], stakes: number, reasons: Reason[]): Assessment {
  return { label, domain: "none", stakes: round(stakes), reasons: reasons.length > 0 ? reasons : [silent] };
}

const silent: Reason = { code: "nothing", params: {}, evidence: null, weight: bias };

function evidenceOf(words: string): Reason["evidence"] {
  return words === "" ? null : { field: "title", text: words };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** What is being decided, not who is in the room: every gain votes with its value times its concept's voice. */
function domainOf(stakes: readonly Contribution[]): DecisionDomain {
  const votes = new Map<DecisionDomain, number>();
  for (const one of stakes) {
    if (one.domain !== null && one.value > 0)
      votes.set(one.domain, (votes.get(one.domain) ?? 0) + one.value * one.vote);
  }
  let best: DecisionDomain = "strategic-execution";
  for (const domain of decisionDomains) if ((votes.get(domain) ?? 0) > (votes.get(best) ?? 0)) best = domain;
  return best;
}
