/** Where a priority applies, in calendar terms: kinds of meeting, decision domains, people, words. */
import { decisionDomains } from "../../lib/domain/assessment.ts";
import { meetingKinds } from "../../lib/domain/plan.ts";
import type { Situation } from "../../lib/domain/plan.ts";
import { Button } from "../ui/button.tsx";
import { Check, Field } from "../ui/field.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { wordList } from "./draft.ts";

export interface SituationBuilderProps {
  situation: Situation;
  onChange: (situation: Situation) => void;
}

export function SituationBuilder({ situation, onChange }: SituationBuilderProps) {
  const { t } = useWords();
  const change = (changes: Partial<Situation>) => onChange({ ...situation, ...changes });
  return (
    <fieldset>
      <legend class="lab">{t("plan.where")}</legend>
      <div class="grp">
        <Boxes
          label={t("plan.field.kinds")}
          options={meetingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          chosen={situation.kinds}
          onChange={(kinds) => change({ kinds })}
        />
        <Boxes
          label={t("plan.field.domains")}
          options={decisionDomains.map((value) => ({ value, label: t(`domain.${value}`) }))}
          chosen={situation.domains}
          onChange={(domains) => change({ domains })}
        />
        <Field
          label={t("plan.field.people")}
          value={situation.people.join(", ")}
          hint={t("plan.hint.people")}
          onInput={(text) => change({ people: wordList(text) })}
        />
        <Field
          label={t("plan.field.words")}
          value={situation.words.join(", ")}
          hint={t("plan.hint.words")}
          onInput={(text) => change({ words: wordList(text) })}
        />
        <Field
          label={t("plan.field.notWords")}
          value={situation.notWords.join(", ")}
          onInput={(text) => change({ notWords: wordList(text) })}
        />
        {situation.series.length > 0 && (
          <p>
            {t("plan.series", { count: situation.series.length })}{" "}
            <Button look="link" onPress={() => change({ series: [] })}>
              {t("plan.seriesClear")}
            </Button>
          </p>
        )}
      </div>
    </fieldset>
  );
}

function Boxes<T extends string>(props: {
  label: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  const { chosen, onChange } = props;
  return (
    <div class="f" role="group" aria-label={props.label}>
      <p class="lab">{props.label}</p>
      <div class="boxes">
        {props.options.map(({ value, label }) => (
          <Check
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value))}
          />
        ))}
      </div>
    </div>
  );
}
