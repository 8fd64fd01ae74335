/** The plan: at most three priorities, each a shift from one behaviour to another, where it must show, and its plan. */
import { maxPriorities } from "../../lib/domain/plan.ts";
import type { PlanView, StarterPriority } from "../../lib/rpc/views.ts";
import { PageHead } from "../app/page-head.tsx";
import { LaterFiles } from "../files/later-files.tsx";
import { Button } from "../ui/button.tsx";
import { Fold } from "../ui/fold.tsx";
import { Shown } from "../ui/notice.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useView } from "../ui/use-view.ts";
import { draftOf, emptyDraft, starterDraft } from "./draft.ts";
import type { PriorityDraft } from "./draft.ts";
import { PriorityArticle } from "./priority.tsx";
import { PriorityForm } from "./priority-form.tsx";
import type { PriorityFormProps } from "./priority-form.tsx";
import { usePriorityDraft } from "./use-priority-draft.ts";
import "./plan.css";

export function Plan() {
  const view = useView("plan.get", {});
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { draft, begin, form } = usePriorityDraft(() => void view.refresh());
  const plan = view.value;
  return (
    <main class="plan-page">
      <PageHead
        title={t("nav.plan")}
        meta={
          plan === null || plan.priorities.length === 0
            ? undefined
            : t("plan.count", { count: plan.priorities.length, most: maxPriorities })
        }
        actions={
          plan !== null && plan.priorities.length > 0 && draft === null ? (
            <>
              {plan.canAdd && <Button onPress={() => begin(emptyDraft())}>{t("plan.add")}</Button>}
              <Button onPress={() => platform.print()}>{t("do.print")}</Button>
            </>
          ) : undefined
        }
      />
      <Shown view={view}>
        {(shown) => (
          <Priorities
            plan={shown}
            draft={draft === null ? null : known(draft, shown)}
            form={form}
            onDraft={begin}
            onChange={view.refresh}
          />
        )}
      </Shown>
      <section class="sec">
        <Fold eager summary={t("plan.insights")}>
          <LaterFiles kinds={["insights"]} />
        </Fold>
      </section>
    </main>
  );
}

/** A draft of a priority that was deleted meanwhile becomes a new one: the words stay. */
function known(draft: PriorityDraft, plan: PlanView): PriorityDraft {
  if (draft.id === null) return draft;
  return plan.priorities.some(({ priority }) => priority.id === draft.id) ? draft : { ...draft, id: null };
}

interface PrioritiesProps {
  plan: PlanView;
  draft: PriorityDraft | null;
  form: Omit<PriorityFormProps, "initial">;
  onDraft: (draft: PriorityDraft) => void;
  onChange: () => Promise<void>;
}

function Priorities({ plan, draft, form, onDraft, onChange }: PrioritiesProps) {
  const { t } = useWords();
  const isNew = draft !== null && draft.id === null;
  const orderIds = plan.priorities.map(({ priority }) => priority.id);
  return (
    <>
      {plan.priorities.length === 0 && !isNew && <p class="body dim">{t("plan.none")}</p>}
      {isNew && <PriorityForm key={draft.starterId ?? "new"} initial={draft} {...form} />}
      {plan.priorities.map((view) =>
        draft?.id === view.priority.id ? (
          <PriorityForm key={view.priority.id} initial={draft} {...form} />
        ) : (
          <PriorityArticle
            key={view.priority.id}
            view={view}
            orderIds={orderIds}
            onEdit={() => onDraft(draftOf(view.priority))}
            onChange={onChange}
          />
        ),
      )}
      {plan.canAdd && !isNew && <Starters starters={unused(plan)} onDraft={onDraft} />}
    </>
  );
}

/** Starters that are not among the priorities already. */
function unused({ starters, priorities }: PlanView): StarterPriority[] {
  const used = new Set(priorities.map(({ priority }) => priority.starterId));
  return starters.filter(({ id }) => !used.has(id));
}

function Starters(props: { starters: readonly StarterPriority[]; onDraft: (draft: PriorityDraft) => void }) {
  const { t } = useWords();
  return (
    <section class="sec starters">
      <div class="sec-h">
        <h2>{t("plan.starters")}</h2>
        <span class="meta">{t("plan.startersWhy")}</span>
      </div>
      <ul>
        {props.starters.map((starter) => (
          <li key={starter.id}>
            <h3>{starter.name}</h3>
            <p class="dim">{t("plan.shift", { from: starter.from, to: starter.to })}</p>
            <Button
              small
              label={`${t("plan.useStarter")}: ${starter.name}`}
              onPress={() => props.onDraft(starterDraft(starter))}
            >
              {t("plan.useStarter")}
            </Button>
          </li>
        ))}
      </ul>
      <p class="after">
        <Button onPress={() => props.onDraft(emptyDraft())}>{t("plan.own")}</Button>
      </p>
    </section>
  );
}
