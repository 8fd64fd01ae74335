/** Two topics that are one talk: one row takes the other in, and gives it back. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { QueueItemView } from "../../lib/rpc/views.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { Voice } from "../ui/memo.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useWords } from "../ui/surroundings.tsx";
import type { Edit } from "./queue.tsx";

const isTopic = ({ kind }: QueueItemView) => kind === "reflection" || kind === "unreflected";

/** The topics this one could take in; patterns and commitments stand alone. */
export function mergeable(item: QueueItemView, items: readonly QueueItemView[]): QueueItemView[] {
  return isTopic(item) ? items.filter((other) => isTopic(other) && other.id !== item.id) : [];
}

export interface MergeProps {
  item: QueueItemView;
  others: readonly QueueItemView[];
  edit: Edit;
  onClose: () => void;
}

/** Chooses the topic to take in. A choice and a button: a list that acts by itself cannot be walked by keyboard. */
export function Merge({ item, others, edit, onClose }: MergeProps) {
  const { t, format } = useWords();
  const { offerUndo } = useSurface();
  const [chosen, setChosen] = useState(others[0]?.id ?? "");
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector("select")?.focus(), []);
  const nameOf = ({ title, whenMs }: QueueItemView) =>
    whenMs === null ? title : `${title}, ${format.day(whenMs)}`;
  const merge = async () => {
    const other = others.find(({ id }) => id === chosen);
    if (other === undefined) return;
    if (!(await edit({ act: "merge", itemId: other.id, intoId: item.id }))) return;
    onClose();
    offerUndo(t("queue.wasMerged", { what: other.title }), () => edit({ act: "split", itemId: other.id }));
  };
  return (
    <form
      ref={form}
      class="merge"
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      <Select
        label={t("queue.mergeWith")}
        value={chosen}
        options={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
        onChange={setChosen}
      />
      <div class="acts">
        <button type="submit" class="btn btn-s">
          {t("queue.merge")}
        </button>
        <Button look="quiet" small onPress={onClose}>
          {t("do.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** What the row has taken in, each with its way out. */
export function Merged({ item, edit }: { item: QueueItemView; edit: Edit }) {
  const { t } = useWords();
  return (
    <>
      {(item.merged ?? []).map(({ id, title, words }) => (
        <div key={id} class="merged">
          <p class="why">
            <span dir="auto">{title}</span>{" "}
            <Button
              look="link"
              label={`${t("queue.split")}: ${title}`}
              onPress={() => void edit({ act: "split", itemId: id })}
            >
              {t("queue.split")}
            </Button>
          </p>
          {words
            .filter((each) => each !== "")
            .map((each) => (
              <Voice key={each}>{each}</Voice>
            ))}
        </div>
      ))}
    </>
  );
}
