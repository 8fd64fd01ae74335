/** What was already reminded of: one record, `reminders`. Never leaves the device. */
import type { ReminderState } from "../../domain/reminder-state.ts";
import { collection } from "../collection.ts";

export const remindersId = "reminders";

export const reminders = collection<ReminderState>({ indexes: {}, keys: () => ({}) });
