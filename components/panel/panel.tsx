/**
 * The side panel: the card for one event, and the reflection on it, whatever page is open. The only place beside the
 * journal where words are typed. Everything can be done by keyboard: 1 to 4 answer, Tab goes on, Esc closes.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { answers } from "../../lib/domain/reflection.ts";
import type { PanelView } from "../../lib/rpc/views.ts";
import type { SaveState } from "../ui/autosave.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Mark } from "../ui/marks.tsx";
import { Shown } from "../ui/notice.tsx";
import { SurfaceFrame, useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import type { PanelPurpose } from "../ui/surroundings.tsx";
import { useNow, useView } from "../ui/use-view.ts";
import { AdaptPlan } from "./adapt-plan.tsx";
import { MarkControls } from "./mark-controls.tsx";
import { Preparation } from "./preparation.tsx";
import { Reflections } from "./reflections.tsx";
import "./panel.css";

export interface PanelProps {
  /** `null`: the current or next event. */
  eventKey: string | null;
  purpose: PanelPurpose;
}

export function Panel(props: PanelProps) {
  return (
    <SurfaceFrame>
      <PanelBody {...props} />
    </SurfaceFrame>
  );
}

function PanelBody({ eventKey, purpose }: PanelProps) {
  const view = useView("event.get", { eventKey });
  const [saved, setSaved] = useState<SaveState>("idle");
  const root = useRef<HTMLDivElement>(null);
  const { t } = useWords();
  useAnswerKeys(root);
  return (
    <div class="sp" ref={root}>
      <main>
        {view.error?.code === "not-found" || (view.value === null && view.answeredAtMs !== null) ? (
          <NoEvent />
        ) : (
          <>
            {view.value === null && <h1 class="sr">{t("panel.title")}</h1>}
            <Shown view={view}>
              {(panel) => (
                <EventPanel
                  key={panel.event.eventKey}
                  panel={panel}
                  purpose={purpose}
                  onChange={view.refresh}
                  onSaveState={setSaved}
                />
              )}
            </Shown>
          </>
        )}
      </main>
      <Foot saved={saved} />
    </div>
  );
}

/** Keys 1 to 4 press the answers of the capture row the focus is in, else of the first one; never while typing. */
function useAnswerKeys(root: { current: HTMLDivElement | null }) {
  const { platform } = useSurroundings();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") return platform.close();
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest("input, textarea, select, [role=radiogroup]")) return;
      const answer = answers[Number(event.key) - 1];
      if (answer === undefined) return;
      const within = target?.closest(".reflection") ?? root.current;
      within?.querySelector<HTMLElement>(`[data-action="capture-${answer}"]`)?.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [platform, root]);
}

interface EventPanelProps {
  panel: PanelView;
  purpose: PanelPurpose;
  onChange: () => Promise<void>;
  onSaveState: (state: SaveState) => void;
}

function EventPanel({ panel, purpose, onChange, onSaveState }: EventPanelProps) {
  const { t } = useWords();
  const nowMs = useNow();
  const [adapting, setAdapting] = useState(purpose === "adapt");
  const { event, card } = panel;
  const ended = (event.endMs ?? event.startMs) <= nowMs;
  const reflects = ended || panel.reflections.some(({ reflection }) => reflection !== null);
  return (
    <>
      <Top panel={panel} reflects={reflects} />
      <h1 dir="auto">{event.title}</h1>
      {!event.attending && <p class="meta">{t("panel.notAttending")}</p>}
      {reflects && <Reflections panel={panel} onChange={onChange} onSaveState={onSaveState} />}
      <Preparation card={card} event={event} quiet={reflects} onAdapt={() => setAdapting(true)} />
      {adapting && card.priority !== null && (
        <AdaptPlan
          card={card}
          priorityId={card.priority.id}
          onDone={() => {
            setAdapting(false);
            void onChange();
          }}
        />
      )}
      {!reflects && card.priority !== null && <p class="meta not-yet">{t("panel.notYet")}</p>}
      <MarkControls event={event} onChange={onChange} />
    </>
  );
}

function Top({ panel, reflects }: { panel: PanelView; reflects: boolean }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const { event } = panel;
  const kind =
    event.flag === "coaching" ? "panel.session" : reflects ? "panel.reflection" : "panel.preparation";
  const when =
    event.endMs === null || event.allDay
      ? format.near(event.startMs, nowMs)
      : t("time.range", { from: format.near(event.startMs, nowMs), to: format.time(event.endMs) });
  return (
    <p class="top">
      {event.flag !== null && <Mark kind={event.flag} marked={event.marked} />}
      <span>
        {t(kind)}
        {event.flag === "high-stakes" && (
          <span class="meta"> {t("flag.highStakes", { stakes: event.stakes })}</span>
        )}
      </span>
      <span class="meta end">{when}</span>
    </p>
  );
}

function NoEvent() {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  return (
    <div class="none">
      <h1>{t("panel.none")}</h1>
      <p class="dim">{t("panel.noneWhy")}</p>
      <p>
        <Button onPress={() => void attempt(() => platform.openPage("app.html#/today"))}>
          {t("panel.openToday")}
        </Button>
      </p>
    </div>
  );
}

function Foot({ saved }: { saved: SaveState }) {
  const { t, format } = useWords();
  const { clock, platform } = useSurroundings();
  const savedAt = useRef(0);
  if (saved === "saved") savedAt.current = clock.nowMs();
  return (
    <footer class="foot">
      <span class="meta" role="status">
        {saved === "saved" && t("capture.saved", { time: format.time(savedAt.current) })}
        {saved === "waiting" && t("capture.saving")}
        {saved === "kept" && t("capture.kept")}
      </span>
      <span class="meta end keys">{t("panel.keysText")}</span>
      <IconButton icon="close" label={t("do.close")} onPress={() => platform.close()} />
    </footer>
  );
}
