/** What was read, from where, until when: so that a quiet day is not mistaken for a broken one. */
import type { Source } from "../domain/source.ts";
import type { ReadingView } from "../rpc/views.ts";
import { sourceView } from "./source-view.ts";

export function readingView(sources: readonly Source[], locale: string): ReadingView {
  const views = sources.map((source) => sourceView(source, locale));
  return {
    sources: views,
    eventCount: views.reduce((sum, { eventCount }) => sum + eventCount, 0),
    lastReadAtMs: latest(views.map(({ lastReadAtMs }) => lastReadAtMs)),
    readUpToMs: latest(views.map(({ readUpToMs }) => readUpToMs)),
  };
}

function latest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
