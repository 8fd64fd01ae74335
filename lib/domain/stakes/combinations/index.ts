/**
 * What two things mean together that neither means alone: an interview of a vice president, drinks after a board
 * meeting. The explicit list of all combinations. Must never look at raw words where a concept exists.
 */
import type { Reading } from "../reading.ts";
import type { Combination, Combined } from "./combination.ts";
import { officeRules } from "./office.ts";
import { peopleRules } from "./people.ts";
import { topicRules } from "./topics.ts";

export const combinations: readonly Combination[] = [...peopleRules, ...officeRules, ...topicRules];

/** Everything the combinations say about a reading. */
export function combine(reading: Reading): Combined[] {
  return combinations.flatMap((combination) => combination.apply(reading) ?? []);
}
