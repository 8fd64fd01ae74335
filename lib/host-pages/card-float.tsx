/**
 * The card on the page. A child of the pop-up's own card, so that the pop-up's focus ring and its notion of "inside" take
 * it in, but fixed beside the pop-up, so that nothing of the page moves. Where an ancestor turns out to hold fixed
 * elements captive (a transform does), or there is no pop-up, it lies over the page instead, behind the same shield.
 */
import { Card } from "../../components/in-page/card.tsx";
import type { Words } from "../../components/in-page/words.ts";
import type { CardFlow, ShownCard } from "./card-flow.ts";
import { annotate } from "./e2e.ts";
import { placeBeside, placeOnPage } from "./float-place.ts";
import { createFloating } from "./floating.tsx";
import { pageDirection } from "./injected-host.ts";
import type { InjectedHost } from "./injected-host.ts";

export interface CardFloatDeps {
  flow: CardFlow;
  words: Words;
  theme(): "light" | "dark";
  nowMs(): number;
  hideAll(): void;
  after(ms: number, then: () => void): () => void;
  signal: AbortSignal;
}

export interface CardFloat {
  /** Shows what the flow says, where the pop-up is now. */
  draw(): void;
  hide(): void;
}

export function createCardFloat(deps: CardFloatDeps): CardFloat {
  const { flow, words } = deps;
  const floating = createFloating("throughline-card", (event) => {
    if (event.key === "Escape") close();
  });
  const sizes = new ResizeObserver(() => place());
  /** Hosts that have a place; a new one is measured before it gets one. */
  const placed = new WeakSet<InjectedHost>();
  let captive = false;
  let stopTicking = () => {};

  function close(): void {
    const anchor = flow.shown()?.opened.anchor;
    flow.close();
    anchor?.focus({ preventScroll: true });
  }

  function draw(): void {
    const shown = flow.shown();
    if (shown === null) return hide();
    const parent = captive ? document.body : (shown.opened.inside ?? document.body);
    const host = floating.show(parent, part(shown), deps.theme());
    annotate(host.element, { event: shown.opened.id });
    if (!placed.has(host)) host.setHostRules(rulesAt({ left: 0, top: 0 }, deps.theme()));
    placed.add(host);
    sizes.observe(host.element);
    sizes.observe(shown.opened.anchor);
    place();
    stopTicking();
    stopTicking = deps.after(60_000 - (deps.nowMs() % 60_000), draw);
  }

  function part({ view, change }: ShownCard) {
    const act = {
      mark: (scope: "event" | "series") => void flow.mark(scope),
      unmark: (scope: "event" | "series") => void flow.unmark(scope),
      undo: () => void flow.undo(),
      rehearse: () => void flow.rehearse(),
      adapt: () => flow.openPanel("adapt"),
      openQueue: () => flow.openPanel("queue"),
      hideAll: deps.hideAll,
      close,
    };
    return <Card view={view} change={change} nowMs={deps.nowMs()} words={words} act={act} />;
  }

  function place(): void {
    const shown = flow.shown();
    const host = floating.host();
    if (shown === null || host === null) return;
    const { width, height } = host.element.getBoundingClientRect();
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { anchor, surface } = shown.opened;
    const spot =
      surface === "popup"
        ? placeBeside(anchor.getBoundingClientRect(), { width, height }, view, pageDirection())
        : placeOnPage({ width, height }, view, pageDirection());
    host.setHostRules(rulesAt(spot, deps.theme()));
    if (captive || shown.opened.inside === null) return;
    const now = host.element.getBoundingClientRect();
    if (Math.abs(now.left - spot.left) + Math.abs(now.top - spot.top) <= 2) return;
    captive = true;
    document.body.append(host.element);
    place();
  }

  function hide(): void {
    stopTicking();
    sizes.disconnect();
    floating.hide();
  }

  window.addEventListener("resize", place, { signal: deps.signal });
  return { draw, hide };
}

function rulesAt({ left, top }: { left: number; top: number }, theme: string): Record<string, string> {
  return {
    display: "block",
    position: "fixed",
    left: `${Math.round(left)}px`,
    top: `${Math.round(top)}px`,
    // A number inside the pop-up's own stacking order; over the page it must lie above what the page lays over itself.
    "z-index": "2147483000",
    "color-scheme": theme,
  };
}
