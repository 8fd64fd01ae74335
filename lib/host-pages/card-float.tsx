/**
 * The card on the page. A child of the pop-up's own card, so that the pop-up's focus ring and its notion of "inside" take
 * it in, but fixed beside the pop-up, so that nothing of the page moves. Where an ancestor turns out to hold fixed
 * elements captive (a transform does), or there is no pop-up, it lies over the page instead, behind the same shield.
 */
import type { VNode } from "preact";
import { Card } from "../../components/in-page/card.tsx";
import type { Words } from "../../components/in-page/words.ts";
import type { CardFlow, ShownCard } from "./card-flow.ts";
import { annotate } from "./e2e.ts";
import { placeBeside, placeOnPage } from "./float-place.ts";
import { createFloating } from "./floating.tsx";
import type { Floating } from "./floating.tsx";
import { pageDirection } from "./injected-host.ts";
import type { InjectedHost } from "./injected-host.ts";
import type { After } from "./timers.ts";

export interface CardFloatDeps {
  flow: CardFlow;
  words: Words;
  theme(this: void): "light" | "dark";
  nowMs(this: void): number;
  hideAll(this: void): void;
  after: After;
  signal: AbortSignal;
}

const minuteMs = 60_000;

export class CardFloat {
  readonly #deps: CardFloatDeps;
  readonly #floating: Floating;
  readonly #sizes = new ResizeObserver(() => this.#place());
  #placed: InjectedHost | null = null;
  #captive = false;
  #stopTicking: (() => void) | null = null;

  constructor(deps: CardFloatDeps) {
    this.#deps = deps;
    this.#floating = createFloating("throughline-card", ({ key }) => {
      if (key === "Escape") this.#close();
    });
    window.addEventListener("resize", () => this.#place(), { signal: deps.signal });
  }

  /** Shows what the flow says, where the pop-up is now. */
  draw(): void {
    const { flow, theme, nowMs, after } = this.#deps;
    const { shown } = flow;
    if (shown === null) return this.hide();
    const parent = this.#captive ? document.body : (shown.opened.inside ?? document.body);
    const host = this.#floating.show(parent, this.#part(shown), theme());
    annotate(host.element, { event: shown.opened.id });
    if (this.#placed !== host) host.setHostRules(rulesAt({ left: 0, top: 0 }, theme()));
    this.#placed = host;
    this.#sizes.observe(host.element);
    this.#sizes.observe(shown.opened.anchor);
    this.#place();
    this.#stopTicking?.();
    this.#stopTicking = after(minuteMs - (nowMs() % minuteMs), () => this.draw());
  }

  hide(): void {
    this.#stopTicking?.();
    this.#sizes.disconnect();
    this.#floating.hide();
    this.#placed = null;
  }

  #part({ view, change }: ShownCard): VNode {
    const { flow, words, nowMs, hideAll } = this.#deps;
    const act = {
      mark: (scope: "event" | "series") => void flow.mark(scope),
      unmark: (scope: "event" | "series") => void flow.unmark(scope),
      undo: () => void flow.undo(),
      rehearse: () => void flow.rehearse(),
      adapt: () => flow.openPanel("adapt"),
      openQueue: () => flow.openPanel("queue"),
      hideAll,
      close: () => this.#close(),
    };
    return <Card view={view} change={change} nowMs={nowMs()} words={words} act={act} />;
  }

  #close(): void {
    const anchor = this.#deps.flow.shown?.opened.anchor;
    this.#deps.flow.close();
    anchor?.focus({ preventScroll: true });
  }

  #place(): void {
    const { shown } = this.#deps.flow;
    const host = this.#floating.host();
    if (shown === null || host === null) return;
    const { width, height } = host.element.getBoundingClientRect();
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { anchor, chip, surface, inside } = shown.opened;
    const chipBox = chip?.getBoundingClientRect() ?? null;
    const spot =
      surface === "popup"
        ? placeBeside(anchor.getBoundingClientRect(), chipBox, { width, height }, view, pageDirection())
        : placeOnPage({ width, height }, view, pageDirection());
    host.setHostRules(rulesAt(spot, this.#deps.theme()));
    if (this.#captive || inside === null) return;
    const now = host.element.getBoundingClientRect();
    if (Math.abs(now.left - spot.left) + Math.abs(now.top - spot.top) <= 2) return;
    this.#captive = true;
    document.body.append(host.element);
    this.#place();
  }
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
