/** The four answers as words, for the capture row and for runs of outcomes. */
import { answers } from "../../lib/domain/reflection.ts";
import type { Answer } from "../../lib/domain/reflection.ts";
import type { Say } from "../format.ts";

/** "Did it", "Partly", "Missed", "Did not come up". */
export function answerWords(t: Say): Record<Answer, string> {
  return {
    did: t("answer.did"),
    partly: t("answer.partly"),
    missed: t("answer.missed"),
    "not-applicable": t("answer.not-applicable"),
  };
}

/** "did, missed, partly, newest last". */
export function runLabel(t: Say, outcomes: readonly Answer[]): string {
  const words = outcomes.map((answer) => t(`outcome.${answer}`)).join(", ");
  return t("run.label", { outcomes: words });
}

/** "did 3, partly 1, missed 1", in the order of the capture row; outcomes that never occurred are left out. */
export function countOutcomes(t: Say, outcomes: readonly Answer[]): string {
  return answers
    .map((answer) => ({ answer, count: outcomes.filter((each) => each === answer).length }))
    .filter(({ count }) => count > 0)
    .map(({ answer, count }) => t("outcome.count", { outcome: t(`outcome.${answer}`), count }))
    .join(", ");
}
