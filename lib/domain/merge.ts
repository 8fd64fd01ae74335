/**
 * One event per meeting, however many sources show it. Owns matching (by identity, else by title and start), the
 * priority of facts, and what "no longer seen" means. Must never delete, and never merge two events of one source
 * because they look alike.
 */
import type { CalendarEvent } from "./event.ts";

/** Every name by which sources know this occurrence: its id within the source, and what sources share. */
export function identitiesOf(event: CalendarEvent): string[] {
  return [`in:${event.sourceId}|${event.sourceEventId}`, ...event.aliases];
}

/** Every name by which sources know the series; empty for a single event. */
export function seriesIdentitiesOf(event: CalendarEvent): string[] {
  if (event.seriesId === null) return [];
  const shared = event.aliases.flatMap((alias) => {
    const base = /^(uid:.+)#[^#]+$/.exec(alias)?.[1] ?? /^(google:.+)_\d{8}(?:T\d{6}Z)?$/.exec(alias)?.[1];
    return base === undefined ? [] : [base];
  });
  return [...shared, `in:${event.sourceId}|${event.seriesId}`];
}
