/**
 * What was already reminded of, kept as one record, so that a background script that dies and starts again neither
 * loses nor doubles a reminder. Holds ids and times only.
 */
import type { RecordBase } from "./record.ts";

export interface ReminderState extends RecordBase {
  /** Reminder id -> when it was shown or dropped for good, ms. */
  settled: Record<string, { atMs: number; shown: boolean }>;
  /** Event key -> when to remind again, ms. */
  snoozed: Record<string, number>;
  /** Local date (YYYY-MM-DD) of the last morning look-ahead and of the last evening sweep. */
  lookAheadOn: string | null;
  sweepOn: string | null;
  /** Friday of the last weekly recap; absent before the first. */
  recapOn?: string;
}

export type ReminderStateFields = Omit<ReminderState, keyof RecordBase>;

export const noReminders: ReminderStateFields = {
  settled: {},
  snoozed: {},
  lookAheadOn: null,
  sweepOn: null,
};
