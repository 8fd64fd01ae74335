/** Totals of days whose calendar cache was let go of: hours, no titles, no people. `id` is the local date. */
import type { RecordBase } from "../../domain/record.ts";
import { collection } from "../collection.ts";

export interface DayTotals extends RecordBase {
  /** Hours in attended timed meetings, and of these in high-stakes ones. */
  meetingHours: number;
  highStakesHours: number;
  meetings: number;
  highStakes: number;
}

export const days = collection<DayTotals>({ indexes: {}, keys: () => ({}) });
