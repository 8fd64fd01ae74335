/**
 * The one read-only contract of every calendar reader (file, feed, account). Owns the shape of a reading.
 * A reader never writes to a calendar or to the store. Absence is data (`problems`, `coverage`), a calendar that
 * could not be read at all is an outcome of its own: "could not read" never becomes "nothing there".
 */
import type { ErrorCode } from "../base/errors.ts";
import type { CalendarEvent, Coverage } from "../domain/event.ts";
import type { SourceKind } from "../domain/source.ts";

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

/** How reading one calendar went. A source with several calendars has one outcome for each. */
export type CalendarOutcome<R extends CalendarReading = CalendarReading> =
  | { kind: "read"; calendarId: string; reading: R }
  /** The source says nothing changed since the last reading; what is stored stands. */
  | { kind: "unchanged"; calendarId: string }
  | { kind: "failed"; calendarId: string; code: ErrorCode; retryAtMs: number | null };

/** Every reader: what kind of source it reads, and one outcome per calendar. Never throws for one calendar's sake. */
export interface CalendarReader<Request> {
  readonly kind: SourceKind;
  read(request: Request, window: ReadingWindow, signal: AbortSignal): Promise<CalendarOutcome[]>;
}
