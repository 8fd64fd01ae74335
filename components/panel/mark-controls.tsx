/** The person's own word on an event: high stakes or not, a session or not; this one or the whole series. */
import { useState } from "preact/hooks";
import type { MarkKind } from "../../lib/domain/mark.ts";
import type { EventView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import { Check } from "../ui/field.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

/** Sets a mark and offers to take it back. */
export function useMark(onChange: () => Promise<void> = async () => {}) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const sentences = {
    "high-stakes": "undo.marked",
    ordinary: "undo.unmarked",
    coaching: "undo.coaching",
    "not-coaching": "undo.notCoaching",
  } as const;
  return (event: Pick<EventView, "eventKey" | "title">, kind: MarkKind, scope: "event" | "series") =>
    attempt(async () => {
      const undo = await call("mark.set", { eventKey: event.eventKey, kind, scope });
      offerUndo(t(sentences[kind], { what: event.title }), undo);
      await onChange();
    });
}

export function MarkControls({ event, onChange }: { event: EventView; onChange: () => Promise<void> }) {
  const { t } = useWords();
  const [series, setSeries] = useState(false);
  const mark = useMark(onChange);
  const scope = series && event.seriesKey !== null ? "series" : "event";
  const isSession = event.flag === "coaching";
  const isHigh = event.flag === "high-stakes";
  return (
    <div class="marks">
      <div class="acts">
        {isHigh ? (
          <Button small action="unmark" onPress={() => void mark(event, "ordinary", scope)}>
            {t("mark.unset")}
          </Button>
        ) : (
          <Button small action="mark" onPress={() => void mark(event, "high-stakes", scope)}>
            {t("mark.set")}
          </Button>
        )}
        <Button small onPress={() => void mark(event, isSession ? "not-coaching" : "coaching", scope)}>
          {isSession ? t("mark.notCoaching") : t("mark.coaching")}
        </Button>
      </div>
      {event.seriesKey !== null && <Check label={t("mark.series")} checked={series} onChange={setSeries} />}
    </div>
  );
}
