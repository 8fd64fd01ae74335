/** The person's choices: one record, `settings`, holding only what was chosen; defaults fill the rest when read. */
import type { RecordBase } from "../../domain/record.ts";
import { collection } from "../collection.ts";

export const settingsId = "settings";

export interface SettingsRecord extends RecordBase {
  /** As stored; parsed field by field when read (app/settings-read.ts). */
  values: Record<string, unknown>;
}

export const settings = collection<SettingsRecord>({ indexes: {}, keys: () => ({}) });
