/**
 * Reads a calendar feed once: asks politely, reads what came, says when to ask again. Owns validators, the check that
 * the answer is a calendar, and the poll interval. Must never store anything or start by itself: the result is data.
 */
import { asAppError } from "../../base/errors.ts";
import { backOffMs, httpGet } from "../../base/http.ts";
import type { Fetch } from "../../base/http.ts";
import type { Coverage } from "../../domain/event.ts";
import type { CalendarOutcome, CalendarReader, ReadingWindow } from "../contract.ts";
import { readFeedAddress } from "./address.ts";
import { icsCaps } from "./types.ts";
import type { IcsOptions, IcsReading } from "./types.ts";

export interface FeedRequest extends ReadingWindow {
  sourceId: string;
  address: string;
  /** Validators of the last reading, and how far it reached. */
  etag: string | null;
  lastModified: string | null;
  coverage: Coverage | null;
  /** Name of the calendar where the feed does not say one. */
  calendarName: string;
  /** IANA name of the device's zone. */
  zone: string;
  ownAddresses: readonly string[];
  /** The person agreed that this address may forward to another host. */
  mayFollow: boolean;
  /** Readings that failed in a row before this one. */
  failures: number;
}

/** What the server wants to be asked with the next time. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type FeedOutcome = CalendarOutcome<IcsReading, Validators>;

export interface FeedDeps {
  fetch: Fetch;
  nowMs: () => number;
  /** In [0, 1). */
  random: () => number;
  /** Reads a body, in the worker where there is one. */
  readBody: (body: Blob, options: IcsOptions) => Promise<IcsReading>;
  signal?: AbortSignal;
}

export const pollMinutes = 30;
const longestPollMinutes = 24 * 60;
const longestValidator = { etag: 500, lastModified: 200 };

/** Reads the feed once. Never throws: a failure is an outcome, with the time of the next try. */
export const readFeed: CalendarReader<FeedRequest, FeedDeps, IcsReading, Validators> = async (
  request,
  deps,
) => {
  try {
    return await attempt(request, deps);
  } catch (thrown) {
    const { code, params, retryAtMs } = asAppError(thrown);
    const nowMs = deps.nowMs();
    const backedOff = nowMs + backOffMs(request.failures + 1, deps.random());
    return { kind: "failed", code, params, nextPollMs: Math.max(retryAtMs ?? 0, backedOff) };
  }
};

async function attempt(request: FeedRequest, deps: FeedDeps): Promise<FeedOutcome> {
  const { url } = readFeedAddress(request.address);
  const asked = stillReaches(request) ? request : { etag: null, lastModified: null };
  const got = await httpGet(deps.fetch, url, {
    headers: {
      Accept: "text/calendar, text/plain;q=0.5, */*;q=0.1",
      ...(asked.etag === null ? {} : { "If-None-Match": asked.etag }),
      ...(asked.lastModified === null ? {} : { "If-Modified-Since": asked.lastModified }),
    },
    maxBytes: icsCaps.bytes,
    mayFollow: request.mayFollow,
    nowMs: deps.nowMs(),
    ...(deps.signal === undefined ? {} : { signal: deps.signal }),
  });
  if (got.body === null)
    return {
      kind: "unchanged",
      etag: request.etag,
      lastModified: request.lastModified,
      nextPollMs: nextPoll(null, deps),
    };
  const { sourceId, calendarName, zone, fromMs, toMs, ownAddresses } = request;
  // A sign-in page or a portal answers 200 with HTML; whatever the type says, only a calendar is one.
  const reading = await deps.readBody(got.body, { sourceId, calendarName, zone, fromMs, toMs, ownAddresses });
  return {
    kind: "read",
    reading,
    // A validator of half a calendar would keep the other half away.
    etag: reading.coverage.complete ? validator(got.headers.get("etag"), longestValidator.etag) : null,
    lastModified: reading.coverage.complete
      ? validator(got.headers.get("last-modified"), longestValidator.lastModified)
      : null,
    nextPollMs: nextPoll(reading.file.refreshMinutes, deps),
  };
}

/** The window moves on: an unchanged feed read long ago says nothing about the days that came into it since. */
function stillReaches({ coverage, fromMs, toMs }: FeedRequest): boolean {
  return (
    coverage !== null &&
    coverage.complete &&
    coverage.fromMs <= fromMs &&
    coverage.toMs >= toMs - 12 * 3_600_000
  );
}

function validator(value: string | null, longest: number): string | null {
  return value === null || value.length > longest ? null : value;
}

/** Half an hour from now, later when the publisher asks for it, with a tenth of it random. */
function nextPoll(refreshMinutes: number | null, deps: FeedDeps): number {
  const minutes = Math.min(longestPollMinutes, Math.max(pollMinutes, refreshMinutes ?? 0));
  return deps.nowMs() + Math.round(minutes * 60_000 * (1 + 0.1 * deps.random()));
}
