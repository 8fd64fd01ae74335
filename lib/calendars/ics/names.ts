/**
 * The properties worth keeping, found in the bytes without making text. Owns the list per place in the file; what is
 * not listed is skipped at the speed of the scan.
 */
const eventNames = [
  "UID",
  "DTSTART",
  "DTEND",
  "DURATION",
  "RECURRENCE-ID",
  "RRULE",
  "EXRULE",
  "RDATE",
  "EXDATE",
  "SEQUENCE",
  "DTSTAMP",
  "LAST-MODIFIED",
  "SUMMARY",
  "DESCRIPTION",
  "LOCATION",
  "STATUS",
  "CLASS",
  "TRANSP",
  "CATEGORIES",
  "ORGANIZER",
  "ATTENDEE",
  "ATTACH",
  "X-MICROSOFT-CDO-BUSYSTATUS",
] as const;
const calendarNames = ["METHOD", "X-WR-CALNAME", "NAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"] as const;
const zoneNames = ["TZID", "X-LIC-LOCATION"] as const;
const observanceNames = ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"] as const;

export type PropertyName =
  | (typeof eventNames)[number]
  | (typeof calendarNames)[number]
  | (typeof zoneNames)[number]
  | (typeof observanceNames)[number]
  | "BEGIN"
  | "END";

type Names = ReadonlyMap<number, PropertyName>;

export const namesIn = {
  outside: table([]),
  calendar: table(calendarNames),
  event: table(eventNames),
  zone: table(zoneNames),
  observance: table(observanceNames),
  skipped: table([]),
} as const satisfies Record<string, Names>;
export type Place = keyof typeof namesIn;

function table(names: readonly PropertyName[]): Names {
  return new Map([...names, "BEGIN" as const, "END" as const].map((name) => [hashOf(name), name]));
}

function hashOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = mix(hash, name.charCodeAt(i));
  return hash;
}

function mix(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

const colon = 0x3a;
const semicolon = 0x3b;

/**
 * The listed name a line begins with, `null` when it begins with another name, `"broken"` when it begins with no
 * name at all.
 */
export function nameOf(
  bytes: Uint8Array,
  from: number,
  to: number,
  place: Place,
): PropertyName | null | "broken" {
  let hash = 0;
  let at = from;
  for (; at < to; at++) {
    const code = bytes[at] ?? 0;
    if (code === colon || code === semicolon) break;
    const upper = code >= 0x61 && code <= 0x7a ? code - 0x20 : code;
    if (!isNameCode(upper)) return "broken";
    hash = mix(hash, upper);
  }
  if (at === to || at === from) return "broken";
  const name = namesIn[place].get(hash);
  return name !== undefined && isSame(bytes, from, at, name) ? name : null;
}

function isNameCode(code: number): boolean {
  // Letters, digits, dash; dot and underscore appear in group prefixes and in private names.
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x5f
  );
}

function isSame(bytes: Uint8Array, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false;
  for (let i = 0; i < name.length; i++) {
    const code = bytes[from + i] ?? 0;
    if ((code >= 0x61 && code <= 0x7a ? code - 0x20 : code) !== name.charCodeAt(i)) return false;
  }
  return true;
}
