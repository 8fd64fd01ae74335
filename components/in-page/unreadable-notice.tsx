/** One line, once for each page: the page cannot be read, and where it goes on. */
import { Button, IconButton } from "../ui/button.tsx";
import type { Words } from "./words.ts";

export interface UnreadableNoticeProps {
  words: Words;
  act: { openPanel(this: void): void; close(this: void): void };
}

export function UnreadableNotice({ words, act }: UnreadableNoticeProps) {
  const { t } = words;
  return (
    <div class="pill">
      <span role="status" class="sentence">
        {t("notice.unreadable")}
      </span>
      <Button small onPress={act.openPanel}>
        {t("card.openPanel")}
      </Button>
      <IconButton icon="close" label={t("card.close")} onPress={act.close} />
    </div>
  );
}
