/** From what a chip and a pop-up say to the one normalised event. Pure. */
import type { CalendarEvent, EventKind, Timing } from "../../domain/event.ts";
import { aliasesForGoogleId, googleSeriesId } from "../../domain/identity.ts";
import { instantOf } from "./date-key.ts";
import { decodePageEventId } from "./event-id.ts";
import type { PageEventId } from "./event-id.ts";
import type { Details } from "./read-details.ts";
import type { Sighting } from "./sighting.ts";

export interface MapContext {
  sourceId: string;
  account: string | null;
  zone: string | null;
}

/** The event behind a sighting; `null` when its id is in no form known. */
export function mapEvent(
  sighting: Sighting,
  details: Details | null,
  { sourceId, account, zone }: MapContext,
): CalendarEvent | null {
  const id = decodePageEventId(sighting.id);
  if (id === null) return null;
  const seriesId = id.eventId === null ? null : googleSeriesId(id.eventId);
  const { spoken } = sighting;
  return {
    sourceId,
    sourceEventId: sighting.id,
    aliases: id.eventId === null ? [] : aliasesForGoogleId(id.eventId),
    seriesId,
    title: sighting.title.slice(0, 2000),
    timing: timingOf(sighting, zone),
    status: "confirmed",
    kind: kindOf(id),
    answer: spoken?.answer ?? "unknown",
    availability: "unknown",
    visibility: spoken?.busyOnly === true ? "free-busy" : "normal",
    location: details?.location ?? spoken?.location ?? null,
    description: null,
    categories: [],
    organizer: null,
    attendees: details?.attendees ?? null,
    attendeeCount: details?.attendees?.length ?? null,
    recurrence: seriesId === null ? null : "recurring",
    hasAttachments: false,
    calendar: {
      id: id.calendarId ?? "",
      name: (spoken?.calendarName ?? id.calendarId ?? "").slice(0, 300),
      own: isOwn(id, account),
    },
  };
}

function timingOf(sighting: Sighting, zone: string | null): Timing {
  const { startDate, startMinutes, endDate, endMinutes } = sighting;
  if (sighting.allDay || startMinutes === null) {
    return {
      kind: "all-day",
      startMs: instantOf(startDate, 0, null),
      endMs: endDate === null ? null : instantOf(endDate, 0, null),
      startLocal: startDate,
      endLocal: endDate,
    };
  }
  return {
    kind: "timed",
    startMs: instantOf(startDate, startMinutes, zone),
    endMs: endDate === null || endMinutes === null ? null : instantOf(endDate, endMinutes, zone),
    startLocal: null,
    endLocal: null,
  };
}

/** Tasks are the person's own; of the rest, what lies in the calendar that has the person's address as its id. */
function isOwn(id: PageEventId, account: string | null): boolean {
  if (id.kind === "task" && id.calendarId === null) return true;
  return account !== null && id.calendarId?.toLowerCase() === account.toLowerCase();
}

function kindOf(id: PageEventId): EventKind {
  if (id.kind === "task") return "task";
  if (id.calendarId?.includes("#holiday@") === true) return "holiday";
  if (id.calendarId?.includes("#contacts@") === true) return "birthday";
  return "event";
}
