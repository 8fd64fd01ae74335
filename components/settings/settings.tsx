/** Settings: sources, reminders, flags, people, marks, everything that is stored and how to take it along or erase it. */
import { useState } from "preact/hooks";
import type { Settings } from "../../lib/domain/settings.ts";
import type { SettingsView } from "../../lib/rpc/views.ts";
import { PageHead, Section } from "../app/page-head.tsx";
import { People } from "../people/people.tsx";
import { FeedForm } from "../sources/feed-form.tsx";
import { IcsImport } from "../sources/ics-import.tsx";
import { hasGoogle, Sites } from "../sources/sites.tsx";
import { SourceList } from "../sources/source-list.tsx";
import { Notice, Shown } from "../ui/notice.tsx";
import { Seg } from "../ui/scale.tsx";
import { useSurface } from "../ui/surface.tsx";
import { useSurroundings, useWords } from "../ui/surroundings.tsx";
import { useView } from "../ui/use-view.ts";
import { CalendarsList } from "./calendars-list.tsx";
import { DataSection } from "./data-section.tsx";
import { FlagSettings } from "./flag-settings.tsx";
import { MarksList } from "./marks-list.tsx";
import { ReminderSettings } from "./reminder-settings.tsx";
import { Repair } from "./repair.tsx";
import "./settings.css";

/** Saves some settings at once. */
export type SaveSettings = (changes: Partial<Settings>) => void;

export function SettingsPage() {
  const view = useView("settings.get", {});
  const { t } = useWords();
  return (
    <main class="settings">
      <PageHead title={t("nav.settings")} />
      <Repair error={view.error} onDone={view.refresh} />
      <Shown view={view}>{(shown) => <Sections view={shown} onChange={view.refresh} />}</Shown>
    </main>
  );
}

function Sections({ view, onChange }: { view: SettingsView; onChange: () => Promise<void> }) {
  const { t } = useWords();
  const { call } = useSurroundings();
  const { attempt } = useSurface();
  // What was just chosen shows, and is built upon, before it is stored; a choice that could not be stored goes back.
  const [ahead, setAhead] = useState<Partial<Settings>>({});
  const settings = { ...view.settings, ...ahead };
  const save: SaveSettings = (changes) => {
    setAhead((before) => ({ ...before, ...changes }));
    void attempt(async () => {
      await call("settings.save", { changes });
      await onChange();
    }).then(() => setAhead((before) => without(before, changes)));
  };
  const refresh = () => void onChange();
  return (
    <>
      {view.notice !== null && <Notice>{view.notice}</Notice>}
      <Section title={t("settings.sources")} meta={t("settings.readOnly")}>
        <SourceList sources={view.sources} />
        <CalendarsList view={view} included={settings.includedCalendars} save={save} />
        <Sites granted={hasGoogle(view.grantedHosts)} onChange={onChange} />
        <IcsImport onImported={refresh} />
        <FeedForm onAdded={refresh} />
      </Section>
      <Section title={t("settings.reminders")}>
        <ReminderSettings settings={settings} save={save} />
      </Section>
      <Section title={t("settings.flags")}>
        <FlagSettings settings={settings} save={save} />
      </Section>
      <Section title={t("settings.people")} meta={t("settings.peopleWhy")}>
        <People people={view.people} onChange={onChange} />
      </Section>
      <Section title={t("settings.marks")} meta={t("settings.marksWhy")}>
        <MarksList marks={view.marks} onChange={onChange} />
      </Section>
      <Section title={t("settings.look")}>
        <Look settings={settings} save={save} />
      </Section>
      <Section title={t("settings.data")} meta={t("settings.dataWhere")}>
        <DataSection view={{ ...view, settings }} save={save} />
      </Section>
      <p class="meta after">{t("settings.version", { version: view.version })}</p>
    </>
  );
}

/** `ahead` without the changes that are through; one of them that was changed again meanwhile stays. */
function without(ahead: Partial<Settings>, changes: Partial<Settings>): Partial<Settings> {
  const values = new Map<string, unknown>(Object.entries(changes));
  return Object.fromEntries(
    Object.entries(ahead).filter(([field, value]) => !values.has(field) || values.get(field) !== value),
  );
}

function Look({ settings, save }: { settings: Settings; save: SaveSettings }) {
  const { t } = useWords();
  const themes = (["system", "light", "dark"] as const).map((value) => ({
    value,
    label: t(`settings.theme.${value}`),
  }));
  return (
    <Seg
      label={t("settings.theme")}
      choices={themes}
      value={settings.theme}
      onChoose={(theme) => theme !== null && save({ theme })}
    />
  );
}
