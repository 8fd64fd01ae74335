/** The mark of an event with its meaning spoken; nothing when it carries no flag. */
import type { EventView } from "../../lib/rpc/views.ts";
import { Mark } from "./marks.tsx";
import { useWords } from "./surroundings.tsx";

export function FlagMark({ event }: { event: Pick<EventView, "flag" | "marked"> }) {
  const { t } = useWords();
  if (event.flag === null) return null;
  const spoken =
    event.flag === "coaching" ? t("flag.coaching") : event.marked ? t("flag.marked") : t("flag.high-stakes");
  return (
    <>
      <Mark kind={event.flag} marked={event.marked} />
      <span class="sr">{spoken}</span>
    </>
  );
}
