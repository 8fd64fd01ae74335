/** The debrief queue: what to talk about at the next session, in order, with reasons, and how it is printed. */
import { useState } from "preact/hooks";
import type { Input } from "../../lib/rpc/contract.ts";
import type { QueueItemView, QueueView } from "../../lib/rpc/views.ts";
import { PageHead, Section } from "../app/page-head.tsx";
import { LaterFiles } from "../files/later-files.tsx";
import { Fold } from "../ui/fold.tsx";
import { Shown } from "../ui/notice.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useView } from "../ui/use-view.ts";
import { AddCommitment, LaterCommitments } from "./commitment-form.tsx";
import { QueueItem } from "./queue-item.tsx";
import { QueueMargin } from "./queue-margin.tsx";
import { Sheet } from "./sheet.tsx";
import "./queue.css";

/** One change of the queue, as the background takes it. */
export type Edit = (edit: Input<"queue.edit">) => Promise<boolean>;

export function Queue() {
  const view = useView("queue.get", {});
  const { t, format } = useWords();
  const { call } = useSurroundings();
  const { attempt } = useSurface();
  const [everything, setEverything] = useState(true);
  const edit: Edit = (change) => attempt(async () => view.show(await call("queue.edit", change)));
  const queue = view.value;
  return (
    <>
      <main class="screen">
        <PageHead title={t("nav.queue")} meta={queue === null ? undefined : headline(queue, t, format)} />
        <Shown view={view}>{(shown) => <Items queue={shown} edit={edit} />}</Shown>
        <section class="sec">
          <Fold eager summary={t("file.folded")}>
            <LaterFiles kinds={["packet", "invitation"]} />
          </Fold>
        </section>
      </main>
      {queue !== null && (
        <>
          <QueueMargin queue={queue} edit={edit} everything={everything} onEverything={setEverything} />
          <Sheet queue={queue} everything={everything} />
        </>
      )}
    </>
  );
}

type Words = ReturnType<typeof useWords>;

function headline(queue: QueueView, t: Words["t"], format: Words["format"]): string {
  const count = queue.items.length;
  const items = count === 0 ? "" : t("queue.items", { count });
  if (queue.session === null) return `${t("queue.noSession")} ${items}`;
  const time = format.near(queue.session.startMs, queue.nowMs);
  const session =
    queue.coachName === null ? t("queue.for", { time }) : t("queue.forWith", { time, name: queue.coachName });
  return `${session} ${items}`;
}

function Items({ queue, edit }: { queue: QueueView; edit: Edit }) {
  const { t } = useWords();
  const of = (section: QueueItemView["section"]) => queue.items.filter((item) => item.section === section);
  const commitments = of("commitments");
  const proposed = of("proposed");
  const folded = of("folded");
  const list = (items: readonly QueueItemView[], numbered: boolean) => (
    <ol>
      {items.map((item, position) => (
        <QueueItem
          key={item.id}
          item={item}
          number={numbered ? position + 1 : null}
          queue={queue}
          edit={edit}
        />
      ))}
    </ol>
  );
  return (
    <>
      <Section title={t("queue.commitments")} meta={commitments.length > 0 ? t("queue.minutes") : undefined}>
        {commitments.length === 0 ? <p class="dim">{t("queue.noCommitments")}</p> : list(commitments, false)}
        <LaterCommitments commitments={queue.laterCommitments} />
        <AddCommitment />
      </Section>
      <Section
        title={t("queue.proposed")}
        meta={proposed.length > 0 ? t("queue.inOrder", { count: proposed.length }) : undefined}
      >
        {proposed.length === 0 ? <p class="dim">{t("queue.noTopics")}</p> : list(proposed, true)}
      </Section>
      {folded.length > 0 && (
        <Section title={t("queue.also")} meta={t("queue.folded", { count: folded.length })}>
          {list(folded, false)}
        </Section>
      )}
      <Away queue={queue} edit={edit} />
    </>
  );
}

/** What was dropped or has rolled over twice: still there, one click from coming back. */
function Away({ queue, edit }: { queue: QueueView; edit: Edit }) {
  const { t } = useWords();
  return (
    <>
      {queue.dropped.length > 0 && (
        <section class="sec">
          <Fold summary={t("queue.dropped", { count: queue.dropped.length })}>
            <AwayList items={queue.dropped} edit={edit} />
          </Fold>
        </section>
      )}
      {queue.archived.length > 0 && (
        <section class="sec">
          <p class="meta">{t("queue.archivedNotice", { count: queue.archived.length })}</p>
          <Fold summary={t("queue.archived", { count: queue.archived.length })}>
            <AwayList items={queue.archived} edit={edit} />
          </Fold>
        </section>
      )}
    </>
  );
}

function AwayList({ items, edit }: { items: readonly QueueItemView[]; edit: Edit }) {
  const { t } = useWords();
  return (
    <ul class="away">
      {items.map((item) => (
        <li key={item.id}>
          <span dir="auto">{item.title}</span>
          <button
            type="button"
            class="link end"
            aria-label={`${t("queue.restore")}: ${item.title}`}
            onClick={() => void edit({ act: "restore", itemId: item.id })}
          >
            {t("queue.restore")}
          </button>
        </li>
      ))}
    </ul>
  );
}
