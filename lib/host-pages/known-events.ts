/**
 * What the background has said about the events of this page, by the page's own ids. Asks again when something changed
 * and when a moment comes; of several answers the last asked for counts. Reports what the page shows when that changed.
 */
import type { Call } from "../rpc/call.ts";
import type { PageJudgement, PageState } from "../rpc/views.ts";
import type { HostPage } from "./host-page.ts";
import type { After } from "./timers.ts";

export interface KnownEventsDeps {
  call: Call;
  page: HostPage;
  nowMs(this: void): number;
  after: After;
  /** A new state was taken over. */
  onState(this: void): void;
}

export interface KnownEvents {
  hidden(): boolean;
  judgement(pageEventId: string): PageJudgement | null;
  judgements(): readonly PageJudgement[];
  /** Asks for the state as it is now. */
  refresh(): Promise<void>;
  /** Hides everything of ours, here at once and in every other tab. */
  hide(): Promise<void>;
  /** Reads the page and sends the reading if it says something new. */
  report(): Promise<void>;
}

/** The browser cannot wait longer than this in one go. */
const longestWaitMs = 2_147_483_647;

export function createKnownEvents(deps: KnownEventsDeps): KnownEvents {
  let byId = new Map<string, PageJudgement>();
  let hidden = false;
  let asked = 0;
  let lastSent = "";
  let shown: { fromMs: number; toMs: number } | null = null;
  let stopWaiting: (() => void) | null = null;

  async function take(answer: () => Promise<PageState>): Promise<void> {
    const mine = ++asked;
    const state = await answer();
    if (mine !== asked) return;
    byId = new Map(state.judgements.map((judgement) => [judgement.pageEventId, judgement]));
    ({ hidden } = state);
    stopWaiting?.();
    if (state.refreshAtMs !== null) {
      const wait = Math.min(Math.max(0, state.refreshAtMs - deps.nowMs()), longestWaitMs);
      stopWaiting = deps.after(wait, () => void refresh());
    }
    deps.onState();
  }

  async function refresh(): Promise<void> {
    const asking = {
      site: deps.page.site,
      account: deps.page.account(),
      ...(shown === null ? {} : { shown }),
    };
    try {
      await take(() => deps.call("page.state", asking));
    } catch {
      // What was known stays shown; the next change or look at the page asks again.
    }
  }

  return {
    hidden: () => hidden,
    judgement: (id) => byId.get(id) ?? null,
    judgements: () => [...byId.values()],
    refresh,
    async hide() {
      hidden = true;
      deps.onState();
      await deps.call("page.hide", {}).catch(() => null); // hidden here all the same
    },
    async report() {
      const { site } = deps.page;
      const reading = deps.page.read((account) => `page:${site}:${account ?? "unknown"}`);
      const said = JSON.stringify(reading);
      if (reading.coverage === null || said === lastSent) return;
      lastSent = said;
      shown = { fromMs: reading.coverage.fromMs, toMs: reading.coverage.toMs };
      try {
        await take(() => deps.call("page.report", { site, ...reading }));
      } catch {
        lastSent = ""; // not taken over: the next change of the page sends it again
      }
    },
  };
}
