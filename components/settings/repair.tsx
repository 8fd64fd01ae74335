/**
 * The way out when the browser does not open what is stored: first a file of everything that can be read, then an empty
 * store beside the old one. Nothing is deleted, so no word has to be typed; but the file comes first.
 */
import { useState } from "preact/hooks";
import type { AppError } from "../../lib/base/errors.ts";
import type { Outputs } from "../../lib/rpc/contract.ts";
import { Section } from "../app/page-head.tsx";
import { Button } from "../ui/button.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";

/** Nothing while the store works. `onDone` is told once an empty store was begun. */
export function Repair({ error, onDone }: { error: AppError | null; onDone: () => Promise<void> }) {
  const { t } = useWords();
  const { call, platform } = useSurroundings();
  const { attempt, tell } = useSurface();
  const [saved, setSaved] = useState<string | null>(null);
  if (error?.code !== "storage-unavailable" && error?.code !== "storage-newer") return null;
  const save = () =>
    void attempt(async () => {
      const salvaged = await call("store.salvage", {});
      platform.download(salvaged.fileName, salvaged.text);
      setSaved(savedSentence(t, salvaged));
    });
  const restart = () =>
    void attempt(async () => {
      await call("store.restart", { confirm: "restart" });
      await onDone();
      tell(t("repair.restarted"));
    });
  return (
    <Section title={t("repair.title")}>
      <div class="grp">
        <p class="body dim">{t("repair.why")}</p>
        <div class="acts after">
          <Button onPress={save}>{t("repair.save")}</Button>
          {/* What a newer version wrote opens again after an update: beginning anew would only hide it. */}
          {error.code === "storage-unavailable" && (
            <Button disabled={saved === null} onPress={restart}>
              {t("repair.restart")}
            </Button>
          )}
        </div>
        <p role="status">{saved}</p>
      </div>
    </Section>
  );
}

function savedSentence(
  t: ReturnType<typeof useWords>["t"],
  { fileName, records, unread }: Outputs["store.salvage"],
): string {
  const missing = unread === null ? t("repair.unknown") : unread > 0 && t("repair.unread", { count: unread });
  return [t("repair.saved", { file: fileName, count: records }), missing].filter(Boolean).join(" ");
}
