/** What was read, from where and when, as one sentence: so that quiet is not mistaken for broken. */
import type { ReadingView } from "../lib/rpc/views.ts";
import type { Format, Say } from "./format.ts";

/** "34 events read from Google Calendar, today 09:16. Read up to Sun 29 Nov." */
export function readingSentence(t: Say, format: Format, reading: ReadingView, nowMs: number): string {
  const first = reading.sources[0];
  if (first === undefined) return t("reading.none");
  const source =
    reading.sources.length === 1 ? first.name : t("reading.several", { count: reading.sources.length });
  if (reading.lastReadAtMs === null) return t("reading.never", { source });
  const parts = [
    t("reading.from", {
      count: reading.eventCount,
      source,
      time: format.near(reading.lastReadAtMs, nowMs),
    }),
  ];
  if (reading.readUpToMs !== null) parts.push(t("reading.upTo", { day: format.day(reading.readUpToMs) }));
  return parts.join(" ");
}
