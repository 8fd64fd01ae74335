/** Notes how well a page script can read its page; surfaces say so on the page's source. */
import type { Input } from "../rpc/contract.ts";
import type { Deps } from "./deps.ts";

export async function pageHealth(deps: Deps, input: Input<"page.health">): Promise<null> {
  deps.log.note("page.health", { site: input.site, readable: input.readable, ...prefixed(input.misses) });
  const sources = await deps.store.sources.all();
  const mine = sources.filter((source) => source.id.startsWith(`page:${input.site}:`));
  const isNews = mine.some((source) => (source.failure === null) !== input.readable);
  if (!isNews) return null;
  const nowMs = deps.clock.nowMs();
  await deps.store.write(async (tx) => {
    for (const { id } of mine) {
      const source = await tx.sources.get(id);
      const failure = input.readable ? null : { code: "page-unreadable", atMs: nowMs, retryAtMs: null };
      if (source !== null) await tx.sources.put({ ...source, failure });
    }
  });
  deps.announceChange();
  return null;
}

function prefixed(misses: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(misses).map(([purpose, count]) => [`miss.${purpose}`, count]));
}
