/**
 * The one read-only contract of every calendar reader (file, feed, account). Owns the shape of a reading.
 * A reader never writes to a calendar or to the store. Absence is data (`problems`, `coverage`), a calendar that
 * could not be read at all is an outcome of its own: "could not read" never becomes "nothing there".
 */
import type { ErrorCode } from "../base/errors.ts";
import type { CalendarEvent, Coverage } from "../domain/event.ts";

/** The stretch of time asked for: events with end > fromMs and start < toMs. */
export interface ReadingWindow {
  fromMs: number;
  toMs: number;
}

/** Something in a source that could not be read as it stands. Worded by `problemSentence` (problems.ts). */
export interface ReadingProblem<Code extends string = string> {
  code: Code;
  /** Line of the file, counted from 1; `null` when it has no place. */
  line: number | null;
  /** Blanks of the sentence. May name time zones and rules, never titles, people or descriptions. */
  params: Record<string, string | number>;
}

/** What one calendar gave for the window. */
export interface CalendarReading {
  events: CalendarEvent[];
  problems: ReadingProblem[];
  /** `complete` is false when events of the window may be missing. */
  coverage: Coverage;
}

/**
 * How one attempt at one calendar went; a source with several calendars has one outcome for each. `Position` is what
 * the next attempt has to know (validators of a feed, a sync token of an account). `nextPollMs`: when to try again.
 */
export type CalendarOutcome<R extends CalendarReading = CalendarReading, Position = unknown> =
  | ({ kind: "read"; reading: R; nextPollMs: number } & Position)
  /** The source says nothing changed since the last reading: what is stored stands. */
  | ({ kind: "unchanged"; nextPollMs: number } & Position)
  | { kind: "failed"; code: ErrorCode; params: Record<string, string | number>; nextPollMs: number };

/** A reader of a connected calendar: one attempt, never throwing; what it reaches the world with comes in `deps`. */
export type CalendarReader<Request extends ReadingWindow, Deps, R extends CalendarReading, Position> = (
  request: Request,
  deps: Deps,
) => Promise<CalendarOutcome<R, Position>>;
