/** Folded parts: the rest, said in one line and opened on demand. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** Children are drawn only once opened, so that what they ask for is asked for only then. */
export function Fold({ summary, children }: { summary: string; children: ComponentChildren }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}>
      <summary>{summary}</summary>
      {opened && children}
    </details>
  );
}
