/** The words down the side: where one is, where one can go, and that everything stays on this device. */
import { Logo } from "../ui/marks.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { useView } from "../ui/use-view.ts";
import type { Route } from "./app.tsx";

const main = ["today", "queue", "plan", "progress", "stakeholders", "journal"] as const;

export function Side({ route }: { route: Route }) {
  const { t, format } = useWords();
  const queueCount = useView("popup.get", {}).value?.queueCount ?? 0;
  return (
    <nav class="side" aria-label={t("name")}>
      <p class="name">
        <Logo />
        {t("name")}
      </p>
      {main.map((each) => (
        <a key={each} href={`#/${each}`} aria-current={each === route ? "page" : undefined}>
          {t(`nav.${each}`)}
          {each === "queue" && queueCount > 0 && <span class="n">{format.number(queueCount)}</span>}
        </a>
      ))}
      <hr />
      <a href="#/settings" aria-current={route === "settings" ? "page" : undefined}>
        {t("nav.settings")}
      </a>
      <p class="foot">{t("nav.onDevice")}</p>
    </nav>
  );
}
