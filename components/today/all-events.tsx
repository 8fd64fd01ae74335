/** Everything that was read for the coming two weeks, so that anything can be marked or opened. */
import type { EventView } from "../../lib/rpc/views.ts";
import { useMark } from "../panel/mark-controls.tsx";
import { Button } from "../ui/button.tsx";
import { FlagMark } from "../ui/flag-mark.tsx";
import { Shown } from "../ui/notice.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useNow, useView } from "../ui/use-view.ts";

const dayMs = 24 * 60 * 60_000;

export function AllEvents() {
  const { t, format } = useWords();
  const nowMs = useNow();
  const fromMs = format.startOfDay(nowMs);
  const view = useView("event.list", { fromMs, toMs: fromMs + 14 * dayMs });
  return (
    <Shown view={view}>
      {(events) =>
        events.length === 0 ? (
          <p class="dim">{t("today.allNone")}</p>
        ) : (
          <ol class="all">
            {events.map((event) => (
              <EventRow key={event.eventKey} event={event} />
            ))}
          </ol>
        )
      }
    </Shown>
  );
}

function EventRow({ event }: { event: EventView }) {
  const { t, format } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const mark = useMark();
  const isHigh = event.flag === "high-stakes";
  return (
    <li>
      <span class="dim num">{event.allDay ? format.day(event.startMs) : format.dayTime(event.startMs)}</span>
      <span class="m">
        <FlagMark event={event} />
      </span>
      <span dir="auto">{event.title}</span>
      <span class="acts end">
        <Button
          look="link"
          action={isHigh ? "unmark" : "mark"}
          label={`${isHigh ? t("mark.unset") : t("mark.set")}: ${event.title}`}
          onPress={() => void mark(event, isHigh ? "ordinary" : "high-stakes", "event")}
        >
          {isHigh ? t("mark.unset") : t("mark.set")}
        </Button>
        <Button
          look="link"
          label={`${t("do.open")}: ${event.title}`}
          onPress={() => void attempt(() => platform.openPanel(event.eventKey, "card"))}
        >
          {t("do.open")}
        </Button>
      </span>
    </li>
  );
}
