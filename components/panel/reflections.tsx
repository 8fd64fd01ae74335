/** The reflections on one event: one per priority that applies or was captured; further priorities can be added. */
import { useState } from "preact/hooks";
import type { CaptureView, PanelView } from "../../lib/rpc/views.ts";
import { answerWords } from "../reflection/answer-words.ts";
import { ReflectionDetails } from "../reflection/details.tsx";
import { useCapture } from "../reflection/use-capture.ts";
import type { SaveState } from "../ui/autosave.ts";
import { Button } from "../ui/button.tsx";
import { Capture } from "../ui/capture.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

type Entry = PanelView["reflections"][number];

export interface ReflectionsProps {
  panel: PanelView;
  onChange: () => Promise<void>;
  onSaveState: (state: SaveState) => void;
}

export function Reflections({ panel, onChange, onSaveState }: ReflectionsProps) {
  const { t } = useWords();
  const [added, setAdded] = useState<readonly string[]>([]);
  const known = new Set(panel.reflections.map(({ capture }) => capture.priorityId));
  const extra = panel.allPriorities.filter(({ id }) => added.includes(id) && !known.has(id));
  const addable = panel.allPriorities.filter(({ id }) => !known.has(id) && !added.includes(id));
  const entries: Entry[] = [
    ...panel.reflections,
    ...extra.map((priority) => ({ capture: emptyCapture(panel, priority), reflection: null, plan: null })),
  ];
  return (
    <>
      {entries.map((entry, position) => (
        <ReflectionEntry
          key={entry.capture.priorityId ?? ""}
          entry={entry}
          panel={panel}
          first={position === 0}
          onChange={onChange}
          onSaveState={onSaveState}
        />
      ))}
      {addable.length > 0 && (
        <div class="acts also">
          <span class="meta">{t("panel.addPriority")}</span>
          {addable.map(({ id, name }) => (
            <Button key={id} small onPress={() => setAdded((before) => [...before, id])}>
              <span dir="auto">{name}</span>
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function emptyCapture(panel: PanelView, priority: { id: string; name: string }): CaptureView {
  return {
    eventKey: panel.event.eventKey,
    priorityId: priority.id,
    priorityName: priority.name,
    endedMs: panel.event.endMs ?? panel.event.startMs,
    answer: null,
    answeredAtMs: null,
  };
}

interface EntryProps {
  entry: Entry;
  panel: PanelView;
  first: boolean;
  onChange: () => Promise<void>;
  onSaveState: (state: SaveState) => void;
}

function ReflectionEntry({ entry, panel, first, onChange, onSaveState }: EntryProps) {
  const { t } = useWords();
  const capturing = useCapture(entry.capture, () => void onChange());
  const { capture, reflection, plan } = entry;
  const name = capture.priorityName;
  return (
    <section class="reflection" aria-label={name ?? t("capture.question")}>
      {plan !== null && (
        <p class="shift" dir="auto">
          <span>
            <span class="w">{t("panel.planned")}</span> {t("plan.if")} {plan.if}, {t("plan.then")} {plan.then}
          </span>
        </p>
      )}
      <h2 class="for" dir="auto">
        {name ?? t("capture.question")}
      </h2>
      <Capture
        label={name === null ? t("capture.question") : `${t("answer.label")}: ${name}`}
        words={answerWords(t)}
        answer={capturing.answer}
        onAnswer={capturing.press}
      />
      <Settled savedAtMs={capturing.savedAtMs} late={reflection?.late ?? false} onUndo={capturing.undo} />
      {reflection !== null && (
        <>
          {first && <p class="sr">{t("panel.optional")}</p>}
          <ReflectionDetails
            reflection={reflection}
            priorityName={name}
            sessionMs={panel.sessionMs}
            coachName={panel.coachName}
            onState={onSaveState}
          />
          <DeleteReflection id={reflection.id} title={panel.event.title} onChange={onChange} />
        </>
      )}
    </section>
  );
}

function Settled({
  savedAtMs,
  late,
  onUndo,
}: {
  savedAtMs: number | null;
  late: boolean;
  onUndo: () => void;
}) {
  const { t, format } = useWords();
  if (savedAtMs === null) return null;
  return (
    <p class="meta settled" role="status">
      <span>
        {t("capture.saved", { time: format.time(savedAtMs) })}
        {late && `, ${t("panel.late")}`}. {t("panel.optional")}
      </span>
      <span class="end">
        <Button look="link" action="undo" onPress={onUndo}>
          {t("do.undo")}
        </Button>
      </span>
    </p>
  );
}

function DeleteReflection(props: { id: string; title: string; onChange: () => Promise<void> }) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const remove = () =>
    void attempt(async () => {
      const undo = await call("reflection.delete", { id: props.id });
      offerUndo(t("undo.deleted", { what: t("panel.reflection") }), undo);
      await props.onChange();
    });
  return (
    <p class="after">
      <Button look="link" onPress={remove}>
        {t("do.delete")}
      </Button>
    </p>
  );
}
