/** Everything the settings show: choices, sources, marks, what is stored and what is allowed. */
import { app } from "../base/messages/en/app.ts";
import { translator } from "../base/messages/messages.ts";
import { isIncluded } from "../domain/event.ts";
import type { SettingsView } from "../rpc/views.ts";
import { drainOutbox } from "./capture-drain.ts";
import type { Deps } from "./deps.ts";
import { readSettings } from "./settings-read.ts";
import { sourceView } from "./source-view.ts";

export async function settingsGet(deps: Deps): Promise<SettingsView> {
  const { isFull } = await drainOutbox(deps);
  const [settings, sources, marks, reflections, priorities, commitments] = await Promise.all([
    readSettings(deps.store),
    deps.store.sources.all(),
    deps.store.marks.all(),
    deps.store.reflections.count("answered", {}),
    deps.store.priorities.all(),
    deps.store.commitments.all(),
  ]);
  const waiting = Object.keys(await deps.outbox.read()).length;
  return {
    settings,
    sources: sources.map((source) => sourceView(source, deps.locale)),
    calendars: sources.flatMap((source) =>
      (source.calendars ?? []).map((calendar) => ({
        sourceId: source.id,
        ...calendar,
        included: isIncluded(calendar, settings.includedCalendars),
      })),
    ),
    marks: marks.map(({ id, title, kind, scope }) => ({ id, title, kind, scope })),
    people: settings.people,
    grantedHosts: await deps.edges.grantedHosts(),
    version: deps.version,
    storage: {
      usedBytes: await deps.edges.usedBytes(),
      records: reflections + priorities.length + marks.length + commitments.length,
    },
    notice: noticeOf(waiting, isFull, deps.locale),
  };
}

/** What still waits after a drain could not be stored, or its event is not known. */
function noticeOf(waiting: number, isFull: boolean, locale: string): string | null {
  const t = translator(app, locale);
  if (waiting === 0) return null;
  return isFull ? t("settings.storage-full") : t("settings.captures-wait", { count: waiting });
}
