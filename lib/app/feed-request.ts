/** What a reader of feeds is told about one feed: address, validators, window, and how often it failed. */
import type { FeedRequest } from "../calendars/ics/feed.ts";
import { windowComingDays, windowPastDays } from "../domain/source.ts";
import type { Deps } from "./deps.ts";

const dayMs = 86_400_000;

/** `null` when the source is gone or is no feed. */
export async function feedRequest(
  deps: Pick<Deps, "store" | "clock">,
  sourceId: string,
): Promise<FeedRequest | null> {
  const sources = await deps.store.sources.all();
  const source = sources.find((one) => one.id === sourceId);
  if (source?.kind !== "ics-feed" || source.address === null) return null;
  const nowMs = deps.clock.nowMs();
  return {
    sourceId,
    address: source.address,
    etag: source.etag,
    lastModified: source.lastModified,
    coverage: source.coverage,
    calendarName: source.name,
    zone: deps.clock.zone(),
    // A calendar page names the person it belongs to: the same person's invitations are known by that address.
    ownAddresses: sources
      .filter((one) => one.kind === "page" && one.name.includes("@"))
      .map((one) => one.name),
    mayFollow: false,
    failures: source.failure?.inARow ?? 0,
    fromMs: nowMs - windowPastDays * dayMs,
    toMs: nowMs + windowComingDays * dayMs,
  };
}
