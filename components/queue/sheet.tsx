/** The queue on paper: one page, black on white, room to write. Shown in print only. */
import type { QueueItemView, QueueView } from "../../lib/rpc/views.ts";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { commitmentMeta } from "./commitment-form.tsx";
import { endsSentence } from "./queue-item.tsx";

/** Words of one topic on paper: enough to start from, so that the page stays one page. */
const wordLimit = 280;

export function Sheet({ queue, everything }: { queue: QueueView; everything: boolean }) {
  const { t, format } = useWords();
  const { clock } = useSurroundings();
  const printed = queue.items.filter((item) => everything || item.sharing !== "device");
  const of = (section: QueueItemView["section"]) => printed.filter((item) => item.section === section);
  const left = queue.items.length - printed.length;
  const title =
    queue.session === null
      ? format.longDay(queue.nowMs)
      : `${format.longDay(queue.session.startMs)}, ${format.time(queue.session.startMs)}`;
  return (
    <article class="sheet" data-theme="light" aria-label={t("queue.sheet")}>
      <p class="meta">
        {queue.coachName === null ? t("nav.queue") : t("queue.sheetWith", { name: queue.coachName })}
      </p>
      <p class="sheet-title">{title}</p>
      <h2>{t("queue.commitments")}</h2>
      {of("commitments").map((item) => (
        <SheetItem key={item.id} item={item} number={null} lines={1} />
      ))}
      <h2>{t("queue.proposed")}</h2>
      {of("proposed").map((item, position) => (
        <SheetItem key={item.id} item={item} number={position + 1} lines={3} />
      ))}
      {of("folded").length > 0 && (
        <>
          <h2>{t("queue.also")}</h2>
          <p class="dim" dir="auto">
            {of("folded")
              .map((item) =>
                item.whenMs === null ? item.title : `${item.title}, ${format.day(item.whenMs)}`,
              )
              .join(". ")}
          </p>
        </>
      )}
      <h2>{t("queue.promised")}</h2>
      <WriteIn lines={3} />
      <p class="meta printed">
        {t("queue.printed", { time: format.dayTime(clock.nowMs()) })}{" "}
        {left > 0 && t("queue.notPrinted", { count: left })}
      </p>
    </article>
  );
}

function SheetItem({ item, number, lines }: { item: QueueItemView; number: number | null; lines: number }) {
  const { t, format } = useWords();
  const why =
    item.commitment === null
      ? item.reasons.map(endsSentence).join(" ")
      : commitmentMeta(item.commitment, t, format);
  const words = item.words.join(" ");
  return (
    <div class="it">
      <span class="dim">{number ?? <span class="sq" />}</span>
      <div>
        <p class="strong" dir="auto">
          {item.title}
          {item.whenMs !== null && item.commitment === null && `, ${format.day(item.whenMs)}`}
        </p>
        <p class="dim">{why}</p>
        {words !== "" && (
          <p class="voice" dir="auto">
            {words.length > wordLimit ? `${words.slice(0, wordLimit)} …` : words}
          </p>
        )}
      </div>
      <WriteIn lines={lines} />
    </div>
  );
}

function WriteIn({ lines }: { lines: number }) {
  return (
    <div>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} class="write-in" />
      ))}
    </div>
  );
}
