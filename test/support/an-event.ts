/** A calendar event for tests: an ordinary hour that only says what a test wants to be different. */
import type { CalendarEvent, Timing } from "../../lib/domain/event.ts";

/** Timing of an hour (or `minutes`) from `startMs`. */
export function timed(startMs: number, minutes: number | null = 60): Timing {
  const endMs = minutes === null ? null : startMs + minutes * 60_000;
  return { kind: "timed", startMs, endMs, startLocal: null, endLocal: null };
}

export function anEvent(changes: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    sourceId: "page:google-calendar:me",
    sourceEventId: "chip-1",
    aliases: [],
    seriesId: null,
    title: "Board meeting",
    timing: timed(Date.UTC(2026, 10, 25, 9)),
    status: "confirmed",
    kind: "event",
    answer: "accepted",
    availability: "busy",
    visibility: "normal",
    location: null,
    description: null,
    categories: [],
    organizer: null,
    attendees: null,
    attendeeCount: null,
    recurrence: null,
    hasAttachments: false,
    calendar: { id: "me", name: "Me", own: true },
    ...changes,
  };
}
