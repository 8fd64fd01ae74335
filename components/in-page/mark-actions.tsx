/** Mark and unmark, for this event or the whole series, and the way back. One press is enough; nothing is asked twice. */
import type { CardView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import type { Words } from "./words.ts";

export type MarkScope = "event" | "series";

/** What the last press did; `undoId` is `null` while it is stored and when it could not be. */
export interface MarkChange {
  did: "marked" | "unmarked" | "no-session" | "failed";
  undoId: string | null;
}

export interface MarkActionsProps {
  view: CardView;
  change: MarkChange | null;
  words: Words;
  act: {
    mark(this: void, scope: MarkScope): void;
    unmark(this: void, scope: MarkScope): void;
    undo(this: void): void;
  };
}

export function MarkActions({ view, change, words, act }: MarkActionsProps) {
  const { t } = words;
  const series = view.seriesKey !== null;
  return (
    <div class="in-line meta">
      {change !== null && <span role="status">{t(saidOf(change))}</span>}
      {change !== null && change.undoId !== null && (
        <Button look="link" action="undo" onPress={act.undo}>
          {t("undo")}
        </Button>
      )}
      {view.canMark && (
        <Button small action="mark" onPress={() => act.mark("event")}>
          {t("mark.set")}
        </Button>
      )}
      {view.canMark && series && (
        <Button look="link" action="mark-series" onPress={() => act.mark("series")}>
          {t("mark.setSeries")}
        </Button>
      )}
      {view.canUnmark && (
        <Button look="link" action="unmark" onPress={() => act.unmark("event")}>
          {t(view.flag === "coaching" ? "mark.unsetSession" : "mark.unset")}
        </Button>
      )}
      {view.canUnmark && series && (
        <Button look="link" action="unmark-series" onPress={() => act.unmark("series")}>
          {t("mark.unsetSeries")}
        </Button>
      )}
    </div>
  );
}

function saidOf({ did }: MarkChange) {
  switch (did) {
    case "marked":
      return "mark.done";
    case "unmarked":
      return "mark.undone";
    case "no-session":
      return "mark.noSession";
    case "failed":
      return "mark.failed";
  }
  return did satisfies never;
}
