/** Changes some of the person's choices; each is checked by itself and all are taken, or none. */
import { AppError } from "../base/errors.ts";
import type { Settings } from "../domain/settings.ts";
import type { Input } from "../rpc/contract.ts";
import type { Deps } from "./deps.ts";
import { isSettingsField, putSettings, settingsFields } from "./settings-read.ts";

/** Answers with all settings as they stand. Throws AppError bad-input naming the field. */
export async function settingsSave(deps: Deps, input: Input<"settings.save">): Promise<Settings> {
  const changes = Object.fromEntries(
    Object.entries(input.changes).map(([field, value]) => {
      if (!isSettingsField(field)) throw new AppError("bad-input", { params: { place: field } });
      const parsed = settingsFields[field].safeParse(value);
      if (!parsed.success) throw new AppError("bad-input", { params: { place: field } });
      return [field, parsed.data];
    }),
  );
  const settings = await deps.store.write((tx) => putSettings(tx, changes as Partial<Settings>));
  deps.announceChange();
  await deps.edges.reschedule();
  return settings;
}

/** Pauses reminders until then; `null` goes on. */
export async function pause(deps: Deps, input: Input<"pause">): Promise<null> {
  await settingsSave(deps, { changes: { pausedUntilMs: input.untilMs } });
  return null;
}

/** The hide-all key: shows nothing in calendar pages, or everything again. */
export async function toggleHidden(deps: Deps): Promise<void> {
  await deps.store.write(async (tx) => {
    const { hidden } = await putSettings(tx, {});
    await putSettings(tx, { hidden: !hidden });
  });
  deps.announceChange();
}
