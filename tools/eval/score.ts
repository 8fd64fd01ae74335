/** From labelled entries to what the figures are counted on: by the recognition, or by the keyword baseline. */
import { assess } from "../../lib/domain/stakes/assess.ts";
import type { Assessment } from "../../lib/domain/assessment.ts";
import { baselineScore } from "./baseline.ts";
import type { LabelledEntry } from "./entries.ts";
import type { Scored } from "./metrics.ts";

/** Domain accuracy is counted on entries that are high-stakes and were said to be. */
export function scoreEntry(
  entry: LabelledEntry,
  said: Assessment = assess(entry.event, entry.context),
): Scored {
  const { truth } = entry;
  const high = truth.label === "high-stakes";
  const saidHigh = said.label === "high-stakes";
  const counted = high && saidHigh;
  const right = said.domain === truth.domain;
  const defensible = right || truth.alternatives.some((domain) => domain === said.domain);
  return {
    high,
    saidHigh,
    score: said.stakes,
    coaching: truth.label === "coaching",
    saidCoaching: said.label === "coaching",
    domainRight: counted ? right : null,
    domainDefensible: counted ? defensible : null,
  };
}

/** The naive list flags from two keywords on, knows no coaching and no domain. */
export function scoreByKeywords(entry: LabelledEntry): Scored {
  const score = baselineScore(entry.event.title, entry.event.description ?? "");
  return {
    high: entry.truth.label === "high-stakes",
    saidHigh: score >= 2,
    score,
    coaching: entry.truth.label === "coaching",
    saidCoaching: false,
    domainRight: null,
    domainDefensible: null,
  };
}
