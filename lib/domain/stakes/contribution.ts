/** One piece of the sum: which factor it belongs to, what it adds, and the words that carry it. */
import type { DecisionDomain, Reason } from "../assessment.ts";
import type { Factor } from "./concepts.ts";

export interface Contribution {
  factor: Factor;
  /** Code of the sentence, without the prefix `reason.`. */
  code: string;
  value: number;
  domain: DecisionDomain | null;
  /** Strength of its voice for the domain. */
  vote: number;
  evidence: Reason["evidence"];
  params: Record<string, string | number>;
  /** Place of its first word in the title; `null` when it comes from elsewhere. */
  at: number | null;
}

/** As a reason of the assessment. */
export function asReason(contribution: Contribution): Reason {
  const { code, params, evidence, value } = contribution;
  return { code, params, evidence, weight: Math.round(value * 100) / 100 };
}
