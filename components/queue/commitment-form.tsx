/** Commitments in the queue: add, tick off, delete with undo. */
import { useState } from "preact/hooks";
import type { Commitment } from "../../lib/domain/commitment.ts";
import type { Format, Say } from "../format.ts";
import { Button } from "../ui/button.tsx";
import { Check, Field } from "../ui/field.tsx";
import { Fold } from "../ui/fold.tsx";
import { Seg } from "../ui/scale.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

/** "Yours, due Fri 20 Nov. Open." */
export function commitmentMeta(commitment: Commitment, t: Say, format: Format): string {
  const by = commitment.by === "you" ? t("commitment.yours") : t("commitment.coachs");
  const due =
    commitment.dueMs === null ? "" : `, ${t("commitment.dueBy", { day: format.day(commitment.dueMs) })}`;
  const state =
    commitment.doneAtMs === null
      ? t("commitment.open")
      : t("commitment.done", { day: format.day(commitment.doneAtMs) });
  return `${by}${due}. ${state}.`;
}

export function CommitmentActions({ commitment }: { commitment: Commitment }) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const { id, text, by, dueMs, eventKey } = commitment;
  const setDone = (done: boolean) =>
    void attempt(() => call("commitment.save", { id, text, by, dueMs, eventKey, done }));
  const remove = () =>
    void attempt(async () => {
      offerUndo(t("undo.deleted", { what: text }), await call("commitment.delete", { id }));
    });
  return (
    <div class="acts">
      <Check label={t("commitment.isDone")} checked={commitment.doneAtMs !== null} onChange={setDone} />
      <Button look="link" label={`${t("do.delete")}: ${text}`} onPress={remove}>
        {t("do.delete")}
      </Button>
    </div>
  );
}

/** Open ones that fall due after the session. */
export function LaterCommitments({ commitments }: { commitments: readonly Commitment[] }) {
  const { t, format } = useWords();
  if (commitments.length === 0) return null;
  return (
    <Fold summary={t("commitment.later", { count: commitments.length })}>
      <ul>
        {commitments.map((commitment) => (
          <li key={commitment.id} class="later">
            <h3 dir="auto">{commitment.text}</h3>
            <p class="why">{commitmentMeta(commitment, t, format)}</p>
            <CommitmentActions commitment={commitment} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

export function AddCommitment() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return open ? (
    <CommitmentForm onDone={() => setOpen(false)} />
  ) : (
    <p>
      <Button look="link" onPress={() => setOpen(true)}>
        {t("commitment.add")}
      </Button>
    </p>
  );
}

type By = Commitment["by"];

function CommitmentForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt } = useSurface();
  const [text, setText] = useState("");
  const [day, setDay] = useState("");
  const [by, setBy] = useState<By>("you");
  const save = async () => {
    // The end of the day that was named, in the device's zone.
    const dueMs = day === "" ? null : new Date(`${day}T23:59:00`).getTime();
    const input = { id: null, text: text.trim(), by, dueMs, eventKey: null, done: false };
    if (await attempt(() => call("commitment.save", input))) onDone();
  };
  return (
    <form
      class="grp"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t("commitment.text")} value={text} maxLength={1000} onInput={setText} />
      <div class="cols">
        <Field label={t("commitment.dueOn")} type="date" value={day} onInput={setDay} />
        <div class="f">
          <p class="lab">{t("commitment.by")}</p>
          <Seg
            label={t("commitment.by")}
            choices={[
              { value: "you" as By, label: t("commitment.byYou") },
              { value: "coach" as By, label: t("commitment.byCoach") },
            ]}
            value={by}
            onChoose={(chosen) => chosen !== null && setBy(chosen)}
          />
        </div>
      </div>
      <div class="acts">
        <button type="submit" class="btn" disabled={text.trim() === ""}>
          {t("do.save")}
        </button>
        <Button look="quiet" onPress={onDone}>
          {t("do.cancel")}
        </Button>
      </div>
    </form>
  );
}
