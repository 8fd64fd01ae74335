/** A whole number between two bounds; what is outside is not saved. */
import { Field } from "../ui/field.tsx";

export function NumberField(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  return (
    <Field
      label={props.label}
      type="number"
      min={props.min}
      max={props.max}
      value={String(props.value)}
      onInput={(text) => {
        const value = Number(text);
        const whole = text.trim() !== "" && Number.isInteger(value);
        if (whole && value >= props.min && value <= props.max) props.onChange(value);
      }}
    />
  );
}
