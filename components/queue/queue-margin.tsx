/** Beside the queue: patterns across meetings, who would see what, printing, and what the order goes by. */
import type { QueueView } from "../../lib/rpc/views.ts";
import { runLabel } from "../reflection/answer-words.ts";
import { Button } from "../ui/button.tsx";
import { Check } from "../ui/field.tsx";
import { Run } from "../ui/marks.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import type { Edit } from "./queue.tsx";

export interface QueueMarginProps {
  queue: QueueView;
  edit: Edit;
  /** Whether the print holds what stays on this device too. */
  everything: boolean;
  onEverything: (everything: boolean) => void;
}

export function QueueMargin({ queue, edit, everything, onEverything }: QueueMarginProps) {
  const { t } = useWords();
  return (
    <aside class="margin screen" aria-label={t("queue.margin")}>
      {queue.patterns.length > 0 && (
        <section>
          <h2>{t("queue.patterns")}</h2>
          {queue.patterns.map((pattern) => (
            <div key={pattern.text} class="pattern">
              <p>{pattern.text}</p>
              <Run outcomes={pattern.outcomes} label={runLabel(t, pattern.outcomes)} />
              <p class="by">{t("queue.patternFrom", { count: pattern.outcomes.length })}</p>
            </div>
          ))}
        </section>
      )}
      {queue.items.length > 0 && (
        <SharingAndPrint queue={queue} everything={everything} onEverything={onEverything} />
      )}
      <section>
        <h2>{t("queue.order")}</h2>
        <p class="dim">{t("queue.orderBy")}</p>
        {queue.reordered && (
          <p>
            <Button look="link" onPress={() => void edit({ act: "put-back" })}>
              {t("queue.putBack")}
            </Button>
          </p>
        )}
      </section>
    </aside>
  );
}

function SharingAndPrint(props: Omit<QueueMarginProps, "edit">) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { queue, everything, onEverything } = props;
  const shared = queue.items.filter((item) => item.sharing !== "device").length;
  const kept = queue.items.length - shared;
  return (
    <>
      <section>
        <h2>{t("queue.sharing")}</h2>
        <ul>
          <li>{shared === 0 ? t("queue.sharedNone") : t("queue.shared", { count: shared })}</li>
          <li>{kept === 0 ? t("queue.keptNone") : t("queue.kept", { count: kept })}</li>
        </ul>
      </section>
      <section>
        <h2>{t("do.print")}</h2>
        <Check label={t("queue.printAll")} checked={everything} onChange={onEverything} />
        <p class="after">
          <Button onPress={() => platform.print()}>{t("do.print")}</Button>
        </p>
      </section>
    </>
  );
}
