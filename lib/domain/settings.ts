/** The person's choices. One record; every field has a default, so a missing or older record is never an error. */
import type { KnownPerson } from "./assessment.ts";

export interface Settings {
  role: "executive" | "coach" | null;
  theme: "system" | "light" | "dark";
  /** Flags at most so many a day and a week; only the highest stakes keep theirs. */
  flagsPerDay: number;
  flagsPerWeek: number;
  /** Minutes before a flagged event at which a reminder is due; empty = no reminders. */
  leadMinutes: number[];
  remindersPerDay: number;
  /** Local times `HH:MM`; a reminder inside is dropped, not delayed. `null` = none. */
  quietHours: { from: string; to: string } | null;
  /** Local time of the morning look-ahead and the evening sweep; `null` = off. */
  lookAheadAt: string | null;
  sweepAt: string | null;
  pausedUntilMs: number | null;
  /** Hide-all key: nothing of ours is shown in calendar pages while true. */
  hidden: boolean;
  /** People who matter; the coach is the one with relation `coach`. */
  people: KnownPerson[];
  ownDomains: string[];
  retentionDays: number;
  /** Other calendars than the person's own that count too, by calendar id. */
  includedCalendars: string[];
}

export const defaultSettings: Settings = {
  role: null,
  theme: "system",
  flagsPerDay: 3,
  flagsPerWeek: 10,
  leadMinutes: [15],
  remindersPerDay: 6,
  quietHours: null,
  lookAheadAt: null,
  sweepAt: null,
  pausedUntilMs: null,
  hidden: false,
  people: [],
  ownDomains: [],
  retentionDays: 90,
  includedCalendars: [],
};
