/** Folded parts: the rest, said in one line and opened on demand. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/**
 * Children are drawn only once opened, so that what they ask for is asked for only then; `eager` ones stand in the page
 * from the start (file inputs, which tools look for).
 */
export function Fold(props: { summary: string; eager?: boolean; children: ComponentChildren }) {
  const { summary, eager = false, children } = props;
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}>
      <summary>{summary}</summary>
      {(eager || opened) && children}
    </details>
  );
}
