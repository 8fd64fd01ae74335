/** The queue on paper: one page, black on white, room to write. Shown in print only. */
import type { QueueItemView, QueueView } from "../../lib/rpc/views.ts";
import type { Format } from "../format.ts";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { commitmentMeta } from "./commitment-form.tsx";
import { endsSentence } from "./queue-item.tsx";

/** Words of one topic on paper: enough to start from, so that the page stays one page. */
const wordLimit = 220;
/** Folded topics named and commitments written out on the page; the rest is counted. */
const foldedLimit = 10;
const commitmentLimit = 6;
/** Titles are cut where two lines of a narrow column end. */
const titleLimit = 90;

export function Sheet({ queue, everything }: { queue: QueueView; everything: boolean }) {
  const { t, format } = useWords();
  const { clock } = useSurroundings();
  const printed = queue.items.filter((item) => everything || item.sharing !== "device");
  const of = (section: QueueItemView["section"]) => printed.filter((item) => item.section === section);
  const folded = of("folded");
  const commitments = of("commitments");
  const proposed = of("proposed");
  const left = queue.items.length - printed.length;
  const kept = printed.filter(({ sharing }) => sharing === "device").length;
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
      {commitments.length === 0 && <p class="dim">{t("queue.sheetNone")}</p>}
      {commitments.slice(0, commitmentLimit).map((item) => (
        <SheetItem key={item.id} item={item} number={null} lines={1} />
      ))}
      {commitments.length > commitmentLimit && (
        <p class="dim">{t("do.more", { count: commitments.length - commitmentLimit })}</p>
      )}
      <h2>{t("queue.proposed")}</h2>
      {proposed.length === 0 && <p class="dim">{t("queue.sheetNone")}</p>}
      {proposed.map((item, position) => (
        <SheetItem key={item.id} item={item} number={position + 1} lines={3} />
      ))}
      {folded.length > 0 && (
        <>
          <h2>{t("queue.also")}</h2>
          <p class="dim" dir="auto">
            {shortTitles(folded.slice(0, foldedLimit), format)}
            {folded.length > foldedLimit && ` ${t("do.more", { count: folded.length - foldedLimit })}.`}
          </p>
        </>
      )}
      <h2>{t("queue.promised")}</h2>
      <WriteIn lines={3} />
      <p class="meta printed">
        {t("queue.printed", { time: format.dayTime(clock.nowMs()) })}{" "}
        {kept > 0 && t("queue.printedKept", { count: kept })}{" "}
        {left > 0 && t("queue.notPrinted", { count: left })}
      </p>
    </article>
  );
}

const cut = (text: string, limit: number) => (text.length > limit ? `${text.slice(0, limit)} …` : text);

/** "Comp committee, Tue 10 Nov. Lender call, Mon 16 Nov." */
function shortTitles(items: readonly QueueItemView[], format: Format): string {
  return items
    .map(({ title, whenMs }) => {
      const short = cut(title, titleLimit);
      return whenMs === null ? `${short}.` : `${short}, ${format.day(whenMs)}.`;
    })
    .join(" ");
}

function SheetItem({ item, number, lines }: { item: QueueItemView; number: number | null; lines: number }) {
  const { t, format } = useWords();
  const why =
    item.commitment === null
      ? item.reasons.map(endsSentence).join(" ")
      : commitmentMeta(item.commitment, t, format);
  const merged = item.merged ?? [];
  const words =
    item.commitment === null ? [...item.words, ...merged.flatMap((each) => each.words)].join(" ") : "";
  return (
    <div class="it">
      <span class="dim">{number ?? <span class="sq" />}</span>
      <div>
        <p class="strong" dir="auto">
          {cut(item.title, titleLimit)}
          {item.whenMs !== null && item.commitment === null && `, ${format.day(item.whenMs)}`}
        </p>
        <p class="dim">{why}</p>
        {words !== "" && (
          <p class="voice" dir="auto">
            {cut(words, wordLimit)}
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
