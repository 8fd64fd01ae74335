/** The open page as a source: the browser asks once, from this click, for this one site. */
import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

export function PageSource({ granted, onChange }: { granted: boolean; onChange: () => Promise<void> }) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const [refused, setRefused] = useState(false);
  const use = () =>
    void attempt(async () => {
      setRefused(!(await platform.requestSite("google-calendar")));
      await onChange();
    });
  return (
    <div class="ch2">
      <h3>{t("welcome.page")}</h3>
      <p>
        {t("welcome.pageWhy")}
        <br />
        <span class="no2">{t("welcome.pageCannot")}</span>
        <br />
        <span role="status">
          {granted ? t("welcome.pageOn") : refused ? t("welcome.pageRefused") : t("welcome.pageAsk")}
        </span>
      </p>
      {granted ? (
        <Button onPress={() => void attempt(() => platform.openSite("google-calendar"))}>
          {t("welcome.openCalendar")}
        </Button>
      ) : (
        <Button onPress={use}>{t("welcome.usePage")}</Button>
      )}
    </div>
  );
}
