/**
 * Captures on their way: written to extension storage by the page script before anything else happens, filed and
 * removed by the background. An entry holds ids, an answer and a time; no title and no words.
 */
import { newId } from "../base/ids.ts";
import type { Answer, OutboxEntry } from "../domain/reflection.ts";

export const outboxPrefix = "outbox/";

/** The part of the browser's storage area that is needed. */
export interface OutboxArea {
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export interface Outbox {
  /** Resolves once the entry would survive the sudden death of every browser process. */
  put(capture: { eventKey: string; priorityId: string | null; answer: Answer }): Promise<OutboxEntry>;
  /** Takes back an entry that was not filed yet. */
  remove(id: string): Promise<void>;
}

export function outboxIn(area: OutboxArea, nowMs: () => number): Outbox {
  return {
    async put(capture) {
      const atMs = nowMs();
      const entry: OutboxEntry = { id: newId(atMs), ...capture, atMs };
      await area.set({ [outboxPrefix + entry.id]: entry });
      return entry;
    },
    remove: (id) => area.remove(outboxPrefix + id),
  };
}
