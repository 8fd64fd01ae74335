/**
 * Google Calendar's ids as the page carries them: `data-eventid` is base 64 without padding of
 * `<event id> <calendar id>`, with the calendar's domain shortened (calendar-dom.md 1.3). Tasks have ids of their own.
 */
export interface PageEventId {
  kind: "event" | "task";
  /** Google's event id; `null` for tasks. */
  eventId: string | null;
  /** Complete calendar id; `null` when the page id does not hold one. */
  calendarId: string | null;
}

const shortDomains: Readonly<Record<string, string>> = {
  "@m": "@gmail.com",
  "@g": "@group.calendar.google.com",
  "@v": "@group.v.calendar.google.com",
  "@i": "@import.calendar.google.com",
};

/** What a `data-eventid` says; `null` when it is in no form known. */
export function decodePageEventId(pageId: string): PageEventId | null {
  if (pageId.startsWith("tasks_")) return { kind: "task", eventId: null, calendarId: null };
  if (pageId.startsWith("ttb_")) {
    return { kind: "task", eventId: null, calendarId: pair(pageId.slice(4))?.calendarId ?? null };
  }
  const decoded = pair(pageId);
  return decoded === null ? null : { kind: "event", ...decoded };
}

/** `@m` and the like written out; other ids are complete already. */
export function completeCalendarId(id: string): string {
  const at = id.lastIndexOf("@");
  const domain = at === -1 ? undefined : shortDomains[id.slice(at)];
  return domain === undefined ? id : id.slice(0, at) + domain;
}

/** A base 64 text (either alphabet, padding optional); `null` when it is none. */
export function decodeBase64(text: string): string | null {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return null; // not base 64: an id of another kind
  }
}

function pair(encoded: string): { eventId: string; calendarId: string } | null {
  const [, eventId, calendarId] = /^([\x21-\x7e]+) ([\x21-\x7e]+)$/.exec(decodeBase64(encoded) ?? "") ?? [];
  if (eventId === undefined || calendarId === undefined) return null;
  return { eventId, calendarId: completeCalendarId(calendarId) };
}
