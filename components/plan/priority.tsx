/** One priority as it stands: the shift in large words, the plan, its situations, what it touches, how it fades. */
import type { Priority } from "../../lib/domain/plan.ts";
import type { PriorityView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import { Memo, MemoRow, PlanText } from "../ui/memo.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { Touches } from "./touches.tsx";
import { useSituationText } from "./situation-text.ts";

export interface PriorityArticleProps {
  view: PriorityView;
  /** Ids of all priorities in their order, to move this one. */
  orderIds: readonly string[];
  onEdit: () => void;
  onChange: () => Promise<void>;
}

export function PriorityArticle(props: PriorityArticleProps) {
  const { format } = useWords();
  const { priority, adherence } = props.view;
  return (
    <article class="pr">
      <div>
        <div class="nm">
          <h2 dir="auto">{priority.name}</h2>
          <span class="meta num">{format.adherence(adherence)}</span>
          <PriorityActions {...props} />
        </div>
        <Shift priority={priority} />
        <Facts priority={priority} />
      </div>
      <div>
        <Touches situation={priority.situation} />
        <Ladder view={props.view} />
      </div>
    </article>
  );
}

function Shift({ priority }: { priority: Priority }) {
  const { t } = useWords();
  return (
    <p class="lead">
      {priority.from !== "" && (
        <>
          <span class="w">{t("panel.from")}</span>
          <span class="from" dir="auto">
            {priority.from}
          </span>
        </>
      )}
      <span class="w">{t("panel.to")}</span>
      <span class="to" dir="auto">
        {priority.to}
      </span>
    </p>
  );
}

function Facts({ priority }: { priority: Priority }) {
  const { t } = useWords();
  const situation = useSituationText()(priority.situation);
  return (
    <Memo ruled>
      <MemoRow label={t("plan.plan")}>
        {priority.plan === null ? <p class="dim">{t("plan.noPlan")}</p> : <PlanText plan={priority.plan} />}
      </MemoRow>
      {priority.outcome !== "" && (
        <MemoRow label={t("plan.serves")}>
          <p dir="auto">{priority.outcome}</p>
        </MemoRow>
      )}
      <MemoRow label={t("plan.situations")}>
        {situation.length === 0 && <p class="dim">{t("plan.nowhere")}</p>}
        {situation.map((line) => (
          <p key={line} dir="auto">
            {line}
          </p>
        ))}
      </MemoRow>
      {priority.impact !== "" && (
        <MemoRow label={t("plan.impact")}>
          <p dir="auto">{priority.impact}</p>
        </MemoRow>
      )}
    </Memo>
  );
}

function PriorityActions({ view, orderIds, onEdit, onChange }: PriorityArticleProps) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const { id, name } = view.priority;
  const first = orderIds[0] === id;
  const moveUp = () => {
    const position = orderIds.indexOf(id);
    const ids = orderIds.toSpliced(position, 1).toSpliced(position - 1, 0, id);
    void attempt(async () => {
      await call("priority.order", { ids });
      await onChange();
    });
  };
  const remove = () =>
    void attempt(async () => {
      offerUndo(t("undo.deleted", { what: name }), await call("priority.delete", { id }));
      await onChange();
    });
  return (
    <span class="acts end">
      {!first && (
        <Button small look="quiet" label={`${t("plan.moveUp")}: ${name}`} onPress={moveUp}>
          {t("plan.moveUp")}
        </Button>
      )}
      <Button small look="quiet" label={`${t("do.delete")}: ${name}`} onPress={remove}>
        {t("do.delete")}
      </Button>
      <Button small label={`${t("do.edit")}: ${name}`} onPress={onEdit}>
        {t("do.edit")}
      </Button>
    </span>
  );
}

const levels = ["plan.level.0", "plan.level.1", "plan.level.2", "plan.level.3", "plan.level.4"] as const;

/** How often reminders show, from every occasion to owned, and why it stands there. */
function Ladder({ view }: { view: PriorityView }) {
  const { t } = useWords();
  return (
    <div class="ladder-part">
      <h3>{t("plan.reminders")}</h3>
      <ol class="ladder">
        {levels.map((level, position) => (
          <li
            key={level}
            class={position === view.level ? "on" : position < view.level ? "past" : ""}
            aria-current={position === view.level ? "step" : undefined}
          >
            {t(level)}
          </li>
        ))}
      </ol>
      <p class="meta">{view.levelWhy}</p>
    </div>
  );
}
