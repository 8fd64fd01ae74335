/** The outbox in extension storage, as the drain sees it. Page scripts write it (lib/host-pages/outbox.ts). */
import { browser } from "wxt/browser";
import type { Outbox } from "../app/deps.ts";

export const outboxPrefix = "outbox/";

export const storageOutbox: Outbox = {
  async read() {
    const all = await browser.storage.local.get(null);
    return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(outboxPrefix)));
  },
  put: (entry) => browser.storage.local.set({ [`${outboxPrefix}${entry.id}`]: entry }),
  remove: (keys) => browser.storage.local.remove(keys),
};
