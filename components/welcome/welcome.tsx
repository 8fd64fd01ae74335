/**
 * The welcome page: role, source, and the first three high-stakes meetings of this very calendar, before anything is
 * asked of the person. Nothing is asked for that the product could find out by itself.
 */
import { useEffect, useRef } from "preact/hooks";
import { FeedForm } from "../sources/feed-form.tsx";
import { IcsImport } from "../sources/ics-import.tsx";
import { hasGoogle } from "../sources/sites.tsx";
import { Button } from "../ui/button.tsx";
import { Fold } from "../ui/fold.tsx";
import { Logo } from "../ui/marks.tsx";
import { Failure } from "../ui/notice.tsx";
import { SurfaceFrame, useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useView } from "../ui/use-view.ts";
import { FirstThree } from "./first-three.tsx";
import { PageSource } from "./page-source.tsx";
import "./welcome.css";

/** `start` is "source" when the person comes from the popup's first run. */
export function Welcome({ start }: { start: "role" | "source" }) {
  return (
    <SurfaceFrame>
      <WelcomeBody start={start} />
    </SurfaceFrame>
  );
}

function WelcomeBody({ start }: { start: "role" | "source" }) {
  const { t } = useWords();
  const settings = useView("settings.get", {});
  const source = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${t("welcome.title")}, ${t("name")}`;
    if (start === "source") source.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [start, t]);
  const toSource = () => source.current?.querySelector<HTMLElement>("h2")?.focus();
  return (
    <main class="welcome">
      {settings.error !== null && settings.value === null && (
        <Failure error={settings.error} onAgain={() => void settings.refresh()} />
      )}
      <RoleStep onExecutive={toSource} />
      <section class="step" ref={source}>
        <p class="no">
          <Logo />
          {t("welcome.source")}
        </p>
        <h2 tabIndex={-1}>{t("welcome.sourceTitle")}</h2>
        <p class="body dim">{t("welcome.sourceWhy")}</p>
        <div class="list">
          <PageSource
            granted={settings.value !== null && hasGoogle(settings.value.grantedHosts)}
            onChange={settings.refresh}
          />
          <div class="ch2">
            <h3>{t("welcome.file")}</h3>
            <p>
              {t("welcome.fileWhy")}
              <br />
              <span class="no2">{t("welcome.fileCannot")}</span>
            </p>
            <div class="wide">
              <IcsImport onImported={() => void settings.refresh()} />
              <Fold summary={t("source.useAddress")}>
                <FeedForm onAdded={() => void settings.refresh()} />
              </Fold>
            </div>
          </div>
        </div>
      </section>
      <FirstThree />
    </main>
  );
}

function RoleStep({ onExecutive }: { onExecutive: () => void }) {
  const { t } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt } = useSurface();
  const lead = () => {
    void attempt(() => call("settings.save", { changes: { role: "executive" } }));
    onExecutive();
  };
  const coach = () =>
    void attempt(async () => {
      await call("settings.save", { changes: { role: "coach" } });
      await platform.openPage("coach.html");
    });
  return (
    <section class="step">
      <p class="no">
        <Logo />
        {t("name")}
      </p>
      <h1>{t("welcome.lead")}</h1>
      <p class="body dim">{t("welcome.leadWhy")}</p>
      <div class="list">
        <div class="ch2">
          <h2>{t("welcome.executive")}</h2>
          <p>{t("welcome.executiveWhy")}</p>
          <Button look="primary" label={`${t("welcome.begin")}: ${t("welcome.executive")}`} onPress={lead}>
            {t("welcome.begin")}
          </Button>
        </div>
        <div class="ch2">
          <h2>{t("welcome.coach")}</h2>
          <p>{t("welcome.coachWhy")}</p>
          <Button label={`${t("welcome.begin")}: ${t("welcome.coach")}`} onPress={coach}>
            {t("welcome.begin")}
          </Button>
        </div>
      </div>
      <p class="meta">{t("welcome.bothRoles")}</p>
    </section>
  );
}
