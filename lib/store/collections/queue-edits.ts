/** What the person did to items of the debrief queue, by item id. */
import type { QueueEdit } from "../../domain/queue-edit.ts";
import { collection } from "../collection.ts";

export const queueEdits = collection<QueueEdit>({ indexes: {}, keys: () => ({}) });
