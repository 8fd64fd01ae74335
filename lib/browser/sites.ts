/**
 * Page scripts on calendar pages: registered at run time for the hosts the person granted, and put into tabs that are
 * open already. This folder holds the edges to the browser; it must never decide anything about events.
 */
import { browser } from "wxt/browser";
import { calendarOrigins } from "../domain/calendar-sites.ts";
import type { CalendarSite } from "../domain/calendar-sites.ts";

/** Page scripts there are, by site. A site without one is not registered. */
const scripts: Partial<Record<CalendarSite, string>> = {
  "google-calendar": "content-scripts/google-calendar.js",
};

/** Match patterns of the calendar hosts the person granted, by site. */
async function granted(): Promise<Map<CalendarSite, string[]>> {
  const sites = new Map<CalendarSite, string[]>();
  for (const [site, origins] of Object.entries(calendarOrigins) as [CalendarSite, readonly string[]][]) {
    const patterns = origins.map((origin) => `${origin}/*`);
    const held = await Promise.all(
      patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
    );
    const mine = patterns.filter((_, at) => held[at]);
    if (mine.length > 0) sites.set(site, mine);
  }
  return sites;
}

/** Match patterns of every granted calendar host. */
export async function grantedPatterns(): Promise<string[]> {
  return [...(await granted()).values()].flat();
}

let following: Promise<unknown> = Promise.resolve();

/**
 * Makes the registrations follow the permissions: missing ones are added, others changed or withdrawn. Safe to run at
 * any time. A grant asks twice, by the browser's event and by the surface; the browser refuses two registrations of
 * one script at once, so each waits for the one before. Answers with the ids that stand.
 */
export function followPermissions(): Promise<string[]> {
  const mine = following.then(follow);
  following = mine.catch(() => undefined); // its own caller is told; the next one starts afresh
  return mine;
}

async function follow(): Promise<string[]> {
  const sites = await granted();
  const wanted = [...sites].flatMap(([site, matches]) => {
    const file = scripts[site];
    return file === undefined ? [] : [{ id: site, matches, js: [file], runAt: "document_start" as const }];
  });
  const standing = await browser.scripting.getRegisteredContentScripts();
  const stale = standing.filter(({ id }) => !wanted.some((script) => script.id === id)).map(({ id }) => id);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  for (const script of wanted) {
    if (standing.some(({ id }) => id === script.id)) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  }
  return wanted.map(({ id }) => id);
}

/** Puts page scripts into calendar tabs that are open already: after a grant, and in Chrome after an update. */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const [site, url] of await granted()) {
    const file = scripts[site];
    if (file === undefined) continue;
    for (const tab of await browser.tabs.query({ url })) {
      if (tab.id === undefined || tab.discarded) continue;
      // A tab may close or navigate away meanwhile: then there is nothing to put a script into.
      await browser.scripting
        .executeScript({ target: { tabId: tab.id }, files: [`/${file}`] as never })
        .catch(() => undefined);
    }
  }
}
