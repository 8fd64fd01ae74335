/** Opens the side panel from one of our own surfaces: Chrome's side panel, Firefox's sidebar, else a small window. */
import { browser } from "wxt/browser";
import { openPanel } from "../../lib/browser/panel.ts";

/** Firefox's sidebar; absent in Chrome and from WXT's types. */
interface SidebarAction {
  setPanel(options: { panel: string }): Promise<void>;
  open(): Promise<void>;
}

const page = "sidepanel.html";

/** Must be called from a click. Firefox takes its sidebar only before anything is awaited. */
export async function openPanelBeside(hash: string): Promise<void> {
  if (location.pathname === `/${page}`) {
    location.hash = hash;
    return;
  }
  const sidebar = (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;
  if (sidebar !== undefined) {
    await Promise.all([sidebar.setPanel({ panel: `${page}${hash}` }), sidebar.open()]);
    return;
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  await openPanel({ tabId: tab?.id ?? null, windowId: tab?.windowId ?? null }, hash);
}
