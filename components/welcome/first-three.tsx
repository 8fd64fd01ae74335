/** The first three high-stakes meetings of this calendar, and whether Throughline is right about them. */
import { useState } from "preact/hooks";
import type { EventView } from "../../lib/rpc/views.ts";
import { useMark } from "../panel/mark-controls.tsx";
import { Button } from "../ui/button.tsx";
import { Logo, Mark } from "../ui/marks.tsx";
import { Shown } from "../ui/notice.tsx";
import { Seg } from "../ui/scale.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useNow, useView } from "../ui/use-view.ts";

const dayMs = 24 * 60 * 60_000;
const most = 3;

type YesNo = "yes" | "no";

export function FirstThree() {
  const { t, format } = useWords();
  const nowMs = useNow();
  const fromMs = format.startOfDay(nowMs);
  const view = useView("event.list", { fromMs, toMs: fromMs + 14 * dayMs });
  return (
    <section class="step">
      <p class="no">
        <Logo />
        {t("welcome.three")}
      </p>
      <Shown view={view}>
        {(events) => <Found events={events.filter((event) => (event.endMs ?? event.startMs) > nowMs)} />}
      </Shown>
    </section>
  );
}

function Found({ events }: { events: readonly EventView[] }) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  // What the person has just said no to stays in the list, so that no can become yes again.
  const [answered, setAnswered] = useState<ReadonlyMap<string, YesNo>>(new Map());
  const three = events
    .filter((event) => event.flag === "high-stakes" || answered.has(event.eventKey))
    .slice(0, most);
  const session = events.find((event) => event.flag === "coaching");
  const note = (eventKey: string, answer: YesNo) =>
    setAnswered((before) => new Map(before).set(eventKey, answer));
  return (
    <>
      <h2>
        {events.length === 0
          ? t("welcome.threeUnread")
          : three.length === 0
            ? t("welcome.threeNone")
            : t("welcome.threeTitle", { count: three.length })}
      </h2>
      <p class="body dim">
        {events.length === 0
          ? t("welcome.threeEmpty")
          : three.length === 0
            ? t("welcome.threeNoneWhy", { count: events.length })
            : `${t("welcome.threeWhy", { count: events.length })} ${t("welcome.threeAsk", { count: three.length })}`}
      </p>
      <ol class="three list">
        {three.map((event) => (
          <Row key={event.eventKey} event={event} answer={answered.get(event.eventKey) ?? null} note={note} />
        ))}
      </ol>
      {session !== undefined && <IsCoaching key={session.eventKey} event={session} />}
      <div class="acts">
        <Button
          look={events.length === 0 ? "usual" : "primary"}
          onPress={() => void attempt(() => platform.openPage("app.html#/plan"))}
        >
          {t("welcome.name")}
        </Button>
        <Button look="quiet" onPress={() => void attempt(() => platform.openPage("app.html#/today"))}>
          {t("welcome.later")}
        </Button>
      </div>
    </>
  );
}

function yesNo(t: ReturnType<typeof useWords>["t"]): { value: YesNo; label: string }[] {
  return [
    { value: "yes", label: t("welcome.yes") },
    { value: "no", label: t("welcome.no") },
  ];
}

function Row(props: {
  event: EventView;
  answer: YesNo | null;
  note: (eventKey: string, answer: YesNo) => void;
}) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const mark = useMark();
  const { event } = props;
  const choose = (answer: YesNo | null) => {
    if (answer === null) return;
    props.note(event.eventKey, answer);
    void mark(event, answer === "yes" ? "high-stakes" : "ordinary", "event");
  };
  return (
    <li>
      <Mark kind="high-stakes" marked={event.marked} />
      <span class="dim">{format.near(event.startMs, nowMs)}</span>
      <div>
        <h3 dir="auto">{event.title}</h3>
        {/* After a no the reasons for a yes would contradict the person. */}
        {props.answer !== "no" && <p>{event.reasons.map((reason) => `${reason}.`).join(" ")}</p>}
      </div>
      <Seg
        label={t("welcome.right", { title: event.title })}
        choices={yesNo(t)}
        value={props.answer}
        onChoose={choose}
      />
    </li>
  );
}

function IsCoaching({ event }: { event: EventView }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const mark = useMark();
  const [answer, setAnswer] = useState<YesNo | null>(null);
  const question = t("welcome.isCoaching", {
    title: event.title,
    time: format.near(event.startMs, nowMs),
  });
  const scope = event.seriesKey === null ? "event" : "series";
  const choose = (chosen: YesNo | null) => {
    if (chosen === null) return;
    setAnswer(chosen);
    void mark(event, chosen === "yes" ? "coaching" : "not-coaching", scope);
  };
  return (
    <div class="is-coaching">
      <Mark kind="coaching" />
      <p dir="auto">{question}</p>
      <span class="end">
        <Seg label={question} choices={yesNo(t)} value={answer} onChoose={choose} />
      </span>
    </div>
  );
}
