/** Which of the coming four weeks' events a situation touches: a small calendar, and the same as a list. */
import type { Situation } from "../../lib/domain/plan.ts";
import type { EventView } from "../../lib/rpc/views.ts";
import type { Format } from "../format.ts";
import { Fold } from "../ui/fold.tsx";
import { Mark } from "../ui/marks.tsx";
import { Shown } from "../ui/notice.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { useNow, useView } from "../ui/use-view.ts";

/** Events named beside the calendar; the rest is folded. */
const shownFirst = 3;
const dayMs = 24 * 60 * 60_000;
const weeks = 4;
const workdays = 5;

export function Touches({ situation }: { situation: Situation }) {
  const { t } = useWords();
  const view = useView("plan.touches", { situation });
  return (
    <section class="touches" aria-live="polite">
      <Shown view={view}>
        {({ events }) => (
          <>
            <h3>{t("plan.touches", { count: events.length })}</h3>
            <Weeks events={events} />
            {events.length === 0 ? <p class="dim">{t("plan.touchesNone")}</p> : <Titles events={events} />}
          </>
        )}
      </Shown>
    </section>
  );
}

function Titles({ events }: { events: readonly EventView[] }) {
  const { t, format } = useWords();
  const row = (event: EventView) => (
    <li key={event.eventKey}>
      {format.day(event.startMs)}, <span dir="auto">{event.title}</span>
    </li>
  );
  return (
    <>
      <ul class="dim">{events.slice(0, shownFirst).map(row)}</ul>
      {events.length > shownFirst && (
        <Fold summary={t("do.more", { count: events.length - shownFirst })}>
          <ul class="dim">{events.slice(shownFirst).map(row)}</ul>
        </Fold>
      )}
    </>
  );
}

function Weeks({ events }: { events: readonly EventView[] }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const monday = mondayOf(nowMs, format);
  const day = (week: number, weekday: number) =>
    format.startOfDay(monday + dayMs / 2 + (week * 7 + weekday) * dayMs);
  const byDay = Map.groupBy(events, (event) => format.dayKey(event.startMs));
  const days = Array.from({ length: workdays }, (_, weekday) => weekday);
  return (
    <div class="cal" role="img" aria-label={t("plan.touchesLabel", { count: events.length })}>
      <span />
      {days.map((weekday) => (
        <span key={weekday} class="h">
          {format.letter(day(0, weekday))}
        </span>
      ))}
      {Array.from({ length: weeks }, (_, week) => [
        <span key={`w${week}`}>{format.dayMonth(day(week, 0))}</span>,
        ...days.map((weekday) => (
          <i key={`${week}.${weekday}`}>
            {(byDay.get(format.dayKey(day(week, weekday))) ?? []).slice(0, 3).map((event) => (
              <Dot key={event.eventKey} event={event} />
            ))}
          </i>
        )),
      ])}
    </div>
  );
}

function Dot({ event }: { event: EventView }) {
  return event.flag === null ? <b /> : <Mark kind={event.flag} marked={event.marked} />;
}

function mondayOf(nowMs: number, format: Format): number {
  const back = (format.weekday(nowMs) + 6) % 7;
  return format.startOfDay(format.startOfDay(nowMs) + dayMs / 2 - back * dayMs);
}
