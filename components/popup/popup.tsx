/**
 * The toolbar popup: answers in three seconds. One number, one sentence, the captures waiting with one click each,
 * the next session. Must never ask anything the background does not already know.
 */
import type { EventView, PopupView } from "../../lib/rpc/views.ts";
import { CaptureList } from "../reflection/capture-list.tsx";
import { readingSentence } from "../reading.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Logo, Mark } from "../ui/marks.tsx";
import { PlanText } from "../ui/memo.tsx";
import { Notice, Shown } from "../ui/notice.tsx";
import { SurfaceFrame, useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useNow, useView } from "../ui/use-view.ts";
import { FirstRun } from "./first-run.tsx";
import "./popup.css";

/** Captures shown in the popup itself; the rest waits in Today. */
const captureLimit = 3;
/** A reminder that is less than an hour away can be put off. */
const snoozeWindowMs = 60 * 60_000;
const snoozeMinutes = 15;

export function Popup() {
  return (
    <SurfaceFrame>
      <PopupBody />
    </SurfaceFrame>
  );
}

function PopupBody() {
  const view = useView("popup.get", {});
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  return (
    <div class="pp">
      <header class="bar">
        <Logo />
        <h1>{t("name")}</h1>
        <span class="end">
          <IconButton
            icon="panel"
            label={t("do.openPanel")}
            onPress={() => void attempt(() => platform.openPanel(null, "card"))}
          />
        </span>
      </header>
      <main>
        <Shown view={view}>
          {(popup) => (popup.firstRun ? <FirstRun /> : <Usual popup={popup} onChange={view.refresh} />)}
        </Shown>
      </main>
      {view.value !== null && !view.value.firstRun && <Foot popup={view.value} onChange={view.refresh} />}
    </div>
  );
}

function Usual({ popup, onChange }: { popup: PopupView; onChange: () => Promise<void> }) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const more = popup.capturesWaiting.length - captureLimit;
  return (
    <>
      <States popup={popup} />
      {popup.next === null ? (
        <Quiet popup={popup} />
      ) : (
        <Next event={popup.next} key={popup.next.eventKey} onChange={onChange} />
      )}
      <section class="blk captures" aria-label={t("answer.label")}>
        {popup.capturesWaiting.length > 0 && (
          <h2 class="lab">{t("popup.captures", { count: popup.capturesWaiting.length })}</h2>
        )}
        <CaptureList waiting={popup.capturesWaiting.slice(0, captureLimit)} />
        {more > 0 && (
          <Button look="link" onPress={() => void attempt(() => platform.openPage("app.html#/today"))}>
            {t("popup.moreCaptures", { count: more })}
          </Button>
        )}
      </section>
      {popup.nextSession !== null && <Session event={popup.nextSession} queueCount={popup.queueCount} />}
    </>
  );
}

/** What is switched off, so that silence has a reason. */
function States({ popup }: { popup: PopupView }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const paused = popup.pausedUntilMs !== null && popup.pausedUntilMs > nowMs ? popup.pausedUntilMs : null;
  if (!popup.hidden && paused === null) return null;
  return (
    <div class="states">
      {popup.hidden && <Notice>{t("popup.hidden")}</Notice>}
      {paused !== null && <Notice>{t("popup.paused", { time: format.near(paused, nowMs) })}</Notice>}
    </div>
  );
}

function Next({ event, onChange }: { event: EventView; onChange: () => Promise<void> }) {
  const { t, format } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt, tell } = useSurface();
  const nowMs = useNow();
  const { number, unit } = format.count(event.startMs, nowMs);
  const ahead = event.startMs - nowMs;
  const snooze = () =>
    void attempt(async () => {
      await call("snooze", { eventKey: event.eventKey, minutes: snoozeMinutes });
      tell(t("popup.snoozed", { minutes: snoozeMinutes }));
      await onChange();
    });
  return (
    <section class="next">
      <h2 class="of">
        {event.flag !== null && <Mark kind={event.flag} marked={event.marked} />}
        <span dir="auto">{event.title}</span>
      </h2>
      <p class="count">
        {number}
        {unit !== "" && <small>{unit}</small>}
        <span class="meta end">{format.near(event.startMs, nowMs)}</span>
      </p>
      {event.plan === null ? <p class="dim">{t("popup.noPlan")}</p> : <PlanText plan={event.plan} />}
      <div class="acts">
        <Button look="primary" onPress={() => void attempt(() => platform.openPanel(event.eventKey, "card"))}>
          {t("do.prepare")}
        </Button>
        {event.plan === null && (
          <Button onPress={() => void attempt(() => platform.openPage("app.html#/plan"))}>
            {t("popup.writePlan")}
          </Button>
        )}
        {ahead > 0 && ahead <= snoozeWindowMs && (
          <Button onPress={snooze}>{t("popup.snooze", { minutes: snoozeMinutes })}</Button>
        )}
      </div>
    </section>
  );
}

function Quiet({ popup }: { popup: PopupView }) {
  const { t, format } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const nowMs = useNow();
  const { reading } = popup;
  const read = reading.lastReadAtMs !== null;
  return (
    <section class="open">
      <h2>{t("popup.quiet")}</h2>
      <p class="dim">
        {readingSentence(t, format, reading, nowMs)} {read && reading.eventCount > 0 && t("popup.quietWhy")}
      </p>
      {reading.eventCount > 0 && (
        <p>
          <Button look="link" onPress={() => void attempt(() => platform.openPage("app.html#/today"))}>
            {t("popup.lookAtAll", { count: reading.eventCount })}
          </Button>
        </p>
      )}
    </section>
  );
}

function Session({ event, queueCount }: { event: EventView; queueCount: number }) {
  const { t, format } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const nowMs = useNow();
  return (
    <section class="blk session" aria-label={t("popup.session")}>
      <Mark kind="coaching" />
      <p>
        <span dir="auto">{event.title}</span>
        <span class="dim">, {format.near(event.startMs, nowMs)}</span>
      </p>
      <span class="end">
        <Button small onPress={() => void attempt(() => platform.openPage("app.html#/queue"))}>
          {queueCount === 0 ? t("do.openQueue") : t("popup.queue", { count: queueCount })}
        </Button>
      </span>
    </section>
  );
}

function Foot({ popup, onChange }: { popup: PopupView; onChange: () => Promise<void> }) {
  const { t, format } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt } = useSurface();
  const nowMs = useNow();
  const paused = popup.pausedUntilMs !== null && popup.pausedUntilMs > nowMs;
  const run = (change: () => Promise<unknown>) =>
    void attempt(async () => {
      await change();
      await onChange();
    });
  return (
    <footer class="ft">
      <Button
        look="quiet"
        small
        onPress={() => run(() => call("pause", { untilMs: paused ? null : format.endOfDay(nowMs) }))}
      >
        {paused ? t("popup.resume") : t("popup.pause")}
      </Button>
      <Button
        look="quiet"
        small
        pressed={popup.hidden}
        onPress={() => run(() => call("settings.save", { changes: { hidden: !popup.hidden } }))}
      >
        {popup.hidden ? t("popup.show") : t("popup.hide")} <kbd>{t("popup.hideKey")}</kbd>
      </Button>
      <Button look="quiet" small onPress={() => void attempt(() => platform.openPage("app.html#/today"))}>
        {t("do.open")}
      </Button>
    </footer>
  );
}
