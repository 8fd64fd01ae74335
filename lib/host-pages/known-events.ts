/**
 * What the background has said about the events of this page, by the page's own ids. Asks again when something changed
 * and when a moment comes; of several answers the last asked for counts. Reports what the page shows when that changed.
 */
import type { Call } from "../rpc/call.ts";
import type { PageJudgement, PageState } from "../rpc/views.ts";
import type { HostPage, Reading } from "./host-page.ts";
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
  /** Reads the page in steps and sends the reading if it says something new. */
  report(): Generator<undefined, void>;
}

/** The browser cannot wait longer than this in one go. */
const longestWaitMs = 2_147_483_647;

export function createKnownEvents(deps: KnownEventsDeps): KnownEvents {
  let byId = new Map<string, PageJudgement>();
  let hidden = false;
  let asked = 0;
  let lastSent: Reading | null = null;
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
    *report() {
      const { site } = deps.page;
      const reading = yield* deps.page.read((account) => `page:${site}:${account ?? "unknown"}`);
      if (reading.coverage === null || (lastSent !== null && isSame(reading, lastSent))) return;
      lastSent = reading;
      shown = { fromMs: reading.coverage.fromMs, toMs: reading.coverage.toMs };
      void take(() => deps.call("page.report", { site, ...reading })).catch(() => {
        lastSent = null; // not taken over: the next change of the page sends it again
      });
    },
  };
}

/** Unchanged events are the same objects; where a page does not allow that, what they say is compared. */
function isSame(a: Reading, b: Reading): boolean {
  const { events, ...rest } = a;
  const { events: others, ...otherRest } = b;
  if (events.length !== others.length || JSON.stringify(rest) !== JSON.stringify(otherRest)) return false;
  return events.every(
    (event, index) => event === others[index] || JSON.stringify(event) === JSON.stringify(others[index]),
  );
}
