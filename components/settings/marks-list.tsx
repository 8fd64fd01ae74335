/** Marks: what the person said about events and series, each can be taken away. */
import type { SettingsView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import { Fold } from "../ui/fold.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

type MarkRow = SettingsView["marks"][number];

/** Marks shown before the rest is folded. */
const shownFirst = 8;

const kindKeys: Record<
  string,
  "mark.kind.high-stakes" | "mark.kind.ordinary" | "mark.kind.coaching" | "mark.kind.not-coaching"
> = {
  "high-stakes": "mark.kind.high-stakes",
  ordinary: "mark.kind.ordinary",
  coaching: "mark.kind.coaching",
  "not-coaching": "mark.kind.not-coaching",
};

export function MarksList(props: { marks: readonly MarkRow[]; onChange: () => Promise<void> }) {
  const { t } = useWords();
  const { marks } = props;
  if (marks.length === 0) return <p class="dim">{t("settings.marksNone")}</p>;
  return (
    <>
      <Rows marks={marks.slice(0, shownFirst)} onChange={props.onChange} />
      {marks.length > shownFirst && (
        <Fold summary={t("do.more", { count: marks.length - shownFirst })}>
          <Rows marks={marks.slice(shownFirst)} onChange={props.onChange} />
        </Fold>
      )}
    </>
  );
}

function Rows({ marks, onChange }: { marks: readonly MarkRow[]; onChange: () => Promise<void> }) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const remove = (mark: MarkRow) =>
    void attempt(async () => {
      offerUndo(t("undo.removed", { what: mark.title }), await call("mark.delete", { id: mark.id }));
      await onChange();
    });
  return (
    <ul class="people">
      {marks.map((mark) => {
        const kind = kindKeys[mark.kind];
        return (
          <li key={mark.id}>
            <span>
              <span dir="auto">{mark.title}</span>{" "}
              <span class="meta">
                {kind === undefined ? mark.kind : t(kind)}
                {mark.scope === "series" && `, ${t("mark.series")}`}
              </span>
            </span>
            <span class="acts end">
              <Button look="link" label={`${t("do.delete")}: ${mark.title}`} onPress={() => remove(mark)}>
                {t("do.delete")}
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
