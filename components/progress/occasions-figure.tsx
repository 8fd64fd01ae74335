/** Every occasion in order, one glyph each, oldest first. */
import { answers } from "../../lib/domain/reflection.ts";
import type { PriorityView } from "../../lib/rpc/views.ts";
import { answerWords, runLabel } from "../reflection/answer-words.ts";
import { Figure } from "../ui/figure.tsx";
import { OccasionGlyph, Run } from "../ui/marks.tsx";
import { useWords } from "../ui/surroundings.tsx";

/** Glyphs drawn per priority; older ones are in the table's counts. */
const shownLast = 40;

export function OccasionsFigure({ priorities }: { priorities: readonly PriorityView[] }) {
  const { t, format } = useWords();
  const last = priorities.flatMap(({ priority, outcomes }) => {
    const outcome = outcomes.at(-1);
    return outcome === undefined
      ? []
      : [t("progress.lastOf", { name: priority.name, outcome: t(`outcome.${outcome}`) })];
  });
  const words = answerWords(t);
  return (
    <Figure
      finding={t("progress.last", { outcomes: last.join(", ") })}
      method={t("progress.occasionsHow", { count: shownLast })}
      table={{
        columns: [t("table.priority"), ...answers.map((answer) => words[answer])],
        rows: priorities.map(({ priority, outcomes }) => [
          priority.name,
          ...answers.map((answer) => format.number(outcomes.filter((each) => each === answer).length)),
        ]),
      }}
    >
      <dl class="runs">
        {priorities.map(({ priority, outcomes }) => (
          <div key={priority.id}>
            <dt dir="auto">{priority.name}</dt>
            <dd>
              {outcomes.length === 0 ? (
                <span class="meta">{t("adherence.none")}</span>
              ) : (
                <Run outcomes={outcomes.slice(-shownLast)} label={runLabel(t, outcomes.slice(-shownLast))} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="meta key">
        {answers.map((answer) => (
          <span key={answer}>
            <OccasionGlyph answer={answer} /> {t(`outcome.${answer}`)}
          </span>
        ))}
      </p>
    </Figure>
  );
}
