/**
 * What one chip says about its event, before chips of the same event are put together. Times are wall-clock in the
 * page's zone. Unknown stays unknown: `null`, never a guess.
 */
import type { IsoDate } from "../../domain/event.ts";
import { addDays } from "./date-key.ts";
import type { Spoken } from "./labels.ts";

export interface Sighting {
  id: string;
  title: string;
  allDay: boolean;
  startDate: IsoDate;
  /** Minutes after midnight; `null` when all-day. */
  startMinutes: number | null;
  /** Exclusive for all-day; `null` when not known. */
  endDate: IsoDate | null;
  endMinutes: number | null;
  /** The chip runs out of its day or row at this side, so the event may go on there. */
  openStart: boolean;
  openEnd: boolean;
  spoken: Spoken | null;
}

/** What one kind of view shows, and how many of its chips could not be read. */
export interface Seen {
  sightings: Sighting[];
  unread: number;
}

/** A reading in steps: between two of them the page may have the thread. */
export type Steps<Result> = Generator<undefined, Result>;

/** A sighting as the spoken text tells it: exact, and the same from whichever of the event's chips it comes. */
export function fromSpoken(id: string, spoken: Spoken, columnDate: IsoDate | null): Sighting | null {
  const startDate = spoken.startDate ?? columnDate;
  if (startDate === null) return null;
  const overMidnight = (spoken.endMinutes ?? 0) < (spoken.startMinutes ?? 0);
  return {
    id,
    title: spoken.title,
    allDay: spoken.allDay,
    startDate,
    startMinutes: spoken.startMinutes,
    endDate: spoken.endDate ?? (overMidnight ? addDays(startDate, 1) : startDate),
    endMinutes: spoken.endMinutes,
    openStart: false,
    openEnd: false,
    spoken,
  };
}

/**
 * Sightings of one event, in the order of their dates, as one. `null` when the part that tells the start is not there:
 * a chip that comes in from an earlier day whose column is not shown.
 */
export function joinSightings(sightings: readonly Sighting[]): Sighting | null {
  const told = sightings.find(({ spoken }) => spoken !== null);
  if (told !== undefined) return told;
  const ordered = sightings.toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1));
  const [first] = ordered;
  const last = ordered.at(-1);
  if (first === undefined || last === undefined || (first.openStart && !first.allDay)) return null;
  const known = !last.openEnd;
  return {
    ...first,
    endDate: known ? last.endDate : null,
    endMinutes: known ? last.endMinutes : null,
    openEnd: last.openEnd,
  };
}
