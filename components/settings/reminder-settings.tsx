/** Reminders: how long before, how many, when not; and that they need an open browser. */
import type { Settings } from "../../lib/domain/settings.ts";
import { Check, Field } from "../ui/field.tsx";
import { useWords } from "../ui/surroundings.tsx";
import { NumberField } from "./number-field.tsx";
import type { SaveSettings } from "./settings.tsx";

const leads = [5, 10, 15, 30, 60] as const;
const usualQuiet = { from: "20:00", to: "07:00" };

interface PartProps {
  settings: Settings;
  save: SaveSettings;
}

export function ReminderSettings({ settings, save }: PartProps) {
  const { t } = useWords();
  return (
    <div class="grp">
      <p class="body">{t("settings.openBrowser")}</p>
      <Leads settings={settings} save={save} />
      <NumberField
        label={t("settings.remindersPerDay")}
        value={settings.remindersPerDay}
        min={0}
        max={20}
        onChange={(remindersPerDay) => save({ remindersPerDay })}
      />
      <QuietHours settings={settings} save={save} />
      <Daily
        label={t("settings.lookAhead")}
        value={settings.lookAheadAt}
        usual="08:00"
        onChange={(lookAheadAt) => save({ lookAheadAt })}
      />
      <Daily
        label={t("settings.sweep")}
        value={settings.sweepAt}
        usual="18:00"
        onChange={(sweepAt) => save({ sweepAt })}
      />
    </div>
  );
}

function Leads({ settings: { leadMinutes }, save }: PartProps) {
  const { t } = useWords();
  const setLead = (minutes: number, on: boolean) =>
    save({
      leadMinutes: on
        ? [...leadMinutes, minutes].toSorted((a, b) => b - a)
        : leadMinutes.filter((each) => each !== minutes),
    });
  return (
    <div class="f" role="group" aria-label={t("settings.leads")}>
      <p class="lab">{t("settings.leads")}</p>
      <div class="acts">
        {leads.map((minutes) => (
          <Check
            key={minutes}
            label={t("settings.minutes", { minutes })}
            checked={leadMinutes.includes(minutes)}
            onChange={(on) => setLead(minutes, on)}
          />
        ))}
      </div>
    </div>
  );
}

function QuietHours({ settings: { quietHours }, save }: PartProps) {
  const { t } = useWords();
  return (
    <>
      <Check
        label={t("settings.quiet")}
        checked={quietHours !== null}
        onChange={(on) => save({ quietHours: on ? usualQuiet : null })}
      />
      {quietHours !== null && (
        <div class="cols">
          <TimeField
            label={t("settings.quietFrom")}
            value={quietHours.from}
            onChange={(from) => save({ quietHours: { ...quietHours, from } })}
          />
          <TimeField
            label={t("settings.quietTo")}
            value={quietHours.to}
            onChange={(to) => save({ quietHours: { ...quietHours, to } })}
          />
        </div>
      )}
    </>
  );
}

function Daily(props: {
  label: string;
  value: string | null;
  usual: string;
  onChange: (value: string | null) => void;
}) {
  const { t } = useWords();
  return (
    <div class="daily">
      <Check
        label={props.label}
        checked={props.value !== null}
        onChange={(on) => props.onChange(on ? props.usual : null)}
      />
      {props.value !== null && (
        <TimeField
          label={`${props.label}, ${t("settings.at")}`}
          value={props.value}
          onChange={props.onChange}
        />
      )}
    </div>
  );
}

/** A local time; half a time is not saved. */
function TimeField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field
      label={props.label}
      type="time"
      value={props.value}
      onInput={(value) => {
        if (/^\d\d:\d\d$/.test(value)) props.onChange(value);
      }}
    />
  );
}
