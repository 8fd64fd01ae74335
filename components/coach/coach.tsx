/** The coach's page: the role, and the files clients send. What a packet holds is read in a later version. */
import { useEffect } from "preact/hooks";
import { LaterFiles } from "../files/later-files.tsx";
import { Section, PageHead } from "../app/page-head.tsx";
import { Button } from "../ui/button.tsx";
import { Logo } from "../ui/marks.tsx";
import { Shown } from "../ui/notice.tsx";
import { Seg } from "../ui/scale.tsx";
import { SurfaceFrame, useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useView } from "../ui/use-view.ts";
import "./coach.css";

type Role = "executive" | "coach";

export function Coach() {
  return (
    <SurfaceFrame>
      <CoachBody />
    </SurfaceFrame>
  );
}

function CoachBody() {
  const view = useView("settings.get", {});
  const { t } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt } = useSurface();
  useEffect(() => {
    document.title = `${t("coach.title")}, ${t("name")}`;
  }, [t]);
  const choose = (role: Role | null) =>
    role !== null &&
    void attempt(async () => {
      await call("settings.save", { changes: { role } });
      await view.refresh();
    });
  return (
    <main class="coach">
      <p class="no">
        <Logo />
        {t("name")}
      </p>
      <PageHead title={t("coach.lead")} meta={t("coach.leadWhy")} />
      <Section title={t("coach.none")}>
        <p class="body dim">{t("coach.noneWhy")}</p>
        <LaterFiles kinds={["invitation", "packet"]} />
      </Section>
      <Section title={t("coach.role")} meta={t("coach.roleWhy")}>
        <Shown view={view}>
          {({ settings }) => (
            <Seg
              label={t("coach.role")}
              choices={[
                { value: "coach" as Role, label: t("coach.isCoach") },
                { value: "executive" as Role, label: t("coach.isExecutive") },
              ]}
              value={settings.role}
              onChoose={choose}
            />
          )}
        </Shown>
        <p class="after">
          <Button onPress={() => void attempt(() => platform.openPage("app.html#/today"))}>
            {t("coach.toOwn")}
          </Button>
        </p>
      </Section>
    </main>
  );
}
