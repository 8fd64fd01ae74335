/** Takes over one whole reading of a file, feed or account: all of it or nothing. */
import { AppError } from "../base/errors.ts";
import type { Input } from "../rpc/contract.ts";
import type { SourceView } from "../rpc/views.ts";
import { commitReading } from "./commit-reading.ts";
import type { Deps } from "./deps.ts";
import { sourceView } from "./source-view.ts";

/** Throws AppError not-found when the source was removed while it was read. */
export async function sourceCommit(deps: Deps, input: Input<"source.commit">): Promise<SourceView> {
  const { sourceId, events, coverage } = input;
  await commitReading(deps, { sourceId, events, coverage, speaksFor: "source" }, async (tx, counted) => {
    const source = await tx.sources.get(sourceId);
    if (source === null) throw new AppError("not-found");
    return {
      ...source,
      coverage,
      etag: input.etag,
      lastModified: input.lastModified,
      lastReadAtMs: deps.clock.nowMs(),
      eventCount: counted,
      problemCount: input.problemCount,
      failure: null,
      ...(input.nextReadAtMs === undefined ? {} : { nextReadAtMs: input.nextReadAtMs }),
    };
  });
  deps.announceChange(); // "last read" is news even when no event changed
  const source = await deps.store.sources.get(sourceId);
  if (source === null) throw new AppError("not-found");
  return sourceView(source, deps.locale);
}
