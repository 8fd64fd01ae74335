/** A calendar source the person added, and how its last reading went. */
import type { CalendarEvent, Coverage } from "./event.ts";
import type { RecordBase } from "./record.ts";

export type SourceKind = "page" | "ics-file" | "ics-feed" | "google" | "microsoft";

export interface Source extends RecordBase {
  kind: SourceKind;
  /** What the person sees: file name, host of the feed, account address. */
  name: string;
  /** Feed address (a credential: never logged, never exported without the person's word); `null` otherwise. */
  address: string | null;
  /** Validators for polite polling. */
  etag: string | null;
  lastModified: string | null;
  lastReadAtMs: number | null;
  /** How far the last reading reached. */
  coverage: Coverage | null;
  /** Events read last time, and how many could not be. */
  eventCount: number;
  problemCount: number;
  /** Error code of the last failure; `null` when the last reading went well. */
  failure: {
    code: string;
    atMs: number;
    retryAtMs: number | null;
    /** How many readings failed one after the other; absent where nobody tries again. */
    inARow?: number;
  } | null;
  /** Calendars seen in it, also those that do not count; absent until one was. */
  calendars?: CalendarEvent["calendar"][];
  /** When a feed wants to be asked again (half an hour, or longer as its publisher says); absent when not known. */
  nextReadAtMs?: number;
}

/** Files and accounts are read for this window around now (issue 2): past 30 and coming 90 days. */
export const windowPastDays = 30;
export const windowComingDays = 90;
