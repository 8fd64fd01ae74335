/**
 * Reasons of an assessment in the person's language. Owns which reasons are said: at most three, those that carried the
 * verdict. Must never say a weight.
 */
import type { Assessment, Reason } from "../domain/assessment.ts";
import { reasons } from "../base/messages/en/reasons.ts";

const most = 3;

/** A translation function over a catalogue that holds the part "reasons" (`translator(...)` of messages.ts). */
// Blanks of a reason are data of its code; the typed signature cannot follow a code chosen at run time.
export type SayReason = (key: never, ...blanks: never) => string;

/** The top reasons as short sentences, strongest first; empty when nothing was recognised. */
export function reasonTexts(assessment: Assessment, t: SayReason): string[] {
  const say = t as unknown as (key: string, blanks: Record<string, string | number>) => string;
  const texts = assessment.reasons
    .filter((reason) => carries(reason, assessment))
    .filter((reason) => `reason.${reason.code}` in reasons)
    .map((reason) => say(`reason.${reason.code}`, reason.params));
  return [...new Set(texts)].slice(0, most);
}

/** What speaks for the verdict: gains for high stakes and coaching, whatever there is for the others. */
function carries(reason: Reason, assessment: Assessment): boolean {
  const flagged = assessment.label === "high-stakes" || assessment.label === "coaching";
  return flagged ? reason.weight > 0 : Math.abs(reason.weight) >= 0.3;
}
