/**
 * The week as a strip: one bar per event where it lies in its day, its height the stakes from 0 to 100. Marks repeat
 * in shape what colour says; the table behind it says everything in words.
 */
import type { EventView } from "../../lib/rpc/views.ts";
import type { Format } from "../format.ts";
import { Table } from "../ui/figure.tsx";
import { Mark } from "../ui/marks.tsx";
import { useWords } from "../ui/surroundings.tsx";

/** The part of the day that is drawn at least, in minutes since midnight; earlier and later events widen it. */
const usualStart = 7 * 60;
const usualEnd = 20 * 60;
/** Height of the plot at 100 stakes, px, leaving room for the mark above. */
const fullHeight = 72;
const dayMs = 24 * 60 * 60_000;

export function WeekStrip(props: { events: readonly EventView[]; fromMs: number; nowMs: number }) {
  const { events, fromMs, nowMs } = props;
  const { t, format } = useWords();
  const days = weekDays(fromMs, format);
  const timed = events.filter((event) => !event.allDay);
  const minutes = [...timed.map((event) => event.startMs), nowMs].map((ms) => format.minuteOfDay(ms));
  const share = shareOfDay(minutes);
  const todayKey = format.dayKey(nowMs);
  return (
    <figure class="strip-fig">
      <div class="strip" aria-hidden="true">
        {days.map((dayStartMs) => {
          const key = format.dayKey(dayStartMs);
          const ofDay = timed.filter((event) => format.dayKey(event.startMs) === key);
          const state = key < todayKey ? "past" : key === todayKey ? "today" : "";
          return (
            <div key={key} class={`day ${state}`}>
              <span class="plot">
                {ofDay.map((event) => (
                  <Bar key={event.eventKey} event={event} at={share(format.minuteOfDay(event.startMs))} />
                ))}
                {state === "today" && (
                  <i class="now" style={`inset-inline-start:${share(format.minuteOfDay(nowMs))}%`} />
                )}
              </span>
              <span class="d">{format.shortDay(dayStartMs)}</span>
            </div>
          );
        })}
      </div>
      <p class="meta legend">
        {t("today.strip")} <Mark kind="high-stakes" /> {t("today.stripHigh")} <Mark kind="coaching" />{" "}
        {t("today.stripSession")}
      </p>
      <details>
        <summary>{t("do.showTable")}</summary>
        <Table
          columns={[t("table.meeting"), t("table.when"), t("table.stakes"), t("table.flag")]}
          rows={events.map((event) => [
            event.title,
            event.allDay ? format.day(event.startMs) : format.dayTime(event.startMs),
            event.flag === "coaching" ? "" : format.number(event.stakes),
            event.flag === null ? "" : t(`flag.${event.flag}`),
          ])}
        />
      </details>
    </figure>
  );
}

function Bar({ event, at }: { event: EventView; at: number }) {
  const kind = event.flag === "high-stakes" ? "s" : event.flag === "coaching" ? "c" : "";
  const height = event.flag === "coaching" ? 20 : Math.max(4, (event.stakes / 100) * fullHeight);
  return (
    <i class={`b ${kind}`} style={`inset-inline-start:${at}%;block-size:${height}px`}>
      {event.flag !== null && <Mark kind={event.flag} marked={event.marked} />}
    </i>
  );
}

/** A function that says where in the drawn part of a day a minute lies, in per cent. */
function shareOfDay(minutes: readonly number[]): (minute: number) => number {
  const start = Math.min(usualStart, ...minutes);
  const end = Math.max(usualEnd, ...minutes);
  return (minute) => Math.round(((minute - start) / (end - start)) * 94) + 2;
}

/** Seven day starts. */
function weekDays(fromMs: number, format: Format): number[] {
  // From noon to noon, so that a clock change never moves a day into its neighbour.
  return Array.from({ length: 7 }, (_, day) => format.startOfDay(fromMs + dayMs / 2 + day * dayMs));
}
