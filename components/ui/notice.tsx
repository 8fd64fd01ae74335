/** A notice is a sentence and at most one button, not a box with an icon. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AppError } from "../../lib/base/errors.ts";
import { Button } from "./button.tsx";
import { useErrorText } from "./surface.tsx";
import { useWords } from "./surroundings.tsx";
import type { View } from "./use-view.ts";

export function Notice({ children, button }: { children: ComponentChildren; button?: ComponentChildren }) {
  return (
    <div class="notice" role="status">
      <p>{children}</p>
      {button}
    </div>
  );
}

/** A failure: what happened, and one way on. */
export function Failure({ error, onAgain }: { error: AppError; onAgain: () => void }) {
  const { t } = useWords();
  const errorText = useErrorText();
  return (
    <Notice
      button={
        <Button small onPress={onAgain}>
          {t("do.again")}
        </Button>
      }
    >
      {errorText(error)}
    </Notice>
  );
}

/** Nothing for 400 ms, then one word. No spinner, no skeleton. */
export function Waiting() {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="waiting meta" role="status">
      {late ? t("state.waiting") : ""}
    </p>
  );
}

/** Draws a view once it is here; before that it waits or says why not; later failures stand above the last answer. */
export function Shown<T>({
  view,
  children,
}: {
  view: View<T>;
  children: (value: NonNullable<T>) => ComponentChildren;
}) {
  const { t, format } = useWords();
  const again = () => void view.refresh();
  if (view.value === null || view.value === undefined) {
    return view.error === null ? <Waiting /> : <Failure error={view.error} onAgain={again} />;
  }
  return (
    <>
      {view.error !== null && (
        <Notice
          button={
            <Button small onPress={again}>
              {t("do.again")}
            </Button>
          }
        >
          {t("state.stale", { time: format.time(view.answeredAtMs ?? 0) })}
        </Notice>
      )}
      {children(view.value)}
    </>
  );
}
