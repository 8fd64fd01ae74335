/** Version 1: one object store per collection, keyed by `id`, indexes on `keys.*`. Never edited after release. */
import type { Migration } from "./index.ts";

const layout: Record<string, Record<string, "one" | "many">> = {
  events: { start: "one", end: "one", long: "one", identity: "many", series: "one", seriesIdentity: "many" },
  sources: {},
  reflections: { event: "one", slot: "one", priority: "one", answered: "one", start: "one", series: "one" },
  priorities: {},
  marks: { key: "one" },
  commitments: { event: "one" },
  settings: {},
  queueEdits: {},
  reminders: {},
  undo: { at: "one" },
  appliedOutbox: { at: "one" },
  days: {},
};

export const first: Migration = {
  name: "0001-first",
  up(db) {
    for (const [name, indexes] of Object.entries(layout)) {
      const store = db.createObjectStore(name, { keyPath: "id" });
      for (const [index, kind] of Object.entries(indexes))
        store.createIndex(index, `keys.${index}`, { multiEntry: kind === "many" });
    }
  },
};
