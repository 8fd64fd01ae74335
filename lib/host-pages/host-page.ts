/**
 * What a calendar page is to the rest of a page script: one adapter per site implements this and only reads.
 * Must never write to the page's own tree; mounting is mount.ts's job. Owns no knowledge of any one site.
 */
import type { CalendarEvent, Coverage } from "../domain/event.ts";

/**
 * How a chip lies in its page, which decides where its badge goes (badge-place.ts):
 * `box` a positioned, clipped box among siblings; `bar` and `line` a container wider than what is painted in it, with
 * a filled bar or a plain line of text inside; `row` one row of a list.
 */
export type ChipLayout = "box" | "bar" | "line" | "row";

/** One visible chip. `id` is the page's own id of the event; several chips may share it (over midnight). */
export interface Chip {
  id: string;
  element: HTMLElement;
  layout: ChipLayout;
  /** An earlier chip of the same event lies in the same row. */
  repeats: boolean;
}

/** An opened event: pop-up or full page. `anchor` is the element our card stands beside; `inside` may hold it. */
export interface OpenedEvent {
  id: string;
  surface: "popup" | "page";
  anchor: HTMLElement;
  /** The chip it was opened from, where it can be told. */
  chip: HTMLElement | null;
  /** A child list of the page's own that leaves foreign children alone; `null` where there is none. */
  inside: HTMLElement | null;
}

export interface Reading {
  /** Address of the signed-in person as the page shows it; `null` when it does not. */
  account: string | null;
  /** IANA zone the page shows times in; `null` when it does not say. */
  zone: string | null;
  events: CalendarEvent[];
  /** `null` when the view shows no dates to speak of (settings, year, one event's own page). */
  coverage: Coverage | null;
}

/** What the selectors found. */
export interface Health {
  /** `true` read, `false` a calendar that cannot be read, `null` nothing to judge here (or not yet). */
  readable: boolean | null;
  /** Counts of what was looked for and not found, by purpose. */
  misses: Record<string, number>;
}

export interface HostPage {
  site: "google-calendar" | "outlook";
  /** True when the address and document belong to a calendar module (and not mail, settings, another product). */
  isCalendar(): boolean;
  /** The narrowest stable elements to observe; empty while the page has not built them. */
  roots(): HTMLElement[];
  /** Attributes of the page's own whose change matters to chips and opened events. */
  watchedAttributes: readonly string[];
  /** The chips in the document whose ids are wanted; drafts and inner repetitions left out. Document order. */
  chips(isWanted: (id: string) => boolean): Chip[];
  /** True for chips that are in the document but not there for the eye. Costs a style computation. */
  isTwin(chip: Chip): boolean;
  opened(): OpenedEvent | null;
  /**
   * Everything the page shows as normalised events, in steps of about a millisecond: what changes on the page before the
   * last one makes the reading worthless. Pure reading; an event that says the same as before is the same object.
   */
  read(sourceIdFor: (account: string | null) => string): Generator<undefined, Reading>;
  account(): string | null;
  theme(): "light" | "dark";
  health(): Health;
}

/** A reading in one go. */
export function readAtOnce(page: HostPage, sourceIdFor: (account: string | null) => string): Reading {
  const steps = page.read(sourceIdFor);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
