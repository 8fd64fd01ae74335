/** Memo rows: a narrow label column, then the fact. The one structure of every small surface. */
import type { ComponentChildren } from "preact";
import type { IfThenPlan } from "../../lib/domain/plan.ts";
import { useWords } from "./surroundings.tsx";
import { withStop } from "./with-stop.ts";

/** The list around the rows. `ruled` parts them with hairlines. */
export function Memo({ ruled = false, children }: { ruled?: boolean; children: ComponentChildren }) {
  return <dl class={`memo ${ruled ? "ruled" : "once"}`}>{children}</dl>;
}

/** One row. Draws nothing when there is no fact. */
export function MemoRow({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The if-then plan: the loudest words on a surface. The person's words keep their own direction. */
export function PlanText({ plan, quiet = false }: { plan: IfThenPlan; quiet?: boolean }) {
  const { t } = useWords();
  return (
    <p class={quiet ? "voice-s" : "plan"} dir="auto">
      <b>{t("plan.if")}</b> {plan.if}, <b>{t("plan.then")}</b> {withStop(plan.then)}
    </p>
  );
}

/** A person's own words. */
export function Voice({ children, small = false }: { children: string; small?: boolean }) {
  return (
    <p class={small ? "voice-s" : "voice"} dir="auto">
      {children}
    </p>
  );
}
