/** How many flags at most, the organisation's mail domains, and whether anything is shown in calendar pages. */
import type { Settings } from "../../lib/domain/settings.ts";
import { wordList } from "../plan/draft.ts";
import { Check, Field } from "../ui/field.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { NumberField } from "./number-field.tsx";
import type { SaveSettings } from "./settings.tsx";

export function FlagSettings({ settings, save }: { settings: Settings; save: SaveSettings }) {
  const { t } = useWords();
  return (
    <div class="grp">
      <div class="cols">
        <NumberField
          label={t("settings.flagsPerDay")}
          value={settings.flagsPerDay}
          min={0}
          max={20}
          onChange={(flagsPerDay) => save({ flagsPerDay })}
        />
        <NumberField
          label={t("settings.flagsPerWeek")}
          value={settings.flagsPerWeek}
          min={0}
          max={50}
          onChange={(flagsPerWeek) => save({ flagsPerWeek })}
        />
      </div>
      <Field
        plain
        label={t("settings.ownDomains")}
        value={settings.ownDomains.join(", ")}
        hint={t("settings.ownDomainsWhy")}
        onInput={(text) => save({ ownDomains: wordList(text) })}
      />
      <Check label={t("settings.hidden")} checked={settings.hidden} onChange={(hidden) => save({ hidden })} />
    </div>
  );
}
