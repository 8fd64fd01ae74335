/** Tells own surfaces and granted calendar tabs that stored data changed; they ask again. */
import { browser } from "wxt/browser";
import type { Changed } from "../rpc/contract.ts";
import { grantedPatterns } from "./sites.ts";

const changed: Changed = { throughlineChanged: true };

/** Never throws: nobody may be listening, and a tab may be gone. */
export function announce(): void {
  browser.runtime.sendMessage(changed).catch(() => undefined); // no surface is open
  toTabs().catch(() => undefined); // the browser is shutting down
}

async function toTabs(): Promise<void> {
  const url = await grantedPatterns();
  if (url.length === 0) return;
  for (const { id } of await browser.tabs.query({ url }))
    if (id !== undefined) browser.tabs.sendMessage(id, changed).catch(() => undefined); // no script there
}
