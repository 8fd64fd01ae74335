/** Fields: a sunk line to write on, the label above, quiet. The person's words keep their own direction. */
import { useEffect, useId, useState } from "preact/hooks";

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** Leaving the field: a good moment to save. */
  onLeave?: () => void;
  /** More than one line. */
  rows?: number;
  type?: "text" | "date" | "time" | "email" | "search" | "number";
  hint?: string;
  /** Not the person's voice: an address, a list of domains. */
  plain?: boolean;
  maxLength?: number;
  required?: boolean;
  min?: number;
  max?: number;
}

/** A labelled field. While the person is in it, what they type wins over what comes from outside. */
export function Field(props: FieldProps) {
  const [text, setText] = useState(props.value);
  const [inside, setInside] = useState(false);
  const hintId = useId();
  useEffect(() => {
    if (!inside) setText(props.value);
  }, [props.value, inside]);
  const shared = {
    class: "write",
    dir: "auto" as const,
    value: text,
    maxLength: props.maxLength,
    required: props.required,
    "aria-describedby": props.hint === undefined ? undefined : hintId,
    onFocus: () => setInside(true),
    onBlur: () => {
      setInside(false);
      props.onLeave?.();
    },
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      setText(event.currentTarget.value);
      props.onInput(event.currentTarget.value);
    },
  };
  // Preact's types want one literal per input; which one it is is only known here.
  const typed = { type: props.type ?? "text" } as { type: "text" };
  return (
    <div class={classOf(props)}>
      <label>
        <span class="lab">{props.label}</span>
        {props.rows === undefined ? (
          <input {...typed} min={props.min} max={props.max} {...shared} />
        ) : (
          <textarea rows={props.rows} {...shared} />
        )}
      </label>
      {props.hint !== undefined && (
        <p class="by" id={hintId}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

/** Numbers, days, addresses are not a person's voice: they are set in the product's own face. */
function classOf({ type, plain }: Pick<FieldProps, "type" | "plain">): string {
  if (type === "number" || type === "date" || type === "time") return "f plain figure";
  return plain === true || type === "email" || type === "search" ? "f plain" : "f";
}

/** A choice among many, as the browser's own list. */
export function Select<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  /** The label is spoken but not shown. */
  bare?: boolean;
}) {
  return (
    <label class="f select">
      <span class={props.bare ? "sr" : "lab"}>{props.label}</span>
      <select
        class="pick"
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A box to tick. */
export function Check(props: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span dir="auto">{props.label}</span>
    </label>
  );
}
