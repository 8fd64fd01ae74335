/**
 * Marks: the person's own word on an event or its series. A mark wins at once over the score.
 */
import type { RecordBase } from "./record.ts";

export const markKinds = ["high-stakes", "ordinary", "coaching", "not-coaching"] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark extends RecordBase {
  scope: "event" | "series";
  /** Event key or series key. */
  key: string;
  kind: MarkKind;
  /** Title as it stood, for the list of marks in settings. */
  title: string;
}
