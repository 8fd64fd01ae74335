/**
 * One page script: ties the page, what is known of its events, and the parts shown on it. Everything visible comes out of
 * one pass over what is so now; a pass can run at any time and changes nothing when nothing changed. Must never decide
 * what an event is worth or what was answered: the background does.
 */
import type { Words } from "../../components/in-page/words.ts";
import type { Call } from "../rpc/call.ts";
import { createBadges } from "./badges.ts";
import type { Flag } from "./badges.ts";
import { createCaptureFlow } from "./capture-flow.ts";
import { createCardFloat } from "./card-float.tsx";
import { createCardFlow } from "./card-flow.ts";
import { createCornerFloats } from "./corner-floats.tsx";
import { watchHealth } from "./health.ts";
import type { HostPage } from "./host-page.ts";
import { removeAllHosts } from "./injected-host.ts";
import { createKnownEvents } from "./known-events.ts";
import type { KnownEvents } from "./known-events.ts";
import { mount } from "./mount.ts";
import type { Outbox } from "./outbox.ts";
import { sharedSheet } from "./style.ts";

export interface PageScriptDeps {
  page: HostPage;
  call: Call;
  outbox: Outbox;
  words: Words;
  nowMs(): number;
  /** True once an update has cut this script off from its extension. */
  isOrphaned(): boolean;
  /** Calls the listener whenever stored data changed, until the signal aborts. */
  onChanged(listener: () => void, signal: AbortSignal): void;
}

/** Runs until the signal aborts; then nothing of ours is left in the page. */
export function startPageScript(deps: PageScriptDeps, signal: AbortSignal): void {
  const { page, call } = deps;
  const after = timersUntil(signal);
  removeAllHosts();
  // Asked before anything is built, so that known events have their badges from the first paint on.
  const known = createKnownEvents({ call, page, nowMs: deps.nowMs, after, onState: () => onState() });
  void known.refresh();
  const parts = createParts(deps, known, after, signal);
  const report = whenIdle(() => void known.report(), signal);
  let openedId: string | null = null;

  function pass(): void {
    if (!page.isCalendar() || known.hidden()) return parts.clear();
    parts.badges.pass(page, (id) => flagOf(known, id));
    const opened = page.opened();
    if (opened !== null && opened.id !== openedId) parts.captures.reoffer(opened.id);
    openedId = opened?.id ?? null;
    parts.cards.update(opened);
    parts.cardFloat.draw();
    parts.health.look();
    parts.corner.draw();
  }

  const mounted = mount(
    page,
    () => {
      pass();
      if (page.isCalendar()) report();
    },
    signal,
  );

  function onState(): void {
    parts.captures.update(known.judgements());
    mounted.pass();
  }
  function ask(): void {
    void known.refresh().then(() => parts.cards.refresh());
  }
  deps.onChanged(ask, signal);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ask(), {
    signal,
  });
  signal.addEventListener("abort", () => parts.clear());
}

type After = (ms: number, then: () => void) => () => void;

function createParts(deps: PageScriptDeps, known: KnownEvents, after: After, signal: AbortSignal) {
  const { page, call, outbox, words, nowMs, isOrphaned } = deps;
  const theme = () => page.theme();
  const badges = createBadges(sharedSheet());
  const health = watchHealth({ page, call, after, onChange: () => corner.draw() });
  const captures = createCaptureFlow({ call, outbox, isOrphaned, after, onChange: () => drawCorner() });
  const corner = createCornerFloats({
    captures,
    words,
    theme,
    nowMs,
    isNoticeDue: () => health.isNoticeDue(),
    dismissNotice: () => health.dismiss(),
    openPanel: () => {
      health.dismiss();
      call("page.openPanel", { eventKey: null, purpose: "card" }).catch(() => null); // it shows itself or it does not
    },
  });
  const cards = createCardFlow({
    call,
    nowMs,
    eventKeyOf: (id) => known.judgement(id)?.eventKey ?? null,
    onChange: () => !known.hidden() && cardFloat.draw(),
  });
  const clear = () => {
    badges.clear();
    cardFloat.hide();
    corner.hide();
  };
  const hideAll = () => {
    call("page.hide", {}).catch(() => null); // hidden here at once all the same
    clear();
  };
  const cardFloat = createCardFloat({ flow: cards, words, theme, nowMs, hideAll, after, signal });
  function drawCorner(): void {
    if (!known.hidden() && !signal.aborted) corner.draw();
  }
  return { badges, health, captures, corner, cards, cardFloat, clear };
}

function flagOf(known: KnownEvents, pageEventId: string): Flag | null {
  const judgement = known.judgement(pageEventId);
  return judgement === null || judgement.flag === null
    ? null
    : { kind: judgement.flag, marked: judgement.marked };
}

/** Timers that die with the script. */
function timersUntil(signal: AbortSignal): After {
  return (ms, then) => {
    const timer = setTimeout(() => !signal.aborted && then(), ms);
    return () => clearTimeout(timer);
  };
}

/** Runs once the browser has nothing better to do, however often it was asked for in between. */
function whenIdle(run: () => void, signal: AbortSignal): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    requestIdleCallback(
      () => {
        due = false;
        if (!signal.aborted) run();
      },
      { timeout: 500 },
    );
  };
}
