/**
 * One page script: ties the page, what is known of its events, and what is shown on it. Everything visible comes out of
 * one pass over what is so now; a pass can run at any time and changes nothing when nothing changed. Must never decide
 * what an event is worth or what was answered: the background does.
 */
import type { Call } from "../rpc/call.ts";
import { createBadges } from "./badges.ts";
import type { Flag } from "./badges.ts";
import { watchHealth } from "./health.ts";
import type { HealthWatch } from "./health.ts";
import type { HostPage, OpenedEvent } from "./host-page.ts";
import { removeAllHosts } from "./injected-host.ts";
import { createKnownEvents } from "./known-events.ts";
import type { KnownEvents } from "./known-events.ts";
import { mount } from "./mount.ts";
import type { OutboxArea } from "./outbox.ts";
import { loadParts } from "./page-parts.ts";
import type { PageParts, PartsDeps } from "./page-parts.ts";
import { inIdleSlices, timersUntil } from "./timers.ts";

export interface PageScriptDeps {
  page: HostPage;
  call: Call;
  storage: OutboxArea;
  /** The person's language, BCP 47. */
  locale: string;
  nowMs(this: void): number;
  /** True once an update has cut this script off from its extension. */
  isOrphaned(this: void): boolean;
  /** Calls the listener whenever stored data changed, until the signal aborts. */
  onChanged(this: void, listener: () => void, signal: AbortSignal): void;
}

/** A page that keeps re-rendering is not read over and over. */
const readEveryMs = 250;

/** Runs until the signal aborts; then nothing of ours is left in the page. */
export function startPageScript(deps: PageScriptDeps, signal: AbortSignal): void {
  const { page, call, nowMs } = deps;
  const after = timersUntil(signal);
  removeAllHosts();
  const known = createKnownEvents({ call, page, nowMs, after, onState: () => onState() });
  // Asked before the page is built, so that known events have their badges from the first paint on.
  void known.refresh();
  const badges = createBadges();
  const health = watchHealth({ page, call, after, onChange: () => mounted.pass() });
  const second = secondHalf({ ...deps, known, health }, signal, () => mounted.pass());
  const reading = inIdleSlices(() => known.report(), readEveryMs, signal);

  const mounted = mount(
    page,
    () => {
      const isCalendar = page.isCalendar();
      if (isCalendar) reading.ask();
      if (!isCalendar || known.hidden()) {
        badges.clear();
        second.clear();
        return;
      }
      const isBuilt = page.roots().length > 0;
      if (isBuilt) badges.pass(page, (id) => flagOf(known, id));
      health.look();
      // A page under construction is neither styled nor themed: what floats over it waits, and does not make it compute.
      if (isBuilt || health.isNoticeDue()) second.pass(page.opened());
    },
    signal,
  );
  function onState(): void {
    second.takeState();
    mounted.pass();
  }
  function ask(): void {
    void known.refresh().then(() => second.refresh());
  }
  function askWhenSeen(): void {
    if (document.visibilityState === "visible") ask();
  }
  deps.onChanged(ask, signal);
  document.addEventListener("visibilitychange", askWhenSeen, { signal });
  signal.addEventListener("abort", () => badges.clear());
}

function flagOf(known: KnownEvents, pageEventId: string): Flag | null {
  const judgement = known.judgement(pageEventId);
  if (judgement === null || judgement.flag === null) return null;
  return { kind: judgement.flag, marked: judgement.marked };
}

type SecondHalfDeps = PartsDeps & { known: KnownEvents; health: HealthWatch };

/** Card, pill and notice: nothing until there is something to show, then loaded once. */
function secondHalf(deps: SecondHalfDeps, signal: AbortSignal, onLoaded: () => void): PageParts {
  const { known, health, call } = deps;
  let parts: PageParts | null = null;
  let loading = false;
  /** A failed loading is tried again when there is something new to show. */
  let failedFor: string | null = null;

  function want(opened: OpenedEvent | null): string | null {
    if (health.isNoticeDue()) return "notice";
    if (opened !== null && known.judgement(opened.id) !== null) return `card ${opened.id}`;
    const waiting = known.judgements().find(({ capture }) => capture !== null && capture.answer === null);
    return waiting === undefined ? null : `pill ${waiting.eventKey}`;
  }

  async function load(wanted: string): Promise<void> {
    loading = true;
    try {
      const start = await loadParts(call);
      if (signal.aborted) return;
      parts = start(deps, signal);
      parts.takeState();
      onLoaded();
    } catch {
      failedFor = wanted; // cut off by an update, or the background was not there
    } finally {
      loading = false;
    }
  }

  return {
    pass(opened) {
      if (parts !== null) return parts.pass(opened);
      const wanted = loading ? null : want(opened);
      if (wanted !== null && wanted !== failedFor) void load(wanted);
    },
    takeState() {
      failedFor = null;
      parts?.takeState();
    },
    refresh: () => parts?.refresh(),
    clear: () => parts?.clear(),
  };
}
