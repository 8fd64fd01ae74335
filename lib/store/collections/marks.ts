/** Marks: one per event or series, found by its key. */
import type { Mark } from "../../domain/mark.ts";
import { collection } from "../collection.ts";

export const marks = collection<Mark>({
  indexes: { key: "one" },
  keys: (record) => ({ key: record.key }),
});

/** The id of the one mark an event or series can have. */
export function markId(scope: Mark["scope"], key: string): string {
  return `${scope}:${key}`;
}
