/** The sources: where events come from, when each was last read and how far, and what is wrong with it. */
import type { SourceView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useNow } from "../ui/use-view.ts";

export function SourceList({ sources }: { sources: readonly SourceView[] }) {
  const { t } = useWords();
  if (sources.length === 0) return <p class="dim">{t("reading.none")}</p>;
  return (
    <ul class="source-list">
      {sources.map((source) => (
        <SourceRow key={source.id} source={source} />
      ))}
    </ul>
  );
}

function SourceRow({ source }: { source: SourceView }) {
  const { t, format } = useWords();
  const { call } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const nowMs = useNow();
  const remove = () =>
    void attempt(async () => {
      offerUndo(t("undo.removed", { what: source.name }), await call("source.remove", { id: source.id }));
    });
  return (
    <li>
      <div>
        <h3 dir="auto">{source.name}</h3>
        <p class="meta">
          {t(`source.kind.${source.kind}`)}.{" "}
          {source.lastReadAtMs === null
            ? t("source.notRead")
            : t("source.read", {
                count: source.eventCount,
                time: format.near(source.lastReadAtMs, nowMs),
              })}{" "}
          {source.readUpToMs !== null && t("reading.upTo", { day: format.day(source.readUpToMs) })}{" "}
          {source.problemCount > 0 && t("source.problems", { count: source.problemCount })}
        </p>
        {source.failure !== null && <p role="status">{source.failure}</p>}
      </div>
      <span class="acts end">
        {source.kind === "ics-feed" && (
          <Button
            small
            label={`${t("source.readNow")}: ${source.name}`}
            onPress={() => void attempt(() => call("source.readNow", { id: source.id }))}
          >
            {t("source.readNow")}
          </Button>
        )}
        <Button small look="quiet" label={`${t("do.delete")}: ${source.name}`} onPress={remove}>
          {t("do.delete")}
        </Button>
      </span>
    </li>
  );
}
