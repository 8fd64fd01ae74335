/**
 * Files whose reading belongs to a later version: each is looked at, and answered with a sentence that says why it was
 * not opened. Nothing is stored.
 */
import { useState } from "preact/hooks";
import { FileInput } from "../ui/file-input.tsx";
import type { ImportKind } from "../ui/file-input.tsx";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { lookAtFile } from "./look-at-file.ts";
import type { LaterKind } from "./look-at-file.ts";

const accepts: Record<LaterKind, string> = {
  packet: ".throughline",
  invitation: ".throughline",
  insights: ".csv,text/csv",
  pulse: ".throughline,.csv,text/csv",
};

export function LaterFiles({ kinds }: { kinds: readonly LaterKind[] }) {
  const { t } = useWords();
  const [sentence, setSentence] = useState<string | null>(null);
  const look = async (kind: LaterKind & ImportKind, file: File) =>
    setSentence(await lookAtFile(kind, file, t));
  return (
    <div class="grp">
      {kinds.map((kind) => (
        <FileInput
          key={kind}
          kind={kind}
          label={t(`file.${kind}`)}
          accept={accepts[kind]}
          onFile={(file) => void look(kind, file)}
        />
      ))}
      {sentence !== null && <Notice>{sentence}</Notice>}
    </div>
  );
}
