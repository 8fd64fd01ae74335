/**
 * Addresses of calendar feeds. Owns which ones are accepted; must never keep or show more of one than its host, since a
 * secret address is a credential.
 */
import { AppError } from "../../base/errors.ts";

export interface FeedAddress {
  /** What is fetched: https, no fragment. */
  url: string;
  /** What the person sees. */
  host: string;
  /** Match pattern of the host permission the browser is asked for. */
  permission: string;
}

const longestAddress = 2_000;

/**
 * A feed address as typed or pasted; `webcal:` means https. Throws AppError `bad-input` with `reason`: `empty`, `long`,
 * `form` (no address), `scheme` (not https), `password` (a name or password inside the address).
 */
export function readFeedAddress(typed: string): FeedAddress {
  const text = typed.trim();
  if (text === "") throw refused("empty");
  if (text.length > longestAddress) throw refused("long");
  const https = text.replace(/^webcals?:\/\//i, "https://");
  if (!URL.canParse(https)) throw refused("form");
  const url = new URL(https);
  if (url.protocol !== "https:") throw refused("scheme");
  if (url.username !== "" || url.password !== "") throw refused("password");
  url.hash = "";
  return { url: url.href, host: url.host, permission: `https://${url.hostname}/*` };
}

function refused(reason: string): AppError {
  return new AppError("bad-input", { params: { reason } });
}
