/** Calendar sites the browser lets Throughline read: given from a click, taken back as easily. */
import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

const googleHost = "calendar.google.com";

/** True when the browser has granted Google Calendar. */
export function hasGoogle(grantedHosts: readonly string[]): boolean {
  return grantedHosts.some((host) => host.includes(googleHost));
}

export function Sites({ granted, onChange }: { granted: boolean; onChange: () => Promise<void> }) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const [refused, setRefused] = useState(false);
  const turnOn = () =>
    void attempt(async () => {
      setRefused(!(await platform.requestSite("google-calendar")));
      await onChange();
    });
  const turnOff = () =>
    void attempt(async () => {
      await platform.removeSite("google-calendar");
      await onChange();
    });
  return (
    <div class="src">
      <h3>{t("welcome.page")}</h3>
      <p class="meta" role="status">
        {granted ? t("sites.on") : refused ? t("welcome.pageRefused") : t("welcome.pageAsk")}
      </p>
      {granted ? (
        <Button onPress={turnOff}>{t("sites.stop")}</Button>
      ) : (
        <Button onPress={turnOn}>{t("welcome.usePage")}</Button>
      )}
    </div>
  );
}
