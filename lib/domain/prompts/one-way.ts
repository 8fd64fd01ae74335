/** Which decisions cannot be undone, told from the reasons of an assessment. Errs towards "it can". */
import type { Reason } from "../assessment.ts";

/** Reason codes of stakes/ that speak of something final. */
export const oneWayCodes: readonly string[] = [
  "deal",
  "closure",
  "layoffs",
  "settlement",
  "bankruptcy",
  "termination",
  "exit",
];

export function cannotBeUndone(reasons: readonly Pick<Reason, "code" | "weight">[]): boolean {
  return reasons.some(({ code, weight }) => weight > 0 && oneWayCodes.includes(code));
}
