/**
 * One meeting as Throughline keeps it: what every source said last (sightings), the facts merged from them, and what
 * it thinks of it. Owns the shape; merging lives in merge.ts, marks and caps in judgement.ts and flags.ts.
 */
import type { Assessment } from "./assessment.ts";
import type { CalendarEvent } from "./event.ts";
import type { MeetingKind } from "./plan.ts";
import type { RecordBase } from "./record.ts";

/** What is true of the meeting, whichever source said so. */
export type EventFacts = Omit<CalendarEvent, "sourceId" | "sourceEventId" | "aliases" | "seriesId">;

/** The last word of one source about the meeting. */
export interface Sighting {
  event: CalendarEvent;
  firstSeenAtMs: number;
  lastSeenAtMs: number;
  /** When a complete reading of the source first did not show it any more; `null` while it is there. */
  missingSinceMs: number | null;
}

/** `id` is the event key: it never changes, wherever the meeting moves. */
export interface EventRecord extends RecordBase {
  /** Key of the series, shared by all its occurrences in all sources; `null` for a single event. */
  seriesKey: string | null;
  facts: EventFacts;
  /** One per source and id within the source. Empty once the calendar cache was let go of (retention). */
  sightings: Sighting[];
  lastSeenAtMs: number;
  /** When the last of the sources stopped showing it; `null` while one does. Never a reason to delete. */
  missingSinceMs: number | null;
  /** Keys of records that proved to be this meeting: what was addressed to them finds it here. Absent without any. */
  formerKeys?: string[];
  assessment: Assessment;
  kinds: MeetingKind[];
  /** Model and context the assessment was made with; another value means it is made again. */
  assessedWith: string;
}
