/** The day in order: what deserves preparation with its reason and plan, the rest in one quiet line each. */
import type { EventView } from "../../lib/rpc/views.ts";
import { useMark } from "../panel/mark-controls.tsx";
import { Button } from "../ui/button.tsx";
import { FlagMark } from "../ui/flag-mark.tsx";
import { PlanText } from "../ui/memo.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

/** Quiet rows shown one by one; beyond that only their number. */
const quietLimit = 6;

const matters = (event: EventView) => event.flag !== null || event.priorities.length > 0;

export function DayEvents({ events, nowMs }: { events: readonly EventView[]; nowMs: number }) {
  const { t } = useWords();
  if (events.length === 0) return <p class="dim">{t("today.none")}</p>;
  const next = events.find((event) => matters(event) && (event.endMs ?? event.startMs) > nowMs);
  const quiet = events.filter((event) => !matters(event));
  const shown = events.filter((event) => matters(event) || quiet.indexOf(event) < quietLimit);
  const more = events.length - shown.length;
  return (
    <>
      <ol>
        {shown.map((event) =>
          matters(event) ? (
            <LoudEvent key={event.eventKey} event={event} nowMs={nowMs} primary={event === next} />
          ) : (
            <QuietEvent key={event.eventKey} event={event} />
          ),
        )}
      </ol>
      {more > 0 && <p class="dim more">{t("today.moreQuiet", { count: more })}</p>}
    </>
  );
}

function When({ event }: { event: EventView }) {
  const { t, format } = useWords();
  return <span class="t num">{event.allDay ? t("today.allDay") : format.time(event.startMs)}</span>;
}

function LoudEvent({ event, nowMs, primary }: { event: EventView; nowMs: number; primary: boolean }) {
  const { t, format } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const mark = useMark();
  const over = (event.endMs ?? event.startMs) <= nowMs;
  const open = () => void attempt(() => platform.openPanel(event.eventKey, over ? "words" : "card"));
  return (
    <li class="ev">
      <When event={event} />
      <span class="m">
        <FlagMark event={event} />
      </span>
      <div>
        <h3 dir="auto">{event.title}</h3>
        {event.reasons.length > 0 && <p class="why">{event.reasons.join(". ")}.</p>}
        {primary && event.plan !== null && <PlanText plan={event.plan} />}
        <div class="acts">
          <Button look={primary ? "primary" : "usual"} small={!primary} onPress={open}>
            {over ? t("do.addWords") : t("do.prepare")}
          </Button>
          {event.flag === "high-stakes" && (
            <Button look="quiet" small action="unmark" onPress={() => void mark(event, "ordinary", "event")}>
              {t("mark.unset")}
            </Button>
          )}
        </div>
      </div>
      <span class="meta num">{over ? "" : format.until(event.startMs, nowMs)}</span>
    </li>
  );
}

function QuietEvent({ event }: { event: EventView }) {
  return (
    <li class="ev q">
      <When event={event} />
      <span class="m" />
      <h3 dir="auto">{event.title}</h3>
    </li>
  );
}
