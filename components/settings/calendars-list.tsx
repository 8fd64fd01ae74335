/** Calendars of others that were seen in the sources, source by source: each counts by choice alone. */
import type { SettingsView } from "../../lib/rpc/views.ts";
import { Check } from "../ui/field.tsx";
import { useWords } from "../ui/surroundings.tsx";
import type { SaveSettings } from "./settings.tsx";

export interface CalendarsListProps {
  view: SettingsView;
  /** Ids of the calendars chosen so far. */
  included: readonly string[];
  save: SaveSettings;
}

/** Nothing where only the person's own calendars were seen. */
export function CalendarsList({ view, included, save }: CalendarsListProps) {
  const { t } = useWords();
  const others = view.calendars.filter(({ own }) => !own);
  const sources = view.sources.filter(({ id }) => others.some(({ sourceId }) => sourceId === id));
  if (sources.length === 0) return null;
  const choose = (id: string, on: boolean) => {
    const rest = included.filter((one) => one !== id);
    save({ includedCalendars: on ? [...rest, id] : rest });
  };
  return (
    <div class="part calendars">
      <h3>{t("settings.calendars")}</h3>
      <p class="body dim">{t("settings.calendarsWhy")}</p>
      {sources.map((source) => (
        <fieldset key={source.id}>
          <legend class="lab" dir="auto">
            {source.name}
          </legend>
          {others
            .filter(({ sourceId }) => sourceId === source.id)
            .map(({ id, name }) => (
              <Check
                key={id}
                label={name === "" ? id : name}
                checked={included.includes(id)}
                onChange={(on) => choose(id, on)}
              />
            ))}
        </fieldset>
      ))}
    </div>
  );
}
