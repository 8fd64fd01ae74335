/**
 * What a calendar page is to the rest of a page script: one adapter per site implements this and only reads.
 * Must never write to the page's own tree; mounting is mount.ts's job.
 */
import type { CalendarEvent, Coverage } from "../domain/event.ts";

/** One visible chip. `id` is the page's own id of the event; several chips may share it (over midnight, twins). */
export interface Chip {
  id: string;
  element: HTMLElement;
}

/** An opened event: pop-up or full page. `anchor` is the element our card stands beside or inside. */
export interface OpenedEvent {
  id: string;
  surface: "popup" | "page";
  anchor: HTMLElement;
}

export interface Reading {
  account: string | null;
  zone: string | null;
  events: CalendarEvent[];
  coverage: Coverage | null;
}

/** Counts of what the selectors did and did not find, by purpose. */
export interface Health {
  readable: boolean;
  misses: Record<string, number>;
}

export interface HostPage {
  site: "google-calendar" | "outlook";
  /** True when the address and document belong to a calendar module (and not mail, settings, another product). */
  isCalendar(): boolean;
  /** The narrowest stable element to observe; `null` while the page has not built it. */
  root(): HTMLElement | null;
  chips(): Chip[];
  opened(): OpenedEvent | null;
  /** Everything the page shows now as normalised events. Pure reading; may be called at any time. */
  read(sourceId: string, nowMs: number): Reading;
  theme(): "light" | "dark";
  health(): Health;
}
