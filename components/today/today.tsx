/** Today and the week ahead: which meetings deserve preparation, what waits, what is due. */
import type { Format } from "../format.ts";
import type { Commitment } from "../../lib/domain/commitment.ts";
import type { EventView, TodayView } from "../../lib/rpc/views.ts";
import { PageHead, Section } from "../app/page-head.tsx";
import { readingSentence } from "../reading.ts";
import { CaptureList } from "../reflection/capture-list.tsx";
import { LinkButton } from "../ui/button.tsx";
import { Fold } from "../ui/fold.tsx";
import { Shown } from "../ui/notice.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { useNow, useView } from "../ui/use-view.ts";
import { FlagMark } from "../ui/flag-mark.tsx";
import { AllEvents } from "./all-events.tsx";
import { DayEvents } from "./day-events.tsx";
import { WeekStrip } from "./week-strip.tsx";
import "./today.css";

/** What the margin shows one by one; the rest is folded. */
const shownCaptures = 4;
const shownCommitments = 5;

export function Today() {
  const view = useView("today.get", {});
  const { format } = useWords();
  const nowMs = useNow();
  if (view.value === null) {
    return (
      <main>
        <PageHead title={format.longDay(nowMs)} />
        <Shown view={view}>{() => null}</Shown>
      </main>
    );
  }
  return (
    <>
      <main>
        <Shown view={view}>
          {(today) => (
            <>
              <Head today={today} nowMs={nowMs} />
              <Body today={today} nowMs={nowMs} />
            </>
          )}
        </Shown>
      </main>
      <Margin today={view.value} />
    </>
  );
}

const isHigh = (event: EventView) => event.flag === "high-stakes";

function Head({ today, nowMs }: { today: TodayView; nowMs: number }) {
  const { t, format } = useWords();
  const todays = today.today.filter(isHigh).length;
  const dayKey = format.dayKey(nowMs);
  const later = today.week.filter(
    (event) => isHigh(event) && event.startMs > nowMs && format.dayKey(event.startMs) !== dayKey,
  ).length;
  const read = today.reading.lastReadAtMs !== null;
  return (
    <PageHead
      title={format.longDay(nowMs)}
      meta={
        <>
          {read && `${t("today.count", { count: todays })} `}
          {read &&
            later > 0 &&
            `${t(isComing(today, nowMs, format) ? "today.laterComing" : "today.later", { count: later })} `}
          {readingSentence(t, format, today.reading, nowMs)}
        </>
      }
    >
      {today.week.length > 0 && <WeekStrip events={today.week} fromMs={today.weekFromMs} nowMs={nowMs} />}
    </PageHead>
  );
}

function Body({ today, nowMs }: { today: TodayView; nowMs: number }) {
  const { t, format } = useWords();
  if (today.reading.sources.length === 0) return <NoSource />;
  const dayKey = format.dayKey(nowMs);
  const coming = isComing(today, nowMs, format);
  const ahead = today.week.filter(
    (event) =>
      event.startMs > nowMs &&
      format.dayKey(event.startMs) !== dayKey &&
      (event.flag !== null || event.priorities.length > 0),
  );
  return (
    <>
      <Section title={t("today.today")} meta={format.time(nowMs)}>
        <DayEvents events={today.today} nowMs={nowMs} />
      </Section>
      <Section
        title={t(coming ? "today.coming" : "today.week")}
        meta={t("today.flags", { count: today.flagsPerDay })}
      >
        {ahead.length === 0 ? (
          <p class="dim">{t(coming ? "today.comingNone" : "today.weekNone")}</p>
        ) : (
          <WeekList events={ahead} queueCount={today.queueCount} />
        )}
      </Section>
      <section class="sec">
        <Fold summary={t("today.all")}>
          <AllEvents />
        </Fold>
      </section>
    </>
  );
}

/** At the weekend the days shown begin with today and reach into the next week. */
function isComing(today: TodayView, nowMs: number, format: Format): boolean {
  const isWeekend = format.weekday(nowMs) % 6 === 0;
  return isWeekend && format.dayKey(today.weekFromMs) === format.dayKey(nowMs);
}

