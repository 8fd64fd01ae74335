/**
 * When two sightings are the same event: strong identities that different sources share. Owns the alias texts;
 * must never guess (the title-and-time match is merge.ts's, and weaker).
 *
 * - Google's event id is the local part of the UID it gives to events made in Google (`<id>@google.com`); an
 *   occurrence of a series is `<id>_<original start>` (UTC basic form, or a date when all-day).
 * - An event that came in from elsewhere has the id `_` + base 32 hex of its UID (seen in calendar-dom.md 1.3).
 */

/** Where an occurrence originally stood: an instant in ms, or a date for all-day series. */
export type OriginalStart = { startMs: number } | { date: string };

/** Aliases for an iCalendar UID, with the original start for an occurrence of a series. */
export function aliasesForUid(uid: string, original: OriginalStart | null): string[] {
  const suffix = original === null ? "" : basicForm(original);
  const aliases = [`uid:${uid}${suffix === "" ? "" : `#${suffix}`}`];
  const local = /^(.+)@google\.com$/i.exec(uid)?.[1];
  if (local !== undefined) aliases.push(`google:${local}${suffix === "" ? "" : `_${suffix}`}`);
  return aliases;
}

/** Aliases for a Google event id as decoded from the page or given by the API. */
export function aliasesForGoogleId(eventId: string): string[] {
  const aliases = [`google:${eventId}`];
  if (!eventId.startsWith("_")) return aliases;
  const [, encoded = "", suffix] = /^_([0-9a-v]+)(?:_(\d{8}(?:T\d{6}Z)?))?$/.exec(eventId) ?? [];
  const uid = decodeBase32Hex(encoded);
  if (uid !== null) aliases.push(`uid:${uid}${suffix === undefined ? "" : `#${suffix}`}`);
  return aliases;
}

/** The series part of a Google event id, `null` when the id is not an occurrence. */
export function googleSeriesId(eventId: string): string | null {
  return /^(.+)_\d{8}(?:T\d{6}Z)?$/.exec(eventId)?.[1] ?? null;
}

function basicForm(original: OriginalStart): string {
  if ("date" in original) return original.date.replaceAll("-", "");
  return `${new Date(original.startMs).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
}

const base32Hex = "0123456789abcdefghijklmnopqrstuv";

/** UTF-8 text behind base 32 hex without padding; `null` when it is not text. */
function decodeBase32Hex(encoded: string): string | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const char of encoded) {
    held = (held << 5) | base32Hex.indexOf(char);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes));
    return /^[\x20-\x7e\u00a0-\uffff]+$/.test(text) ? text : null;
  } catch {
    return null; // not UTF-8, so not a UID we could share
  }
}
