/** A situation in words: domains and kinds, people, words and words that rule it out. */
import type { Situation } from "../../lib/domain/plan.ts";
import { useWords } from "../ui/surroundings.tsx";

const list = (values: readonly string[]) => values.join(", ");

/** A function that gives one line for each part of a situation that is set. */
export function useSituationText(): (situation: Situation) => string[] {
  const { t } = useWords();
  return (situation) => {
    const lines: string[] = [];
    if (situation.kinds.length > 0) lines.push(list(situation.kinds.map((kind) => t(`kind.${kind}`))));
    if (situation.domains.length > 0) {
      lines.push(list(situation.domains.map((domain) => t(`domain.${domain}`))));
    }
    if (situation.people.length > 0) lines.push(t("plan.people", { people: list(situation.people) }));
    if (situation.words.length > 0) lines.push(t("plan.words", { words: list(situation.words) }));
    if (situation.notWords.length > 0) lines.push(t("plan.notWords", { words: list(situation.notWords) }));
    if (situation.series.length > 0) lines.push(t("plan.series", { count: situation.series.length }));
    return lines;
  };
}
