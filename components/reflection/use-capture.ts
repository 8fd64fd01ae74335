/**
 * One capture row's state: the press shows at once, "Saved" only when the background has answered that the record is
 * durable, and what failed is taken back from the screen and said.
 */
import { useState } from "preact/hooks";
import type { Answer } from "../../lib/domain/reflection.ts";
import type { CaptureView } from "../../lib/rpc/views.ts";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings } from "../ui/surroundings.tsx";

export interface CaptureControl {
  /** What is pressed: the stored answer, or the one on its way. */
  answer: Answer | null;
  /** When it was stored, ms; `null` while nothing is or a press is on its way. */
  savedAtMs: number | null;
  press: (answer: Answer) => void;
  undo: () => void;
}

/** Controls the capture of one event and priority. `onSettled` hears of every stored or withdrawn answer. */
export function useCapture(
  capture: CaptureView,
  onSettled: (capture: CaptureView | null) => void = () => {},
): CaptureControl {
  const { call } = useSurroundings();
  const { attempt } = useSurface();
  const [pressed, setPressed] = useState<Answer | null>(null);
  const { eventKey, priorityId } = capture;

  const press = (answer: Answer) => {
    setPressed(answer);
    void attempt(async () => {
      onSettled(await call("capture.save", { eventKey, priorityId, answer }));
    }).then(() => setPressed(null));
  };
  const undo = () =>
    void attempt(async () => {
      onSettled((await call("capture.undo", { eventKey, priorityId })).capture);
    });
  return {
    answer: pressed ?? capture.answer,
    savedAtMs: pressed === null ? capture.answeredAtMs : null,
    press,
    undo,
  };
}
