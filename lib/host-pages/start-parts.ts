/** Builds card, pill and notice and ties them to what is known. The counterpart of page-script.ts, loaded after it. */
import { wordsFor } from "../../components/in-page/words.ts";
import { CaptureFlow } from "./capture-flow.ts";
import { CardFloat } from "./card-float.tsx";
import { CardFlow } from "./card-flow.ts";
import { createCornerFloats } from "./corner-floats.tsx";
import { outboxIn } from "./outbox.ts";
import type { PageParts, PartsDeps } from "./page-parts.ts";
import { timersUntil } from "./timers.ts";

export function startParts(deps: PartsDeps, signal: AbortSignal): PageParts {
  const { page, call, known, health, nowMs } = deps;
  const after = timersUntil(signal);
  const words = wordsFor(deps.locale);
  const theme = () => page.theme();
  const isVisible = () => !known.hidden() && !signal.aborted;
  let openedId: string | null = null;

  const captures = new CaptureFlow({
    call,
    outbox: outboxIn(deps.storage, nowMs),
    isOrphaned: deps.isOrphaned,
    after,
    onChange: () => isVisible() && corner.draw(),
  });
  const corner = createCornerFloats({
    captures,
    words,
    theme,
    nowMs,
    isNoticeDue: () => health.isNoticeDue(),
    dismissNotice: () => health.dismiss(),
    openPanel() {
      // Sent in the turn of the press; what comes of it shows itself.
      call("page.openPanel", { eventKey: null, purpose: "card" }).catch(() => null);
      health.dismiss();
    },
  });
  const cards = new CardFlow({
    call,
    nowMs,
    eventKeyOf: (id) => known.judgement(id)?.eventKey ?? null,
    onChange: () => isVisible() && cardFloat.draw(),
  });
  const clear = () => {
    cardFloat.hide();
    corner.hide();
  };
  const hideAll = () => void known.hide();
  const cardFloat = new CardFloat({ flow: cards, words, theme, nowMs, hideAll, after, signal });
  signal.addEventListener("abort", clear);

  return {
    clear,
    takeState: () => captures.update(known.judgements()),
    refresh: () => cards.refresh(),
    pass(opened) {
      if (opened !== null && opened.id !== openedId) captures.reoffer(opened.id);
      openedId = opened?.id ?? null;
      cards.update(opened);
      cardFloat.draw();
      corner.draw();
    },
  };
}
