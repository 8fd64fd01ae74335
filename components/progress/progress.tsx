/** Progress: how each priority holds, with its size and doubt. Findings as titles, a table behind every figure. */
import type { PriorityView } from "../../lib/rpc/views.ts";
import { PageHead } from "../app/page-head.tsx";
import { LinkButton } from "../ui/button.tsx";
import { Shown } from "../ui/notice.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { useView } from "../ui/use-view.ts";
import { AdherenceFigure } from "./adherence-figure.tsx";
import { OccasionsFigure } from "./occasions-figure.tsx";
import "./progress.css";

export function Progress() {
  const view = useView("plan.get", {});
  const { t } = useWords();
  return (
    <main>
      <PageHead title={t("nav.progress")}>
        {view.value !== null && <Summary priorities={view.value.priorities} />}
      </PageHead>
      <Shown view={view}>
        {({ priorities }) => (priorities.length === 0 ? <NoPlan /> : <Figures priorities={priorities} />)}
      </Shown>
    </main>
  );
}

function Summary({ priorities }: { priorities: readonly PriorityView[] }) {
  const { t, format } = useWords();
  const lines = priorities.map(({ priority, adherence }) =>
    t("progress.line", { name: priority.name, text: format.adherence(adherence) }),
  );
  return lines.length === 0 ? null : <p class="say">{lines.join(" ")}</p>;
}

function NoPlan() {
  const { t } = useWords();
  return (
    <>
      <p class="body dim">{t("progress.none")}</p>
      <p class="after">
        <LinkButton href="#/plan" look="primary">
          {t("popup.writePlan")}
        </LinkButton>
      </p>
    </>
  );
}

function Figures({ priorities }: { priorities: readonly PriorityView[] }) {
  const { t } = useWords();
  const offered = priorities.reduce((sum, { adherence }) => sum + adherence.offered, 0);
  if (offered === 0) return <p class="body dim">{t("progress.empty")}</p>;
  return (
    <>
      <div class="multi">
        <AdherenceFigure priorities={priorities} />
        <OccasionsFigure priorities={priorities} />
      </div>
      <section class="sec">
        <div class="sec-h">
          <h2>{t("progress.coverage")}</h2>
        </div>
        <ul>
          {priorities.map(({ priority, adherence }) => (
            <li key={priority.id} class="cover">
              <span dir="auto">{priority.name}</span>
              <span class="dim num">
                {t("progress.answered", { answered: adherence.answered, offered: adherence.offered })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
