/** The few things only a browser can do for a surface: panels, tabs, permissions, files, clipboard. Edges only. */
import { browser } from "wxt/browser";
import type { PanelPurpose, Platform, Site } from "../../components/ui/surroundings.tsx";
import { calendarOrigins } from "../../lib/domain/calendar-sites.ts";
import type { Call } from "../../lib/rpc/call.ts";
import { openOwnPage } from "./own-pages.ts";
import { openPanelBeside } from "./panel.ts";

const siteAddresses: Record<Site, string> = { "google-calendar": "https://calendar.google.com/" };

const patternsOf = (site: Site) => calendarOrigins[site].map((origin) => `${origin}/*`);

/** The platform of a real browser. `request` calls reach the browser in the turn of the click. */
export function browserPlatform(call: Call, locale: string): Platform {
  return {
    openPanel: (eventKey, purpose) => openPanelBeside(panelHash(eventKey, purpose)),
    openPage: openOwnPage,
    openSite: async (site) => {
      await browser.tabs.create({ url: siteAddresses[site] });
    },
    requestSite: async (site) => {
      const granted = await browser.permissions.request({ origins: patternsOf(site) });
      await call("sites.changed", {});
      return granted;
    },
    removeSite: async (site) => {
      await browser.permissions.remove({ origins: patternsOf(site) });
      await call("sites.changed", {});
    },
    addFeed: (address) => addFeed(call, address),
    importIcs: async (file, onProgress, signal) => {
      // Loaded when a file is there to be read: the popup must not carry a calendar reader.
      const { importIcs } = await import("./import-ics.ts");
      return importIcs({ call, locale, file, onProgress, signal });
    },
    download,
    keepDraft: (name, text) => {
      if (text === null) localStorage.removeItem(`draft/${name}`);
      else localStorage.setItem(`draft/${name}`, text);
    },
    keptDraft: (name) => localStorage.getItem(`draft/${name}`),
    copy: (text) => navigator.clipboard.writeText(text),
    print: () => print(),
    close: () => close(),
  };
}

/** Where a panel is told what to show: "#/words/<event key>". */
export function panelHash(eventKey: string | null, purpose: PanelPurpose): string {
  return eventKey === null ? `#/${purpose}` : `#/${purpose}/${encodeURIComponent(eventKey)}`;
}

/** Asks for the feed's host alone; match patterns know no ports. */
async function addFeed(call: Call, address: string): Promise<boolean> {
  const { protocol, hostname, host } = new URL(address);
  const granted = await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  if (!granted) return false;
  const source = await call("source.add", { kind: "ics-feed", name: host, address });
  await call("source.readNow", { id: source.id });
  return true;
}

function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the blob over once the click is through; a minute is far beyond that.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