function NoSource() {
  const { t } = useWords();
  return (
    <section class="sec">
      <h2>{t("popup.firstRun")}</h2>
      <p class="body dim">{t("popup.firstRunWhy")}</p>
      <p class="after">
        <LinkButton href="welcome.html#source" look="primary">
          {t("today.chooseSource")}
        </LinkButton>
      </p>
    </section>
  );
}

function WeekList({ events, queueCount }: { events: readonly EventView[]; queueCount: number }) {
  const { t, format } = useWords();
  const days = Map.groupBy(events, (event) => format.dayKey(event.startMs));
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <div class="wk" key={day}>
          <h3>{format.shortDay(ofDay[0]?.startMs ?? 0)}</h3>
          <ol>
            {ofDay.map((event) => (
              <WeekRow key={event.eventKey} event={event}>
                {event.flag === "coaching" && queueCount > 0 && t("popup.queue", { count: queueCount })}
              </WeekRow>
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}

function WeekRow({ event, children }: { event: EventView; children: string | false }) {
  const { t, format } = useWords();
  return (
    <li>
      <span class="m">
        <FlagMark event={event} />
      </span>
      <span class="dim num">{event.allDay ? t("today.allDay") : format.time(event.startMs)}</span>
      <span>
        <span dir="auto">{event.title}</span>{" "}
        <span class="why">{children || event.reasons.slice(0, 2).join(". ")}</span>
      </span>
    </li>
  );
}

function Margin({ today }: { today: TodayView }) {
  const { t, format } = useWords();
  const moreCaptures = today.capturesWaiting.slice(shownCaptures);
  return (
    <aside class="margin" aria-label={t("today.margin")}>
      {today.capturesWaiting.length > 0 && (
        <section>
          <h2>{t("today.captures")}</h2>
          <CaptureList waiting={today.capturesWaiting.slice(0, shownCaptures)} />
          {moreCaptures.length > 0 && (
            <Fold summary={t("do.more", { count: moreCaptures.length })}>
              <CaptureList waiting={moreCaptures} />
            </Fold>
          )}
        </section>
      )}
      <section>
        <h2>{t("today.due")}</h2>
        {today.commitmentsDue.length === 0 ? (
          <p class="dim">{t("today.dueNone")}</p>
        ) : (
          <Commitments commitments={today.commitmentsDue} />
        )}
      </section>
      {today.nextSession !== null && (
        <section>
          <h2>{t("popup.session")}</h2>
          <p>
            <span dir="auto">{today.nextSession.title}</span>
            <br />
            <span class="meta">{format.near(today.nextSession.startMs, today.nowMs)}</span>
          </p>
          <p>
            <LinkButton href="#/queue" small>
              {today.queueCount === 0 ? t("do.openQueue") : t("popup.queue", { count: today.queueCount })}
            </LinkButton>
          </p>
        </section>
      )}
    </aside>
  );
}

const rowOf = (commitment: Commitment) => <CommitmentRow key={commitment.id} commitment={commitment} />;

function Commitments({ commitments }: { commitments: readonly Commitment[] }) {
  const { t } = useWords();
  const rest = commitments.slice(shownCommitments);
  return (
    <>
      <ul>{commitments.slice(0, shownCommitments).map(rowOf)}</ul>
      {rest.length > 0 && (
        <Fold summary={t("do.more", { count: rest.length })}>
          <ul>{rest.map(rowOf)}</ul>
        </Fold>
      )}
    </>
  );
}

function CommitmentRow({ commitment }: { commitment: Commitment }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  return (
    <li>
      <span dir="auto">{commitment.text}</span>
      <br />
      <span class="meta">
        {commitment.dueMs === null
          ? t("commitment.open")
          : t("commitment.due", { time: format.near(commitment.dueMs, nowMs) })}
      </span>
    </li>
  );
}
