/** The Throughline page: seven routes behind one shell. The entrypoint says which route is open. */
import { useEffect, useRef } from "preact/hooks";
import { Journal } from "../journal/journal.tsx";
import { Plan } from "../plan/plan.tsx";
import { Progress } from "../progress/progress.tsx";
import { Queue } from "../queue/queue.tsx";
import { SettingsPage } from "../settings/settings.tsx";
import { Stakeholders } from "../stakeholders/stakeholders.tsx";
import { Today } from "../today/today.tsx";
import { SurfaceFrame } from "../ui/surface.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { Side } from "./side.tsx";

export const routes = ["today", "queue", "plan", "progress", "stakeholders", "journal", "settings"] as const;
export type Route = (typeof routes)[number];

/** "#/queue" as a route; anything unknown is Today. */
export function routeOf(hash: string): Route {
  const name = hash.replace(/^#\/?/, "").split(/[/?]/)[0];
  return routes.find((route) => route === name) ?? "today";
}

export function App({ route }: { route: Route }) {
  return (
    <SurfaceFrame>
      <div class={route === "plan" || route === "progress" ? "shell wide" : "shell"}>
        <Side route={route} />
        <Page route={route} key={route} />
      </div>
    </SurfaceFrame>
  );
}

const pages: Record<Route, () => preact.JSX.Element> = {
  today: Today,
  queue: Queue,
  plan: Plan,
  progress: Progress,
  stakeholders: Stakeholders,
  journal: Journal,
  settings: SettingsPage,
};

function Page({ route }: { route: Route }) {
  const { t } = useWords();
  useRouteFocus(route, t(`nav.${route}`));
  const Body = pages[route];
  return <Body />;
}

/** Which route was shown last in this document; the first one leaves the focus where the browser put it. */
let shownBefore: Route | null = null;

/** Names the document after the page and, after a change of route, puts the focus on the page's heading. */
function useRouteFocus(route: Route, title: string) {
  const name = useWords().t("name");
  const first = useRef(shownBefore === null || shownBefore === route);
  useEffect(() => {
    document.title = `${title}, ${name}`;
    shownBefore = route;
    if (!first.current) document.querySelector<HTMLElement>("main h1")?.focus();
    scrollTo(0, 0);
  }, [route, title, name]);
}
