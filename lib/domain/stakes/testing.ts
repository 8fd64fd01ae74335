/** An event for tests: a title, and whatever else matters. Never used by the product. */
import type { AssessmentInput } from "./input.ts";

export function eventTitled(title: string, more: Partial<AssessmentInput> = {}): AssessmentInput {
  return {
    title,
    timing: null,
    status: "confirmed",
    kind: "event",
    answer: "unknown",
    availability: "unknown",
    visibility: "normal",
    location: null,
    description: null,
    categories: [],
    organizer: null,
    attendees: null,
    attendeeCount: null,
    recurrence: null,
    hasAttachments: false,
    seriesId: null,
    ...more,
  };
}
