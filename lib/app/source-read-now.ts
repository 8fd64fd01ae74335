/** Reads a feed now. How it went is told through the source's record. */
import { AppError } from "../base/errors.ts";
import type { Deps } from "./deps.ts";

/** Throws AppError not-found when there is no such feed. */
export async function sourceReadNow(deps: Deps, input: { id: string }): Promise<null> {
  const source = await deps.store.sources.get(input.id);
  if (source?.kind !== "ics-feed") throw new AppError("not-found");
  await deps.edges.readFeed(source.id);
  return null;
}
