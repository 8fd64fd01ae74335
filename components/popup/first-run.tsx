/** First run in the popup: page and file come first. Permissions are asked in the welcome page, which stays open. */
import { Button } from "../ui/button.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

export function FirstRun() {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const go = (path: string) => () => void attempt(() => platform.openPage(path));
  return (
    <>
      <section class="open">
        <h2>{t("popup.firstRun")}</h2>
        <p class="dim">{t("popup.firstRunWhy")}</p>
        <ul class="sources">
          <li class="src">
            <h3>{t("welcome.page")}</h3>
            <p class="meta">{t("welcome.pageWhy")}</p>
            <Button look="primary" onPress={go("welcome.html#source")}>
              {t("welcome.usePage")}
            </Button>
          </li>
          <li class="src">
            <h3>{t("welcome.file")}</h3>
            <p class="meta">{t("welcome.fileWhy")}</p>
            <Button onPress={go("welcome.html#source")}>{t("welcome.choose")}</Button>
          </li>
        </ul>
      </section>
      <div class="ft">
        <Button look="quiet" small onPress={go("coach.html")}>
          {t("popup.coach")}
        </Button>
        <Button look="quiet" small onPress={go("welcome.html")}>
          {t("popup.how")}
        </Button>
      </div>
    </>
  );
}
