/** The journal: every reflection, newest first, searchable, editable, deletable with undo. */
import { useCallback, useEffect, useState } from "preact/hooks";
import { asAppError } from "../../lib/base/errors.ts";
import type { AppError } from "../../lib/base/errors.ts";
import type { JournalEntryView, JournalView } from "../../lib/rpc/views.ts";
import { PageHead } from "../app/page-head.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Failure, Waiting } from "../ui/notice.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { JournalEntry } from "./journal-entry.tsx";
import "./journal.css";

/** Entries asked for at a time. */
const pageSize = 30;
/** How long the person may pause while typing before the search runs, ms. */
const searchPauseMs = 200;

export function Journal() {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const [typed, setTyped] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), searchPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const pages = useJournal(search);
  return (
    <main>
      <PageHead title={t("nav.journal")} meta={t("journal.why")}>
        <search>
          <Field label={t("journal.search")} type="search" value={typed} maxLength={200} onInput={setTyped} />
        </search>
      </PageHead>
      <Entries pages={pages} search={search} />
    </main>
  );
}

interface Pages {
  entries: readonly JournalEntryView[] | null;
  total: number;
  more: (() => void) | null;
  error: AppError | null;
  again: () => void;
}

/** Reads the journal page by page. What is shown already is asked again as a whole when stored data changed. */
function useJournal(search: string): Pages {
  const { call, onChanged } = useSurroundings();
  const [shown, setShown] = useState<JournalView | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [limit, setLimit] = useState(pageSize);
  useEffect(() => setLimit(pageSize), [search]);
  const read = useCallback(
    async (isCurrent: () => boolean) => {
      try {
        const view = await call("journal.get", { search, before: null, limit });
        if (!isCurrent()) return;
        setShown(view);
        setError(null);
      } catch (thrown) {
        if (isCurrent()) setError(asAppError(thrown));
      }
    },
    [call, search, limit],
  );
  useEffect(() => {
    let current = true;
    const isCurrent = () => current;
    void read(isCurrent);
    const stop = onChanged(() => void read(isCurrent));
    return () => {
      current = false;
      stop();
    };
  }, [read, onChanged]);
  const hasMore = shown !== null && shown.nextBefore !== null;
  return {
    entries: shown?.entries ?? null,
    total: shown?.total ?? 0,
    more: hasMore ? () => setLimit((before) => before + pageSize) : null,
    error,
    again: () => void read(() => true),
  };
}

function Entries({ pages, search }: { pages: Pages; search: string }) {
  const { t } = useWords();
  const { entries } = pages;
  if (entries === null) {
    return pages.error === null ? <Waiting /> : <Failure error={pages.error} onAgain={pages.again} />;
  }
  return (
    <>
      <p class="meta" role="status">
        {search === ""
          ? t("journal.total", { count: pages.total })
          : t("journal.found", { count: pages.total, search })}
      </p>
      {pages.error !== null && <Failure error={pages.error} onAgain={pages.again} />}
      {entries.length === 0 && search === "" && <p class="body dim">{t("journal.none")}</p>}
      <ol class="journal">
        {entries.map((entry) => (
          <JournalEntry key={entry.reflection.id} entry={entry} />
        ))}
      </ol>
      {pages.more !== null && (
        <p class="after">
          <Button onPress={pages.more}>{t("journal.more")}</Button>
        </p>
      )}
    </>
  );
}
