/** The priority that is being written: kept when the page is left, back when it is opened again, put away with undo. */
import { useState } from "preact/hooks";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { keptDraft, keptText } from "./draft.ts";
import type { PriorityDraft } from "./draft.ts";

interface Open {
  draft: PriorityDraft;
  /** By a click just now, so that the form takes the focus. */
  clicked: boolean;
  /** Holds words of the person already. */
  written: boolean;
}

/** `onClosed` is told whenever the form has gone. */
export function usePriorityDraft(onClosed: () => void) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { offerUndo } = useSurface();
  const [open, setOpen] = useState<Open | null>(() => {
    const draft = keptDraft(platform.keptDraft("priority"));
    return draft === null ? null : { draft, clicked: false, written: true };
  });
  const reopen = async (draft: PriorityDraft) => {
    platform.keepDraft("priority", keptText(draft));
    setOpen({ draft, clicked: true, written: true });
  };
  return {
    draft: open?.draft ?? null,
    begin: (draft: PriorityDraft) => setOpen({ draft, clicked: true, written: false }),
    form: {
      takeFocus: open?.clicked ?? false,
      written: open?.written ?? false,
      onClose: (given: PriorityDraft | null) => {
        setOpen(null);
        onClosed();
        if (given !== null) offerUndo(t("plan.putAway"), () => reopen(given));
      },
    },
  };
}
