/**
 * Drawn signs: the marks of an event and the glyphs of an occasion. Shape carries the meaning, colour repeats it.
 * Must never carry a word of its own: labels come in as props, so that the page scripts can use these too.
 */
import type { Answer } from "../../lib/domain/reflection.ts";

const lozenge = "M6 .5 11.5 6 6 11.5 .5 6Z";
const hollowLozenge = "M6 1.5 10.5 6 6 10.5 1.5 6Z";
const ring =
  "M6 .75a5.25 5.25 0 1 0 0 10.5a5.25 5.25 0 1 0 0-10.5Zm0 3a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 1 1 0-4.5Z";

export interface MarkProps {
  kind: "high-stakes" | "coaching";
  /** Marked by the person: hollow lozenge. */
  marked?: boolean;
  /** On somebody else's chip: a halo in the ground colour behind the shape. */
  halo?: boolean;
}

/** Lozenge = high stakes, hollow lozenge = marked by hand, ring = coaching session. Hidden from screen readers. */
export function Mark({ kind, marked = false, halo = false }: MarkProps) {
  if (kind === "coaching") {
    return (
      <svg class="mark mark-coach" viewBox="0 0 12 12" aria-hidden="true">
        {halo && <circle class="halo" cx="6" cy="6" r="7" />}
        <path class="f" fill-rule="evenodd" d={ring} />
      </svg>
    );
  }
  return (
    <svg class={`mark ${marked ? "mark-hand" : "mark-stakes"}`} viewBox="0 0 12 12" aria-hidden="true">
      {halo && <path class="halo" d="M6-2 14 6 6 14-2 6Z" />}
      <path class="f" d={marked ? hollowLozenge : lozenge} />
    </svg>
  );
}

/** Full, half, open circle and dash: did, partly, missed, did not come up. Hidden from screen readers. */
export function OccasionGlyph({ answer }: { answer: Answer }) {
  return (
    <svg class="occ" viewBox="0 0 12 12" aria-hidden="true">
      {answer === "not-applicable" ? (
        <line x1="2" y1="6" x2="10" y2="6" />
      ) : (
        <circle cx="6" cy="6" r="4.75" />
      )}
      {answer === "did" && <circle class="full" cx="6" cy="6" r="4.75" />}
      {answer === "partly" && <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5Z" />}
    </svg>
  );
}

/** Outcomes in order, oldest first, spoken as one label ("did, missed, newest last"). */
export function Run({ outcomes, label }: { outcomes: readonly Answer[]; label: string }) {
  return (
    <span class="run" role="img" aria-label={label}>
      {outcomes.map((answer, position) => (
        <OccasionGlyph key={position} answer={answer} />
      ))}
    </span>
  );
}

/** The product's own sign: a line through a lozenge. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 16 16" aria-hidden="true">
      <path class="l" d="M1 8h14" />
      <path class="d" d="M8 3.5 12.5 8 8 12.5 3.5 8Z" />
    </svg>
  );
}
