/** What is stored, how to take it along, how to bring it back, and how to erase it. */
import { useState } from "preact/hooks";
import { asAppError } from "../../lib/base/errors.ts";
import { mostArchiveMegabytes } from "../../lib/domain/archive-size.ts";
import type { Outputs } from "../../lib/rpc/contract.ts";
import type { SettingsView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { FileInput } from "../ui/file-input.tsx";
import { useErrorText, useSurface } from "../ui/surface.tsx";
import { draftNames, useSurroundings, useWords } from "../ui/surroundings.tsx";
import { NumberField } from "./number-field.tsx";
import type { SaveSettings } from "./settings.tsx";

export function DataSection({ view, save }: { view: SettingsView; save: SaveSettings }) {
  const { t, format } = useWords();
  const { records, usedBytes } = view.storage;
  const megabytes = usedBytes === null ? null : Math.max(1, Math.round(usedBytes / 1024 / 1024));
  return (
    <div class="grp">
      <p class="dim">
        {t("settings.records", { count: records })}{" "}
        {megabytes !== null && t("settings.size", { size: format.number(megabytes) })}
      </p>
      <NumberField
        label={t("settings.retention")}
        value={view.settings.retentionDays}
        min={7}
        max={3650}
        onChange={(retentionDays) => save({ retentionDays })}
      />
      <Archive />
      <Report />
      <Erase />
    </div>
  );
}

function Archive() {
  const { t } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt } = useSurface();
  const errorText = useErrorText();
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const save = () =>
    void attempt(async () => {
      const { fileName, text } = await call("archive.export", {});
      platform.download(fileName, text);
      setSentences([t("settings.exported", { file: fileName })]);
    });
  const bring = async (file: File) => {
    if (file.size > mostArchiveMegabytes * 1024 * 1024) {
      return setSentences([t("file.large", { file: file.name, limit: mostArchiveMegabytes })]);
    }
    try {
      setSentences(importSentences(t, file.name, await call("archive.import", { text: await file.text() })));
    } catch (thrown) {
      setSentences([t("file.unread", { file: file.name, reason: errorText(asAppError(thrown)) })]);
    }
  };
  return (
    <div class="part">
      <h3>{t("settings.archive")}</h3>
      <p class="body dim">{t("settings.archiveWhy")}</p>
      <div class="acts after">
        <Button onPress={save}>{t("settings.export")}</Button>
      </div>
      <FileInput
        kind="archive"
        label={t("settings.import")}
        accept=".json,application/json"
        onFile={(file) => void bring(file)}
      />
      <div role="status">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}

function importSentences(
  t: ReturnType<typeof useWords>["t"],
  file: string,
  outcome: Outputs["archive.import"],
): string[] {
  const { added, updated, skipped, problems } = outcome;
  return [t("settings.imported", { file, added, updated, skipped }), ...problems];
}

function Report() {
  const { t } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt, tell } = useSurface();
  const copy = () =>
    void attempt(async () => {
      await platform.copy((await call("report.get", {})).text);
      tell(t("settings.reportCopied"));
    });
  return (
    <div class="part">
      <h3>{t("settings.report")}</h3>
      <p class="body dim">{t("settings.reportWhy")}</p>
      <p class="after">
        <Button onPress={copy}>{t("settings.reportCopy")}</Button>
      </p>
    </div>
  );
}

/** Erasing cannot be undone, so it takes a typed word instead of a question. */
function Erase() {
  const { t } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt, tell } = useSurface();
  const [word, setWord] = useState("");
  const wanted = t("settings.eraseWord");
  const matches = word.trim().toLocaleLowerCase() === wanted.toLocaleLowerCase();
  const erase = async () => {
    if (!matches) return;
    if (await attempt(() => call("data.erase", { confirm: "erase" }))) {
      for (const name of draftNames) platform.keepDraft(name, null);
      setWord("");
      tell(t("settings.erased"));
    }
  };
  return (
    <form
      class="part"
      onSubmit={(event) => {
        event.preventDefault();
        void erase();
      }}
    >
      <h3>{t("settings.erase")}</h3>
      <p class="body dim">{t("settings.eraseWhy")}</p>
      <Field plain label={t("settings.eraseType", { word: wanted })} value={word} onInput={setWord} />
      <p class="after">
        <button type="submit" class="btn" disabled={!matches}>
          {t("settings.eraseDo")}
        </button>
      </p>
    </form>
  );
}
