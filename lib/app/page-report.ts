/** What a page shows is taken over as one reading of that page's source; the answer is what to show on it. */
import type { Input } from "../rpc/contract.ts";
import type { PageState } from "../rpc/views.ts";
import type { Source } from "../domain/source.ts";
import type { Draft } from "../store/store.ts";
import { commitReading } from "./commit-reading.ts";
import type { Deps } from "./deps.ts";
import { pageState } from "./page-state.ts";

/** How often the source's record notes a reading that changed nothing. */
const noteEveryMs = 60_000;

export async function pageReport(deps: Deps, input: Input<"page.report">): Promise<PageState> {
  const sourceId = pageSourceId(input.site, input.account);
  await commitReading(
    deps,
    { sourceId, events: input.events, coverage: input.coverage, speaksFor: "calendars" },
    async (tx, counted) => {
      const known = await tx.sources.get(sourceId);
      const nowMs = deps.clock.nowMs();
      const next = sourceOfPage(known, input, sourceId, counted, nowMs);
      const isOld = known === null || nowMs - (known.lastReadAtMs ?? 0) >= noteEveryMs;
      const isNews =
        known?.eventCount !== next.eventCount ||
        JSON.stringify(known.coverage) !== JSON.stringify(next.coverage);
      return isOld || isNews ? next : null;
    },
  );
  return pageState(deps, input, input.coverage);
}

/** The id of the source that a calendar page is, per signed-in account. */
export function pageSourceId(site: string, account: string | null): string {
  return `page:${site}:${account ?? "unknown"}`;
}

function sourceOfPage(
  known: Source | null,
  input: Input<"page.report">,
  id: string,
  counted: number,
  nowMs: number,
): Draft<Source> {
  return {
    id,
    kind: "page",
    name: input.account ?? input.site,
    address: null,
    etag: null,
    lastModified: null,
    lastReadAtMs: nowMs,
    coverage: input.coverage ?? known?.coverage ?? null,
    eventCount: counted,
    problemCount: 0,
    failure: null,
  };
}
