/**
 * Who asks: decided from what the browser says about the sender, never from the message. Own pages are told from
 * page scripts by their address; a page script counts only in the top frame of a calendar we know.
 */
import { siteOfOrigin } from "../domain/calendar-sites.ts";

/** What both browsers say about the sender of a message. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
}

export interface Sender {
  tier: "own" | "page";
  tabId: number | null;
  windowId: number | null;
}

/** The sender's tier; `null` for everybody else. `own` is our id and the origin of our pages. */
export function readSender(raw: RawSender, own: { id: string; origin: string }): Sender | null {
  if (raw.id !== own.id || raw.url === undefined) return null;
  const origin = originOf(raw.url);
  const place = { tabId: raw.tab?.id ?? null, windowId: raw.tab?.windowId ?? null };
  if (origin === own.origin) return { tier: "own", ...place };
  const isPage =
    raw.tab !== undefined && raw.frameId === 0 && origin !== null && siteOfOrigin(origin) !== null;
  return isPage ? { tier: "page", ...place } : null;
}

/** Scheme and host: `URL.origin` is "null" for extension schemes in some engines. */
export function originOf(address: string): string | null {
  const url = URL.parse(address);
  return url === null ? null : `${url.protocol}//${url.host}`;
}
