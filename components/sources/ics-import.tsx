/** Reading a calendar file: progress, cancel, and what could not be read, as sentences. */
import { useRef, useState } from "preact/hooks";
import { asAppError } from "../../lib/base/errors.ts";
import { Button } from "../ui/button.tsx";
import { FileInput } from "../ui/file-input.tsx";
import { Fold } from "../ui/fold.tsx";
import { useErrorText } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import type { ImportOutcome, ImportProgress } from "../ui/surroundings.tsx";

/** Problems named one by one; the rest is folded. */
const shownProblems = 3;

type State =
  | { at: "idle" }
  | { at: "reading"; file: string; progress: ImportProgress }
  | { at: "done"; file: string; outcome: ImportOutcome }
  | { at: "failed"; sentence: string };

export function IcsImport({ onImported }: { onImported: () => void }) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const errorText = useErrorText();
  const [state, setState] = useState<State>({ at: "idle" });
  const running = useRef<AbortController | null>(null);
  const read = async (file: File) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const stillMine = () => running.current === mine;
    setState({ at: "reading", file: file.name, progress: { share: 0, entryCount: 0 } });
    try {
      const outcome = await platform.importIcs(
        file,
        (progress) => stillMine() && setState({ at: "reading", file: file.name, progress }),
        mine.signal,
      );
      if (!stillMine()) return;
      setState({ at: "done", file: file.name, outcome });
      onImported();
    } catch (thrown) {
      const error = asAppError(thrown);
      if (!stillMine()) return;
      const sentence = t("file.unread", { file: file.name, reason: errorText(error) });
      setState(error.code === "cancelled" ? { at: "idle" } : { at: "failed", sentence });
    }
  };
  return (
    <div class="import">
      <FileInput
        kind="ics"
        label={t("source.file")}
        accept=".ics,text/calendar"
        onFile={(file) => void read(file)}
      />
      <div role="status">
        {state.at === "reading" && (
          <Reading file={state.file} progress={state.progress} onCancel={() => running.current?.abort()} />
        )}
        {state.at === "done" && <Done file={state.file} outcome={state.outcome} />}
        {state.at === "failed" && <p>{state.sentence}</p>}
      </div>
    </div>
  );
}

function Reading(props: { file: string; progress: ImportProgress; onCancel: () => void }) {
  const { t } = useWords();
  const { file, progress } = props;
  return (
    <>
      <p>{t("source.reading", { file, count: progress.entryCount })}</p>
      <progress aria-label={t("source.progress", { file })} max={1} value={progress.share} />
      <Button small onPress={props.onCancel}>
        {t("do.cancel")}
      </Button>
    </>
  );
}

function Done({ file, outcome }: { file: string; outcome: ImportOutcome }) {
  const { t } = useWords();
  const rest = outcome.problems.length - shownProblems;
  return (
    <>
      <p>{t("source.readFile", { file, count: outcome.eventCount })}</p>
      {outcome.problems.slice(0, shownProblems).map((sentence) => (
        <p key={sentence} class="dim">
          {sentence}
        </p>
      ))}
      {rest > 0 && (
        <Fold summary={t("source.moreProblems", { count: rest })}>
          {outcome.problems.slice(shownProblems).map((sentence) => (
            <p key={sentence} class="dim">
              {sentence}
            </p>
          ))}
        </Fold>
      )}
    </>
  );
}
