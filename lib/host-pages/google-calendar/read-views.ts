/**
 * Everything the page's views show as one reading, taken in steps so that the page can have the thread in between. An
 * event that says what it said at the reading before is the same object.
 */
import type { CalendarEvent, Coverage } from "../../domain/event.ts";
import type { Reading } from "../host-page.ts";
import { addDays, dateOfKey, instantOf } from "./date-key.ts";
import { mapEvent } from "./map-event.ts";
import type { MapContext } from "./map-event.ts";
import { readColumns } from "./read-columns.ts";
import type { Details } from "./read-details.ts";
import { readRows } from "./read-rows.ts";
import { readSchedule } from "./read-schedule.ts";
import { find, findAll } from "./selectors.ts";
import { joinSightings } from "./sighting.ts";
import type { Seen, Sighting, Steps } from "./sighting.ts";

/** Events mapped between two steps. */
const mapAtOnce = 20;

/** The reading of the newest view. `learned` is what pop-ups told of events, by page id. */
export function* readViews(
  learned: ReadonlyMap<string, Details>,
  context: MapContext,
  language: string,
): Steps<Reading> {
  const { account, zone } = context;
  const views = findAll(document, "view");
  // While a navigation is animated the old view is still there; the new one comes after it.
  const view = views.at(-1);
  if (view === undefined) return { account, zone, events: [], coverage: null };
  const seen = yield* sightingsIn(view, language);
  const events: CalendarEvent[] = [];
  for (const [index, sighting] of seen.sightings.entries()) {
    const event = mapOnce(sighting, learned.get(sighting.id) ?? null, context);
    if (event !== null) events.push(event);
    if (index % mapAtOnce === 0) yield;
  }
  const isWhole = views.length === 1 && seen.unread === 0;
  return { account, zone, events, coverage: coverageOf(view, isWhole, events.length, zone) };
}

interface Mapped {
  details: Details | null;
  context: MapContext;
  event: CalendarEvent | null;
}

const mapped = new WeakMap<Sighting, Mapped>();

function mapOnce(sighting: Sighting, details: Details | null, context: MapContext): CalendarEvent | null {
  const known = mapped.get(sighting);
  if (known !== undefined && known.details === details && isSame(known.context, context)) return known.event;
  const event = mapEvent(sighting, details, context);
  mapped.set(sighting, { details, context, event });
  return event;
}

function isSame(a: MapContext, b: MapContext): boolean {
  return a.sourceId === b.sourceId && a.account === b.account && a.zone === b.zone;
}

function* sightingsIn(view: HTMLElement, language: string): Steps<Seen> {
  const byId = new Map<string, Sighting[]>();
  let unread = 0;
  for (const reader of [readColumns, readRows, readSchedule]) {
    const part = yield* reader(view, language);
    unread += part.unread;
    for (const sighting of part.sightings) {
      const own = byId.get(sighting.id);
      if (own === undefined) byId.set(sighting.id, [sighting]);
      else own.push(sighting);
    }
  }
  const joined = [...byId.values()].map(joinSightings);
  const sightings = joined.filter((sighting) => sighting !== null);
  return { sightings, unread: unread + joined.length - sightings.length };
}

/** How far the view reaches. Complete only when the page's own count of events is what was read. */
function coverageOf(
  view: HTMLElement,
  isWhole: boolean,
  count: number,
  zone: string | null,
): Coverage | null {
  const grid = find(view, "grid");
  const groups = grid === null ? findAll(view, "dayGroup") : [];
  const first = dateOfKey(
    grid?.getAttribute("data-start-date-key") ?? groups[0]?.getAttribute("data-datekey") ?? null,
  );
  const last = dateOfKey(
    grid?.getAttribute("data-end-date-key") ?? groups.at(-1)?.getAttribute("data-datekey") ?? null,
  );
  if (first === null || last === null || last < first) return null;
  const complete = isWhole && grid !== null && find(view, "more") === null && announcedCount(view) === count;
  return {
    fromMs: instantOf(first, 0, zone),
    toMs: instantOf(addDays(last, 1), 0, zone),
    complete,
  };
}

/** The number in "October 2024, 13 events"; `null` when the heading names none ("No events"). */
export function announcedCount(view: HTMLElement): number | null {
  const heading = find(view, "heading")?.getAttribute("data-view-heading") ?? "";
  const numbers = heading.match(/\d+/g) ?? [];
  return numbers.length < 2 ? null : Number(numbers.at(-1));
}
