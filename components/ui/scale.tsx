/**
 * Scales and short choices. One tab stop each: arrows move, digits choose on number scales, Delete clears. A radio
 * group for screen readers.
 */
import { useRef } from "preact/hooks";

export interface Choice<T> {
  value: T;
  label: string;
}

interface ChoiceRowProps<T> {
  /** Accessible name of the group, or the id of the text that names it. */
  label: string;
  choices: readonly Choice<T>[];
  value: T | null;
  onChoose: (value: T | null) => void;
  /** May the answer be taken away again? */
  clearable?: boolean;
}

/** A row of numbers or words with its ends named below. */
export function Scale<T extends string | number>(props: ChoiceRowProps<T> & { ends?: readonly string[] }) {
  return (
    <>
      <ChoiceRow {...props} look="scale" />
      {props.ends !== undefined && (
        <p class="scale-ends">
          {props.ends.map((end) => (
            <span key={end}>{end}</span>
          ))}
        </p>
      )}
    </>
  );
}

/** Two to four words side by side, one of them chosen. */
export function Seg<T extends string | number>(props: ChoiceRowProps<T>) {
  return <ChoiceRow {...props} look="seg" />;
}

function ChoiceRow<T extends string | number>(props: ChoiceRowProps<T> & { look: "scale" | "seg" }) {
  const row = useRef<HTMLDivElement>(null);
  const { choices, value, onChoose, clearable = false } = props;
  const chosen = choices.findIndex((choice) => choice.value === value);
  const choose = (position: number) => {
    const choice = choices[position];
    if (choice === undefined) return;
    onChoose(choice.value);
    row.current?.querySelectorAll<HTMLElement>("button")[position]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = positionForKey(event.key, chosen, choices, isRightToLeft(row.current));
    if (next !== null) choose(next);
    else if (clearable && (event.key === "Delete" || event.key === "Backspace")) onChoose(null);
    else return;
    event.preventDefault();
    // The surface has keys of its own (1 to 4 answer); inside a scale they mean the scale.
    event.stopPropagation();
  };
  return (
    <div class={props.look} role="radiogroup" aria-label={props.label} ref={row} onKeyDown={onKeyDown}>
      {choices.map((choice, position) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={position === chosen}
          tabIndex={position === Math.max(chosen, 0) ? 0 : -1}
          onClick={() => onChoose(clearable && position === chosen ? null : choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

/** Which choice a key leads to; `null` when the key is not ours. Digits choose by value, 1 on "10" never. */
export function positionForKey(
  key: string,
  chosen: number,
  choices: readonly Choice<string | number>[],
  rightToLeft: boolean,
): number | null {
  const last = choices.length - 1;
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const backward = rightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === forward || key === "ArrowDown") return chosen >= last ? 0 : chosen + 1;
  if (key === backward || key === "ArrowUp") return chosen <= 0 ? last : chosen - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (!/^\d$/.test(key)) return null;
  const byValue = choices.findIndex((choice) => choice.value === Number(key));
  return byValue === -1 ? null : byValue;
}

function isRightToLeft(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).direction === "rtl";
}
