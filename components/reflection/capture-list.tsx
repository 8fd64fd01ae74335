/** Captures waiting: one row per event, one click each. A captured row stays with its undo until the list is left. */
import { useState } from "preact/hooks";
import type { CaptureView, EventView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import { Capture } from "../ui/capture.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useNow } from "../ui/use-view.ts";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { answerWords } from "./answer-words.ts";
import { useCapture } from "./use-capture.ts";

export interface Waiting {
  event: EventView;
  capture: CaptureView;
}

const keyOf = ({ capture }: Waiting) => `${capture.eventKey} ${capture.priorityId ?? ""}`;

/** What waits, joined with what was settled here since the surface was opened, in a steady order. */
export function useWaiting(waiting: readonly Waiting[]): {
  rows: Waiting[];
  settle: (row: Waiting, capture: CaptureView | null) => void;
} {
  const [settled, setSettled] = useState<readonly Waiting[]>([]);
  const settledKeys = new Set(settled.map(keyOf));
  const rows = [...settled, ...waiting.filter((row) => !settledKeys.has(keyOf(row)))].toSorted(
    (a, b) => b.capture.endedMs - a.capture.endedMs || keyOf(a).localeCompare(keyOf(b)),
  );
  const settle = (row: Waiting, capture: CaptureView | null) =>
    setSettled((before) => {
      const others = before.filter((each) => keyOf(each) !== keyOf(row));
      const withdrawn = capture === null || capture.answer === null;
      return withdrawn ? others : [...others, { event: row.event, capture }];
    });
  return { rows, settle };
}

/** A row for each; the caller gives as many as it wants to show, and says how many more there are. */
export function CaptureList({ waiting }: { waiting: readonly Waiting[] }) {
  const { rows, settle } = useWaiting(waiting);
  return (
    <>
      {rows.map((row) => (
        <CaptureRow key={keyOf(row)} row={row} onSettled={(capture) => settle(row, capture)} />
      ))}
    </>
  );
}

function CaptureRow({ row, onSettled }: { row: Waiting; onSettled: (capture: CaptureView | null) => void }) {
  const { t, format } = useWords();
  const { platform } = useSurroundings();
  const { attempt } = useSurface();
  const nowMs = useNow();
  const { answer, savedAtMs, press, undo } = useCapture(row.capture, onSettled);
  const { event, capture } = row;
  return (
    <div class="cap-row">
      <p class="cap-of">
        <span dir="auto">{event.title}</span>
        <span class="meta end num" role="status">
          {savedAtMs === null
            ? format.near(event.startMs, nowMs)
            : t("capture.saved", { time: format.time(savedAtMs) })}
        </span>
      </p>
      <p class="meta" dir="auto">
        {capture.priorityName ?? t("capture.question")}
      </p>
      <Capture
        label={`${t("answer.label")}: ${event.title}`}
        words={answerWords(t)}
        answer={answer}
        onAnswer={press}
      />
      {savedAtMs !== null && (
        <p class="cap-after">
          <Button look="link" action="undo" onPress={undo}>
            {t("do.undo")}
          </Button>
          <Button look="link" onPress={() => void attempt(() => platform.openPanel(event.eventKey, "words"))}>
            {t("do.addWords")}
          </Button>
        </p>
      )}
    </div>
  );
}
