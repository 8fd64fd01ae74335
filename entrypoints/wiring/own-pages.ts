/** Opens our own pages: the tab that shows one already is brought forward, so that pages do not pile up. */
import { browser } from "wxt/browser";

/** `path` as in "app.html#/queue". */
export async function openOwnPage(path: string): Promise<void> {
  const target = new URL(path, browser.runtime.getURL("/"));
  if (target.pathname === location.pathname) {
    location.hash = target.hash;
    return;
  }
  const open = await browser.tabs.query({ url: `${target.origin}${target.pathname}*` });
  const tab = open[0];
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: target.href });
    return;
  }
  await browser.tabs.update(tab.id, { active: true, url: target.href });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
