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

/**
 * One reason as a short sentence. Words of the event are named where they add something: "A one-way decision:
 * acquisition", but "A board meeting" and not "A board meeting: board meeting".
 */
export function reasonSentence(reason: Pick<Reason, "code" | "params">, t: SayReason): string | null {
  const key = `reason.${reason.code}`;
  if (!Object.hasOwn(reasons, key)) return null;
  const say = t as unknown as (key: string, blanks: Record<string, string | number>) => string;
  const sentence = say(key, reason.params);
  const words = reason.params["words"];
  if (typeof words !== "string") return sentence;
  const lead = say(key, { ...reason.params, words: "" }).replace(/\s*[:：]\s*$/, "");
  return lead.toLowerCase().includes(words.trim().toLowerCase()) ? lead : sentence;
}

/** The top reasons as short sentences, strongest first; empty when nothing was recognised. */
export function reasonTexts(assessment: Assessment, t: SayReason): string[] {
  const texts = assessment.reasons
    .filter((reason) => carries(reason, assessment))
    .flatMap((reason) => reasonSentence(reason, t) ?? []);
  return [...new Set(texts)].slice(0, most);
}

/** What speaks for the verdict: gains for high stakes and coaching, whatever there is for the others. */
function carries(reason: Reason, assessment: Assessment): boolean {
  const flagged = assessment.label === "high-stakes" || assessment.label === "coaching";
  return flagged ? reason.weight > 0 : Math.abs(reason.weight) >= 0.3;
}
