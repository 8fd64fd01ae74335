/**
 * Opens the side panel, or a small window where the browser does not allow it (Firefox opens its sidebar only from a
 * gesture in an own page). Must reach `open` before any await: the gesture is spent by then.
 */
import { browser } from "wxt/browser";

/** Chrome's side panel; absent in Firefox. */
interface SidePanel {
  open(options: { tabId: number } | { windowId: number }): Promise<void>;
  setOptions(options: { tabId?: number; path: string; enabled: boolean }): Promise<void>;
}

const page = "sidepanel.html";

/** `true` once a surface is open. */
export function openPanel(
  target: { tabId: number | null; windowId: number | null },
  hash: string,
): Promise<boolean> {
  const sidePanel = (browser as unknown as { sidePanel?: SidePanel }).sidePanel;
  if (sidePanel === undefined || target.tabId === null) return openWindow(hash);
  const { tabId } = target;
  // Not awaited: both are queued in this turn, in this order.
  const setting = sidePanel.setOptions({ tabId, path: `${page}${hash}`, enabled: true });
  const opening = sidePanel.open({ tabId });
  return Promise.all([setting, opening]).then(
    () => true,
    () => openWindow(hash),
  );
}

async function openWindow(hash: string): Promise<boolean> {
  await browser.windows.create({
    url: `${browser.runtime.getURL("/")}${page}${hash}`,
    type: "popup",
    width: 420,
    height: 680,
  });
  return true;
}
