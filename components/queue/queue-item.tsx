/** One row of the queue: why it is there, the person's words, and what can be done with it. */
import { useState } from "preact/hooks";
import type { SharingClass } from "../../lib/domain/record.ts";
import type { QueueItemView, QueueView } from "../../lib/rpc/views.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Select } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { OccasionGlyph } from "../ui/marks.tsx";
import { Voice } from "../ui/memo.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { CommitmentActions, commitmentMeta } from "./commitment-form.tsx";
import { Merge, mergeable, Merged } from "./merge.tsx";
import { reorder, step } from "./order.ts";
import type { Edit } from "./queue.tsx";

const dragType = "application/x-throughline-queue-item";

export interface QueueItemProps {
  item: QueueItemView;
  /** Position among the proposed topics; `null` elsewhere. */
  number: number | null;
  queue: QueueView;
  edit: Edit;
}

export function QueueItem({ item, number, queue, edit }: QueueItemProps) {
  const [over, setOver] = useState(false);
  const order = (itemIds: string[] | null) => itemIds !== null && void edit({ act: "order", itemIds });
  const drop = (event: DragEvent) => {
    setOver(false);
    const movedId = event.dataTransfer?.getData(dragType) ?? "";
    if (movedId === "") return;
    event.preventDefault();
    order(reorder(queue.items, movedId, item.id));
  };
  return (
    <li
      class={`q-item ${classOf(item)}${over ? " lift" : ""}`}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Handle item={item} onStep={(by) => order(step(queue.items, item.id, by))} />
      <span class="n">
        {number}
        {item.answer !== null && number === null && <OccasionGlyph answer={item.answer} />}
      </span>
      <Body item={item} items={queue.items} edit={edit} />
      <Share item={item} coachName={queue.coachName} edit={edit} />
    </li>
  );
}

const classOf = (item: QueueItemView) =>
  item.section === "commitments" ? "c" : item.section === "folded" ? "r" : "";

function Handle({ item, onStep }: { item: QueueItemView; onStep: (by: -1 | 1) => void }) {
  const { t } = useWords();
  const label = t("queue.move", { what: item.title });
  return (
    <button
      type="button"
      class="handle"
      draggable
      aria-label={label}
      title={t("queue.moveHow")}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onDragStart={(event) => event.dataTransfer?.setData(dragType, item.id)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        onStep(event.key === "ArrowUp" ? -1 : 1);
      }}
    >
      <Icon name="grip" />
    </button>
  );
}

interface BodyProps {
  item: QueueItemView;
  items: readonly QueueItemView[];
  edit: Edit;
}

function Body({ item, items, edit }: BodyProps) {
  const { t, format } = useWords();
  const [merging, setMerging] = useState(false);
  const others = mergeable(item, items);
  const heading = (
    <>
      <span dir="auto">{item.title}</span>
      {item.whenMs !== null && item.commitment === null && `, ${format.day(item.whenMs)}`}
    </>
  );
  const why = item.reasons.map(endsSentence).join(" ");
  const rolled = item.rolledOver > 0 ? ` ${t("queue.rolled", { count: item.rolledOver })}` : "";
  return (
    <div class="what">
      <h3>{heading}</h3>
      {item.commitment !== null && <p class="why">{commitmentMeta(item.commitment, t, format)}</p>}
      {(why !== "" || rolled !== "") && (
        <p class="why">
          {why}
          {rolled}
        </p>
      )}
      {item.section !== "folded" &&
        item.words.filter((words) => words !== "").map((words) => <Voice key={words}>{words}</Voice>)}
      <Merged item={item} edit={edit} />
      {merging && others.length > 0 ? (
        <Merge item={item} others={others} edit={edit} onClose={() => setMerging(false)} />
      ) : (
        <Actions item={item} edit={edit} onMerge={others.length === 0 ? null : () => setMerging(true)} />
      )}
    </div>
  );
}

/** Reasons come as clauses; in a row they are sentences. */
export function endsSentence(reason: string): string {
  return /[.!?。؟]$/u.test(reason) ? reason : `${reason}.`;
}

interface ActionsProps {
  item: QueueItemView;
  edit: Edit;
  /** `null` where there is nothing to merge with. */
  onMerge: (() => void) | null;
}

function Actions({ item, edit, onMerge }: ActionsProps) {
  const { t } = useWords();
  const { platform } = useSurroundings();
  const { attempt, offerUndo } = useSurface();
  const drop = async () => {
    if (await edit({ act: "drop", itemId: item.id })) {
      offerUndo(t("undo.dropped", { what: item.title }), () => edit({ act: "restore", itemId: item.id }));
    }
  };
  const discuss = async () => {
    if (await edit({ act: "discussed", itemId: item.id, on: true })) {
      offerUndo(t("queue.wasDiscussed", { what: item.title }), () =>
        edit({ act: "discussed", itemId: item.id, on: false }),
      );
    }
  };
  if (item.commitment !== null) return <CommitmentActions commitment={item.commitment} />;
  const eventKey = item.eventKey;
  const openLabel = item.reflectionId === null ? t("queue.reflectNow") : t("queue.openReflection");
  return (
    <div class="acts">
      <IconButton
        icon="star"
        label={`${t("queue.star")}: ${item.title}`}
        pressed={item.starred}
        onPress={() => void edit({ act: "star", itemId: item.id, on: !item.starred })}
      />
      {eventKey !== null && (
        <Button
          look="link"
          label={`${openLabel}: ${item.title}`}
          onPress={() => void attempt(() => platform.openPanel(eventKey, "words"))}
        >
          {openLabel}
        </Button>
      )}
      {onMerge !== null && (
        <Button look="link" label={`${t("queue.merge")}: ${item.title}`} onPress={onMerge}>
          {t("queue.merge")}
        </Button>
      )}
      <Button look="link" label={`${t("queue.drop")}: ${item.title}`} onPress={() => void drop()}>
        {t("queue.drop")}
      </Button>
      <Button look="link" label={`${t("queue.discussed")}: ${item.title}`} onPress={() => void discuss()}>
        {t("queue.discussed")}
      </Button>
    </div>
  );
}

function Share({ item, coachName, edit }: { item: QueueItemView; coachName: string | null; edit: Edit }) {
  const { t } = useWords();
  const options: { value: SharingClass; label: string }[] = [
    { value: "device", label: t("share.device") },
    { value: "coach", label: coachName ?? t("share.coach") },
    {
      value: "coach-and-sponsor",
      label:
        coachName === null
          ? t("share.coach-and-sponsor")
          : t("share.coachNamedAndSponsor", { name: coachName }),
    },
  ];
  return (
    <Select
      bare
      label={`${t("share.label")}: ${item.title}`}
      value={item.sharing}
      options={options}
      onChange={(sharing) => void edit({ act: "share", itemId: item.id, sharing })}
    />
  );
}
