/** One reflection in the journal: read in place, edited in place. */
import { useState } from "preact/hooks";
import type { Answer, Reflection } from "../../lib/domain/reflection.ts";
import type { JournalEntryView } from "../../lib/rpc/views.ts";
import type { Format, Say } from "../format.ts";
import { answerWords } from "../reflection/answer-words.ts";
import { ReflectionDetails } from "../reflection/details.tsx";
import { Button } from "../ui/button.tsx";
import { Capture } from "../ui/capture.tsx";
import { OccasionGlyph } from "../ui/marks.tsx";
import { Voice } from "../ui/memo.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

export function JournalEntry({ entry }: { entry: JournalEntryView }) {
  const { t, format } = useWords();
  const { call } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const [editing, setEditing] = useState(false);
  const { reflection, priorityName } = entry;
  const title = reflection.event.title;
  const remove = () =>
    void attempt(async () => {
      offerUndo(
        t("undo.deleted", { what: t("panel.reflection") }),
        await call("reflection.delete", { id: reflection.id }),
      );
    });
  return (
    <li>
      <span class="meta">{format.dayTime(reflection.event.startMs)}</span>
      <div>
        <h2 dir="auto">{title}</h2>
        <p class="dim">{factsOf(reflection, priorityName, t, format)}</p>
        {editing ? <EntryEditor entry={entry} /> : <Texts reflection={reflection} />}
        <div class="acts">
          <Button
            look="link"
            expanded={editing}
            label={`${editing ? t("do.done") : t("do.edit")}: ${title}`}
            onPress={() => setEditing(!editing)}
          >
            {editing ? t("do.done") : t("do.edit")}
          </Button>
          <Button look="link" label={`${t("do.delete")}: ${title}`} onPress={remove}>
            {t("do.delete")}
          </Button>
        </div>
      </div>
      <span class="n">
        <OccasionGlyph answer={reflection.answer} />
      </span>
    </li>
  );
}

/** "Ask first: did. Effort 8, outcome +1. Late." */
function factsOf(reflection: Reflection, priorityName: string | null, t: Say, format: Format): string {
  const facts = [
    t("journal.answer", {
      name: priorityName ?? t("journal.noPriority"),
      outcome: t(`outcome.${reflection.answer}`),
    }),
  ];
  if (reflection.effort !== null) facts.push(t("journal.effort", { effort: reflection.effort }));
  if (reflection.outcome !== null) {
    facts.push(t("journal.outcome", { outcome: format.signed(reflection.outcome) }));
  }
  if (reflection.late) facts.push(t("journal.late"));
  if (reflection.bringToSession) facts.push(t("journal.bring"));
  return facts.join(" ");
}

function Texts({ reflection }: { reflection: Reflection }) {
  const { t } = useWords();
  const texts = [
    [t("panel.nextTime"), reflection.nextTime],
    [t("panel.surprised"), reflection.surprised],
    [t("panel.decision"), reflection.decisionTaken],
    [t("panel.noticed"), reflection.whoNoticed],
  ] as const;
  return (
    <>
      {texts
        .filter(([, words]) => words !== "")
        .map(([label, words]) => (
          <div key={label} class="said">
            <p class="meta">{label}</p>
            <Voice>{words}</Voice>
          </div>
        ))}
    </>
  );
}

function EntryEditor({ entry }: { entry: JournalEntryView }) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt } = useSurface();
  const { reflection } = entry;
  const [answer, setAnswer] = useState<Answer>(reflection.answer);
  const change = async (chosen: Answer) => {
    setAnswer(chosen);
    const changes = { answer: chosen };
    const done = await attempt(() => call("reflection.edit", { id: reflection.id, changes }));
    if (!done) setAnswer(reflection.answer);
  };
  return (
    <div class="grp">
      <Capture
        label={t("answer.label")}
        words={answerWords(t)}
        answer={answer}
        onAnswer={(chosen) => void change(chosen)}
      />
      <ReflectionDetails
        reflection={reflection}
        priorityName={entry.priorityName}
        sessionMs={null}
        coachName={null}
      />
    </div>
  );
}
