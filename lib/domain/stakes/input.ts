/** What the recognition looks at: the part of an event it needs, any of it possibly missing. */
import type { CalendarEvent, Timing } from "../event.ts";

export type AssessmentInput = Pick<
  CalendarEvent,
  | "title"
  | "status"
  | "kind"
  | "answer"
  | "availability"
  | "visibility"
  | "location"
  | "description"
  | "categories"
  | "organizer"
  | "attendees"
  | "attendeeCount"
  | "recurrence"
  | "hasAttachments"
> & {
  /** `null` for an entry without a date. */
  timing: Timing | null;
  seriesId: string | null;
};
