/** The words shared by the steps of reading an iCalendar file. Owns types and caps; must never hold logic. */
import type { CalendarReading, ReadingProblem, ReadingWindow } from "../contract.ts";

/** Text, bytes, a Blob (File) or chunks of bytes in order. */
export type IcsInput =
  | string
  | Uint8Array
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | Iterable<Uint8Array>;

/** Limits that keep a hostile or broken file harmless (platform.md 2.5). */
export interface IcsCaps {
  /** Bytes of the whole input. */
  bytes: number;
  /** Components that can touch the window. */
  components: number;
  /** Occurrences of one series inside the window. */
  occurrences: number;
  /** Occurrences of the whole file inside the window. */
  events: number;
  /** Bytes of one property after unfolding; the rest is cut. */
  propertyBytes: number;
  /** Bytes kept of one component. */
  componentBytes: number;
  /** Properties kept of one component. */
  properties: number;
  /** Zone definitions of one calendar. */
  zones: number;
  /** Problems told one by one; the rest is counted. */
  problems: number;
}

export const icsCaps: IcsCaps = {
  bytes: 64 * 1024 * 1024,
  components: 20_000,
  occurrences: 1_000,
  events: 50_000,
  propertyBytes: 64 * 1024,
  componentBytes: 5 * 1024 * 1024,
  properties: 5_000,
  zones: 500,
  problems: 100,
};

/** How far reading has come. `totalBytes` is `null` while the size is not known. */
export interface IcsProgress {
  stage: "scan" | "expand";
  bytes: number;
  totalBytes: number | null;
  /** Components found so far that can touch the window, and how many of them have been expanded. */
  components: number;
  expanded: number;
}

export interface IcsOptions extends ReadingWindow {
  sourceId: string;
  /** Name of the calendar where the file does not say one (X-WR-CALNAME). */
  calendarName: string;
  /** IANA name of the device's zone: floating and all-day times are resolved in it. */
  zone: string;
  /** The person's own addresses, to find their answer; empty when not known. */
  ownAddresses?: readonly string[];
  caps?: Partial<IcsCaps>;
  onProgress?: (progress: IcsProgress) => void;
  signal?: AbortSignal;
}

/** What an event is called in the file. */
export interface IcsIdentity {
  uid: string;
  /** For an occurrence of a series: where it originally stood (forms in read.ts); `null` for a single event. */
  originalStart: string | null;
}

export const icsProblemCodes = [
  "truncated",
  "no-wrapper",
  "no-events",
  "not-utf8",
  "bad-line",
  "line-cut",
  "properties-cut",
  "unclosed",
  "stray-end",
  "start-missing",
  "date-unreadable",
  "end-before-start",
  "end-unreadable",
  "uid-missing",
  "duplicate",
  "exception-unreadable",
  "zone-unknown",
  "zone-unreadable",
  "rule-unreadable",
  "rule-too-frequent",
  "rule-too-complex",
  "series-cut",
  "components-cut",
  "events-cut",
  "component-unreadable",
  "more-problems",
] as const;
export type IcsProblemCode = (typeof icsProblemCodes)[number];
export type IcsProblem = ReadingProblem<IcsProblemCode>;

export interface IcsReading extends CalendarReading {
  problems: IcsProblem[];
  /** Parallel to `events`. */
  identities: IcsIdentity[];
  /** Facts of the file itself. */
  file: {
    /** X-WR-CALNAME of the first calendar that has one. */
    calendarName: string | null;
    /** REFRESH-INTERVAL or X-PUBLISHED-TTL in minutes: how often the publisher wants to be asked. */
    refreshMinutes: number | null;
    /** VEVENT components in the whole file, inside the window or not. */
    components: number;
    lines: number;
  };
}
