/** The small shared parts by themselves, each on one sheet. */
import { useState } from "preact/hooks";
import type { Answer } from "../../lib/domain/reflection.ts";
import { answers } from "../../lib/domain/reflection.ts";
import { answerWords, runLabel } from "../../components/reflection/answer-words.ts";
import { Button, IconButton, LinkButton } from "../../components/ui/button.tsx";
import { Capture } from "../../components/ui/capture.tsx";
import { Check, Field, Select } from "../../components/ui/field.tsx";
import { Icon } from "../../components/ui/icon.tsx";
import { Logo, Mark, OccasionGlyph, Run } from "../../components/ui/marks.tsx";
import { Memo, MemoRow, PlanText, Voice } from "../../components/ui/memo.tsx";
import { Notice } from "../../components/ui/notice.tsx";
import { Scale, Seg } from "../../components/ui/scale.tsx";
import { SurfaceFrame, useSurface } from "../../components/ui/surface.tsx";
import { useWords } from "../../components/ui/surroundings.tsx";
import type { Exhibit } from "./exhibits.tsx";
import { arabicTitle, askFirstPlan } from "./week.ts";

function Marks() {
  const { t } = useWords();
  const run: Answer[] = ["did", "missed", "partly", "not-applicable", "did"];
  return (
    <main class="parts-sheet">
      <h1>Marks</h1>
      <p>
        <Logo /> <Mark kind="high-stakes" /> <Mark kind="high-stakes" marked /> <Mark kind="coaching" />{" "}
        <Mark kind="high-stakes" halo /> <Mark kind="coaching" halo />
      </p>
      <p>
        {answers.map((answer) => (
          <OccasionGlyph key={answer} answer={answer} />
        ))}
      </p>
      <Run outcomes={run} label={runLabel(t, run)} />
      <p>
        <Icon name="panel" /> <Icon name="close" /> <Icon name="star" /> <Icon name="star" filled />{" "}
        <Icon name="grip" />
      </p>
    </main>
  );
}

function Controls() {
  const { t } = useWords();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [effort, setEffort] = useState<number | null>(8);
  const [role, setRole] = useState<string | null>("device");
  return (
    <main class="parts-sheet">
      <h1>Controls</h1>
      <div class="acts">
        <Button look="primary" onPress={() => {}}>
          Prepare
        </Button>
        <Button onPress={() => {}}>Snooze</Button>
        <Button look="quiet" onPress={() => {}}>
          Cancel
        </Button>
        <Button look="link" onPress={() => {}}>
          Undo
        </Button>
        <Button disabled onPress={() => {}}>
          Not now
        </Button>
        <IconButton icon="star" label="Star" pressed onPress={() => {}} />
        <LinkButton href="#/today">Open</LinkButton>
      </div>
      <Capture label={t("answer.label")} words={answerWords(t)} answer={answer} onAnswer={setAnswer} />
      <Scale
        label={t("panel.effortLabel")}
        choices={Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) }))}
        value={effort}
        onChoose={setEffort}
        ends={[t("panel.effortLow"), t("panel.effortHigh")]}
      />
      <Seg
        label={t("share.label")}
        choices={[
          { value: "device", label: t("share.device") },
          { value: "coach", label: t("share.coach") },
        ]}
        value={role}
        onChoose={setRole}
      />
      <Field label={t("panel.nextTime")} value="let the silence run." rows={2} onInput={() => {}} />
      <Field label={t("panel.noticed")} value={arabicTitle} hint={t("plan.hint.words")} onInput={() => {}} />
      <Select
        label={t("people.relation")}
        value="coach"
        options={[
          { value: "coach", label: t("relation.coach") },
          { value: "board", label: t("relation.board") },
        ]}
        onChange={() => {}}
      />
      <Check label={t("panel.bring")} checked onChange={() => {}} />
    </main>
  );
}

function Words() {
  return (
    <main class="parts-sheet">
      <h1>Words</h1>
      <PlanText plan={askFirstPlan} />
      <Voice>Leo brought two options and I picked one before he had finished the second.</Voice>
      <Voice small>{arabicTitle}</Voice>
      <Memo ruled>
        <MemoRow label="Why">Two board members attend</MemoRow>
        <MemoRow label="Due">Walk-away price to Priya</MemoRow>
      </Memo>
      <Notice
        button={
          <Button small onPress={() => {}}>
            Open side panel
          </Button>
        }
      >
        This page has changed and cannot be read. The side panel carries on.
      </Notice>
    </main>
  );
}

function Undo() {
  return (
    <SurfaceFrame>
      <UndoOffer />
    </SurfaceFrame>
  );
}

function UndoOffer() {
  const { offerUndo } = useSurface();
  const { t } = useWords();
  return (
    <main class="parts-sheet">
      <h1>Undo</h1>
      <Button onPress={() => offerUndo(t("undo.dropped", { what: "Audit Committee" }), async () => {})}>
        Drop
      </Button>
    </main>
  );
}

function Broken(): never {
  throw new Error("drawn to be caught");
}

const quiet = { width: 480, world: {} };

export const parts: Exhibit[] = [
  { id: "parts/marks", ...quiet, render: () => <Marks /> },
  { id: "parts/controls", ...quiet, render: () => <Controls /> },
  { id: "parts/words", ...quiet, render: () => <Words /> },
  { id: "parts/undo", ...quiet, render: () => <Undo /> },
  {
    id: "parts/broken",
    ...quiet,
    render: () => (
      <SurfaceFrame>
        <Broken />
      </SurfaceFrame>
    ),
  },
];
