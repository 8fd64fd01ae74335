/** Calendars of others that were seen in the sources: each counts by choice alone. */
import type { SettingsView } from "../../lib/rpc/views.ts";
import { Check } from "../ui/field.tsx";
import { useWords } from "../ui/surroundings.tsx";
import type { SaveSettings } from "./settings.tsx";

/** Nothing where only the person's own calendars were seen. */
export function CalendarsList({ view, save }: { view: SettingsView; save: SaveSettings }) {
  const { t } = useWords();
  // The same calendar may be seen by several sources; it is chosen once.
  const others = new Map(view.calendars.filter(({ own }) => !own).map((one) => [one.id, one]));
  if (others.size === 0) return null;
  const { includedCalendars } = view.settings;
  const choose = (id: string, included: boolean) => {
    const rest = includedCalendars.filter((one) => one !== id);
    save({ includedCalendars: included ? [...rest, id] : rest });
  };
  return (
    <fieldset class="part">
      <legend>{t("settings.calendars")}</legend>
      <p class="body dim">{t("settings.calendarsWhy")}</p>
      {[...others.values()].map(({ id, name, included }) => (
        <Check
          key={id}
          label={name === "" ? id : name}
          checked={included}
          onChange={(checked) => choose(id, checked)}
        />
      ))}
    </fieldset>
  );
}
