/** Buttons: one primary on a surface, the rest quiet. */
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

type Look = "usual" | "primary" | "quiet" | "link";

export interface ButtonProps {
  onPress: (event: MouseEvent) => void;
  children: ComponentChildren;
  look?: Look;
  small?: boolean;
  /** Set for buttons that stay pressed. */
  pressed?: boolean;
  /** Set for buttons that open and close something. */
  expanded?: boolean;
  disabled?: boolean;
  /** `data-action` (contracts.md 3), for marks and undo. */
  action?: string;
  /** Accessible name where the text alone is not enough. */
  label?: string;
}

const classes: Record<Look, string> = {
  usual: "btn",
  primary: "btn btn-1",
  quiet: "btn btn-q",
  link: "link",
};

/** A button with words. */
export function Button({ look = "usual", small = false, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      class={`${classes[look]}${small ? " btn-s" : ""}`}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-label={props.label}
      disabled={props.disabled}
      data-action={props.action}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

export interface IconButtonProps {
  icon: IconName;
  label: string;
  onPress: (event: MouseEvent) => void;
  pressed?: boolean;
}

/** A button that is an icon; its label is spoken and shown on hover. */
export function IconButton({ icon, label, onPress, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      class="btn btn-icon btn-s"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={icon} filled={pressed ?? false} />
    </button>
  );
}

/** A link that looks like a button: goes to another page or route. */
export function LinkButton({
  href,
  look = "usual",
  small = false,
  children,
}: {
  href: string;
  look?: Look;
  small?: boolean;
  children: ComponentChildren;
}) {
  return (
    <a class={`${classes[look]}${small ? " btn-s" : ""}`} href={href}>
      {children}
    </a>
  );
}
