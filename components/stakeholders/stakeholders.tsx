/** Stakeholders: the people of the engagement, and when they are met next. */
import type { KnownPerson } from "../../lib/domain/assessment.ts";
import { PageHead, Section } from "../app/page-head.tsx";
import { LaterFiles } from "../files/later-files.tsx";
import { People } from "../people/people.tsx";
import { Fold } from "../ui/fold.tsx";
import { Shown } from "../ui/notice.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { useView } from "../ui/use-view.ts";

export function Stakeholders() {
  const view = useView("settings.get", {});
  const { t } = useWords();
  return (
    <main>
      <PageHead title={t("nav.stakeholders")} meta={t("people.why")} />
      <Shown view={view}>
        {({ people }) => (
          <Section title={t("people.title")} meta={countOf(people, t)}>
            <People people={people} onChange={view.refresh} />
          </Section>
        )}
      </Shown>
      <section class="sec">
        <Fold eager summary={t("people.pulse")}>
          <LaterFiles kinds={["pulse"]} />
        </Fold>
      </section>
    </main>
  );
}

function countOf(people: readonly KnownPerson[], t: ReturnType<typeof useWords>["t"]): string | undefined {
  return people.length === 0 ? undefined : t("people.count", { count: people.length });
}
