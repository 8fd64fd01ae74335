/**
 * One feed reading from order to report: in the offscreen document on Chrome (a service worker cannot have a worker),
 * in the event page on Firefox. Owns what is reported; must never touch the store: the report goes to its owner.
 */
import type { Fetch } from "../../base/http.ts";
import type { CalendarEvent, Coverage } from "../../domain/event.ts";
import { readFeed } from "./feed.ts";
import type { FeedRequest } from "./feed.ts";
import { readIcsInWorker } from "./worker-host.ts";

/** Where a reading ends up: the operations `source.commit`, `source.unchanged` and `source.fail`. */
export interface FeedReport {
  commit(input: {
    sourceId: string;
    events: CalendarEvent[];
    coverage: Coverage;
    problemCount: number;
    etag: string | null;
    lastModified: string | null;
    nextReadAtMs: number;
  }): Promise<unknown>;
  unchanged(input: { sourceId: string; nextReadAtMs: number }): Promise<unknown>;
  fail(input: { sourceId: string; code: string; retryAtMs: number | null }): Promise<unknown>;
}

/** What asks the offscreen document to read a feed. */
export interface FeedOrder {
  throughlineFeed: FeedRequest;
}

/** A message that is a feed order; orders come from our own background only, so the form is all there is to check. */
export function isFeedOrder(message: unknown): message is FeedOrder {
  if (typeof message !== "object" || message === null || !("throughlineFeed" in message)) return false;
  const request = message.throughlineFeed;
  return typeof request === "object" && request !== null && "sourceId" in request && "address" in request;
}

const running = new Set<string>();

/** Reads a feed once and reports how it went. A feed that is being read is not read twice at once. */
export async function runFeed(request: FeedRequest, report: FeedReport, fetch: Fetch): Promise<void> {
  const { sourceId } = request;
  if (running.has(sourceId)) return;
  running.add(sourceId);
  try {
    const outcome = await readFeed(request, {
      fetch,
      nowMs: () => Date.now(),
      random: () => Math.random(),
      readBody: (body, options) => readIcsInWorker(body, options),
    });
    const nextReadAtMs = outcome.nextPollMs;
    if (outcome.kind === "unchanged") await report.unchanged({ sourceId, nextReadAtMs });
    else if (outcome.kind === "failed")
      await report.fail({ sourceId, code: outcome.code, retryAtMs: nextReadAtMs });
    else {
      const { reading, etag, lastModified } = outcome;
      const { events, coverage, problems } = reading;
      await report.commit({
        sourceId,
        events,
        coverage,
        problemCount: problems.length,
        etag,
        lastModified,
        nextReadAtMs,
      });
    }
  } finally {
    running.delete(sourceId);
  }
}

/** True while any feed is being read here. */
export function isReadingFeeds(): boolean {
  return running.size > 0;
}
