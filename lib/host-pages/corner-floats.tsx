/** What stands in the lower end corner of the page: the capture pill, and the one-line notice above it. */
import { CapturePill } from "../../components/in-page/capture-pill.tsx";
import { UnreadableNotice } from "../../components/in-page/unreadable-notice.tsx";
import type { Words } from "../../components/in-page/words.ts";
import { answers } from "../domain/reflection.ts";
import type { CaptureFlow } from "./capture-flow.ts";
import { annotate } from "./e2e.ts";
import { createFloating } from "./floating.tsx";
import type { Floating } from "./floating.tsx";
import { pageDirection } from "./injected-host.ts";

export interface CornerDeps {
  captures: CaptureFlow;
  words: Words;
  theme(this: void): "light" | "dark";
  nowMs(this: void): number;
  isNoticeDue(this: void): boolean;
  openPanel(this: void): void;
  dismissNotice(this: void): void;
}

export interface CornerFloats {
  draw(): void;
  hide(): void;
}

export function createCornerFloats(deps: CornerDeps): CornerFloats {
  const { captures, words } = deps;
  const pill = createFloating("throughline-capture", (event) => {
    const answer = answers["1234".indexOf(event.key)];
    if (event.key === "Escape" && captures.pill?.step !== "stored") captures.next();
    if (answer !== undefined && event.key.length === 1) void captures.answer(answer);
  });
  const notice = createFloating("throughline-notice", (event) => {
    if (event.key === "Escape") deps.dismissNotice();
  });

  const act = {
    answer: (answer: (typeof answers)[number]) => void captures.answer(answer),
    undo: () => void captures.undo(),
    addWords: () => captures.addWords(),
    dismiss: () => captures.next(),
    hold: (on: boolean) => captures.hold(on),
  };

  function drawPill(): boolean {
    const shown = captures.pill;
    if (shown === null) {
      pill.hide();
      return false;
    }
    const part = <CapturePill pill={shown} nowMs={deps.nowMs()} words={words} act={act} />;
    const host = pill.show(document.body, part, deps.theme());
    host.setHostRules(cornerRules(24, deps.theme()));
    annotate(host.element, { event: shown.pageEventId, state: shown.step });
    return true;
  }

  function drawNotice(hasPill: boolean): void {
    if (!deps.isNoticeDue()) return notice.hide();
    const noticeAct = { openPanel: deps.openPanel, close: deps.dismissNotice };
    const part = <UnreadableNotice words={words} act={noticeAct} />;
    const host = notice.show(document.body, part, deps.theme());
    host.setHostRules(cornerRules(hasPill ? 96 : 24, deps.theme()));
  }

  /** What the drawing depends on; a pass over the page that changes none of it draws nothing. */
  const facts = () => [
    captures.pill,
    deps.isNoticeDue(),
    deps.theme(),
    pageDirection(),
    Math.floor(deps.nowMs() / 60_000),
  ];
  let drawn: unknown[] = [];
  return {
    draw() {
      const now = facts();
      if (isInPlace(pill) && isInPlace(notice) && now.every((fact, index) => fact === drawn[index])) return;
      drawn = now;
      drawNotice(drawPill());
    },
    hide() {
      drawn = [];
      pill.hide();
      notice.hide();
    },
  };
}

/** False when the page took it away. */
function isInPlace(floating: Floating): boolean {
  const host = floating.host();
  return host === null || host.element.parentNode === document.body;
}

/** Clear of the page's own narrow panel at the end edge. */
function cornerRules(bottom: number, theme: string): Record<string, string> {
  return {
    display: "block",
    position: "fixed",
    "inset-block-end": `${bottom}px`,
    "inset-inline-end": "72px",
    "max-inline-size": "calc(100vw - 88px)",
    "z-index": "2147483000",
    "color-scheme": theme,
  };
}
