/**
 * The list of collections: which records exist and by what they are found. A collection says which keys it is
 * indexed by; everything else of a record is its body, which only the codec touches.
 * A new collection or index needs a migration (migrations/index.ts).
 */
import { appliedOutbox } from "./collections/applied-outbox.ts";
import { commitments } from "./collections/commitments.ts";
import { days } from "./collections/days.ts";
import { events } from "./collections/events.ts";
import { marks } from "./collections/marks.ts";
import { priorities } from "./collections/priorities.ts";
import { queueEdits } from "./collections/queue-edits.ts";
import { reflections } from "./collections/reflections.ts";
import { reminders } from "./collections/reminders.ts";
import { settings } from "./collections/settings.ts";
import { sources } from "./collections/sources.ts";
import { undo } from "./collections/undo.ts";
import type { Collection } from "./collection.ts";

export const collections = {
  events,
  sources,
  reflections,
  priorities,
  marks,
  commitments,
  settings,
  queueEdits,
  reminders,
  undo,
  appliedOutbox,
  days,
} as const;

export type CollectionName = keyof typeof collections;
export const collectionNames = Object.keys(collections) as CollectionName[]; // keys of a const object

type RecordOf<C> = C extends Collection<infer R> ? R : never;
export type Records = { [K in CollectionName]: RecordOf<(typeof collections)[K]> };
