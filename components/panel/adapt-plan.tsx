/** Adapts a priority's if-then plan to one event or its series. The general plan stays as it is. */
import { useId, useState } from "preact/hooks";
import type { CardView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Seg } from "../ui/scale.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

type Scope = "event" | "series";

export interface AdaptPlanProps {
  card: CardView;
  priorityId: string;
  onDone: () => void;
}

export function AdaptPlan({ card, priorityId, onDone }: AdaptPlanProps) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt } = useSurface();
  const heading = useId();
  const [scope, setScope] = useState<Scope>("event");
  const [moment, setMoment] = useState(card.plan?.if ?? "");
  const [behaviour, setBehaviour] = useState(card.plan?.then ?? "");
  const save = async (plan: { if: string; then: string } | null) => {
    const done = await attempt(() =>
      call("plan.adapt", { priorityId, eventKey: card.eventKey, scope, plan }),
    );
    if (done) onDone();
  };
  const complete = moment.trim() !== "" && behaviour.trim() !== "";
  return (
    <section class="adapt" aria-labelledby={heading}>
      <h2 id={heading}>{t("panel.adaptTitle")}</h2>
      <div class="grp">
        <Field label={t("plan.field.if")} value={moment} rows={2} maxLength={500} onInput={setMoment} />
        <Field
          label={t("plan.field.then")}
          value={behaviour}
          rows={2}
          maxLength={500}
          onInput={setBehaviour}
        />
        {card.seriesKey !== null && (
          <div class="f">
            <p class="lab">{t("panel.adaptScope")}</p>
            <Seg
              label={t("panel.adaptScope")}
              choices={[
                { value: "event" as Scope, label: t("panel.adaptEvent") },
                { value: "series" as Scope, label: t("panel.adaptSeries") },
              ]}
              value={scope}
              onChoose={(chosen) => chosen !== null && setScope(chosen)}
            />
          </div>
        )}
        <div class="acts">
          <Button
            look="primary"
            disabled={!complete}
            onPress={() => void save({ if: moment.trim(), then: behaviour.trim() })}
          >
            {t("do.save")}
          </Button>
          <Button onPress={() => void save(null)}>{t("panel.adaptClear")}</Button>
          <Button look="quiet" onPress={onDone}>
            {t("do.cancel")}
          </Button>
        </div>
      </div>
    </section>
  );
}
