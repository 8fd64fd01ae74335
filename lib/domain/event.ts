/**
 * Calendar events as every source describes them, and as the store keeps them once merged.
 * Owns the one normalised event type. Must never import anything or read the clock: `now` comes in.
 *
 * Time (ADR 0005): instants are milliseconds since the epoch, UTC. What has no instant of its own (an all-day
 * date, a floating local time) keeps its wall-clock text and an instant resolved in the device's zone.
 */

/** A calendar date without zone, `YYYY-MM-DD`. */
export type IsoDate = string;

export interface Timing {
  /** `all-day`: startLocal/endLocal are dates, end exclusive. `floating`: local date-times without zone. */
  kind: "timed" | "all-day" | "floating";
  /** Instant in ms; for all-day and floating resolved in the device's zone when read. */
  startMs: number;
  /** Instant in ms, exclusive; `null` when the source could not tell the end. */
  endMs: number | null;
  /** Wall-clock text for all-day (`2026-11-25`) and floating (`2026-11-25T09:00:00`); `null` when timed. */
  startLocal: string | null;
  endLocal: string | null;
}

export const eventKinds = [
  "event",
  "focus-time",
  "out-of-office",
  "working-location",
  "birthday",
  "holiday",
  "task",
] as const;
export type EventKind = (typeof eventKinds)[number];

export type EventStatus = "confirmed" | "tentative" | "cancelled";
/** The person's own answer to the invitation. */
export type OwnAnswer = "accepted" | "declined" | "tentative" | "needs-action" | "organizer" | "unknown";
export type Availability = "busy" | "free" | "tentative" | "out-of-office" | "working-elsewhere" | "unknown";
export type Visibility = "normal" | "private" | "free-busy";

export interface Person {
  name: string | null;
  email: string | null;
  answer: OwnAnswer;
  /** True for the person whose calendar this is. */
  self: boolean;
}

/** One event occurrence as one source describes it. Produced by every calendar reader, already parsed. */
export interface CalendarEvent {
  /** Id of the source (SourceRecord.id) that said so. */
  sourceId: string;
  /** Identity of this occurrence within the source; stable when the occurrence moves. For pages: the chip's id. */
  sourceEventId: string;
  /**
   * Strong identities shared between sources, e.g. `google:<base id>[_<original start>]`, `uid:<UID>[#<original start>]`.
   * Two sightings that share one are the same event.
   */
  aliases: string[];
  /** Identity of the series within the source, `null` for single events. */
  seriesId: string | null;
  title: string;
  timing: Timing;
  status: EventStatus;
  kind: EventKind;
  answer: OwnAnswer;
  availability: Availability;
  visibility: Visibility;
  location: string | null;
  description: string | null;
  categories: string[];
  organizer: Person | null;
  /** `null` when the source does not know who attends. */
  attendees: Person[] | null;
  /** Number of people invited when known even though names are not. */
  attendeeCount: number | null;
  /** RRULE text or a coarse word of the source; `null` when not recurring or not known. */
  recurrence: string | null;
  hasAttachments: boolean;
  calendar: { id: string; name: string; own: boolean };
}

/** How far a reading of a source reached: what lies inside and was not reported is gone, or hidden. */
export interface Coverage {
  fromMs: number;
  toMs: number;
  /** False when the source may have left out events of the range (half a page, virtualised rows, read errors). */
  complete: boolean;
}

/** Only the person's own calendar counts, and others they chose. */
export function isIncluded(
  calendar: CalendarEvent["calendar"],
  includedCalendars: readonly string[],
): boolean {
  return calendar.own || includedCalendars.includes(calendar.id);
}

/** True when the event takes part in planning at all: not cancelled, not declined. */
export function isAttending(event: Pick<CalendarEvent, "status" | "answer">): boolean {
  return event.status !== "cancelled" && event.answer !== "declined";
}

/** End of the event in ms; where a source could not tell it, the start. */
export function endOrStart(timing: Timing): number {
  return timing.endMs ?? timing.startMs;
}
