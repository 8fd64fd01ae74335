/** The second half of a page script (entrypoints/page-parts.ts), put into a tab when it asks. */
import { browser } from "wxt/browser";

const file = "/page-parts.js";

/** Resolves once the script has run in the tab's top frame. Rejects when the tab is gone or not ours to reach. */
export async function injectPageParts(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [file] as never });
}
