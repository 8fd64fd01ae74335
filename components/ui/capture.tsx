/**
 * The one-click capture: four answers side by side. The press shows in the frame of the click; "Saved" is said by the
 * caller once the record is durable. Words come in as props, so that page scripts and surfaces share it.
 */
import type { Answer } from "../../lib/domain/reflection.ts";
import { answers } from "../../lib/domain/reflection.ts";
import { OccasionGlyph } from "./marks.tsx";

export interface CaptureProps {
  /** Accessible name of the group ("How it went"). */
  label: string;
  /** "Did it", "Partly", "Missed", "Did not come up". */
  words: Readonly<Record<Answer, string>>;
  answer: Answer | null;
  /** Called with the browser's event, so that the caller can refuse gestures a page made up. */
  onAnswer: (answer: Answer, event: MouseEvent) => void;
}

/** Buttons carry `data-action="capture-<answer>"` (contracts.md 3). */
export function Capture({ label, words, answer, onAnswer }: CaptureProps) {
  return (
    <div class={`capture${answer === null ? "" : " done"}`} role="group" aria-label={label}>
      {answers.map((each) => (
        <button
          key={each}
          type="button"
          data-action={`capture-${each}`}
          aria-pressed={answer === each}
          onClick={(event) => onAnswer(each, event)}
        >
          <OccasionGlyph answer={each} />
          {words[each]}
        </button>
      ))}
    </div>
  );
}
