/**
 * Times from the digits a page shows ("9 – 10am", "午前9時～10時", "09:00"). The words for the halves of the day come from
 * Intl for the page's language; a time that could mean two things yields `null`, never a guess.
 */

/**
 * Minutes after midnight of the one or two times a text consists of; `null` when there is anything else in it.
 * `lead` is how many letters may stand before the first ("de 06:30 à 06:45").
 */
export function timesIn(text: string, language: string, lead = 0): number[] | null {
  const plain = plainText(text)
    .toLowerCase()
    .replace(/^[\s,、،⋅·]+/, "");
  if (/\d{3}/.test(plain) || !/\d/.test(plain)) return null;
  const { pm, pattern } = clockOf(language);
  const found: Found[] = [];
  let read = 0;
  for (const match of plain.matchAll(pattern)) {
    const skipped = plain.slice(read, match.index).trim();
    if (skipped.length > (found.length === 0 ? lead : longestRangeWord)) return null;
    read = match.index + match[0].length;
    const mark = match[1] ?? match[4];
    found.push({
      hour: Number(match[2]),
      minute: Number(match[3] ?? 0),
      padded: (match[2] ?? "").length === 2 && match[3] !== undefined,
      half: mark === undefined ? null : mark === pm || mark === "pm" ? "pm" : "am",
    });
  }
  if (found.length > 2 || plain.slice(read).trim() !== "") return null;
  // "9 – 10am": the first of a range takes the mark of the last, "午前9時～10時" the other way round.
  const shared = found.find((each) => each.half !== null)?.half ?? null;
  const minutes = found.map((each) => minutesOf(each, each.half ?? shared));
  return minutes.length > 0 && minutes.every((each) => each !== null) ? minutes : null;
}

/** "bis", "to", "إلى": what stands between two times is no longer than this. */
const longestRangeWord = 4;

/** Text with Latin digits, ordinary spaces and no invisible direction marks. */
export function plainText(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\u00a0\u2007\u2009\u202f]/g, " ")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .trim();
}

interface Found {
  hour: number;
  minute: number;
  padded: boolean;
  half: "am" | "pm" | null;
}

function minutesOf({ hour, minute, padded }: Found, half: "am" | "pm" | null): number | null {
  if (minute > 59) return null;
  if (half !== null)
    return hour < 1 || hour > 12 ? null : (hour % 12) * 60 + minute + (half === "pm" ? 720 : 0);
  // Without a mark only a 24-hour clock is certain: two digits and minutes, or an hour no 12-hour clock has.
  return hour <= 23 && (padded || hour > 12 || hour === 0) ? hour * 60 + minute : null;
}

interface Clock {
  /** The language's word for the second half of the day. */
  pm: string;
  /** One time, with the words for the halves of the day on either side. */
  pattern: RegExp;
}

const clocks = new Map<string, Clock>();

function clockOf(language: string): Clock {
  const known = clocks.get(language);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(language, { hour: "numeric", hour12: true, timeZone: "UTC" });
  const word = (hour: number) => {
    const parts = format.formatToParts(hour * 3_600_000);
    return plainText(parts.find(({ type }) => type === "dayPeriod")?.value ?? "am").toLowerCase();
  };
  const [am, pm] = [word(9), word(15)];
  const half = `${escape(am)}|${escape(pm)}|am|pm`;
  const clock = {
    pm,
    pattern: new RegExp(`(?:(${half}) ?)?(\\d{1,2})(?::(\\d{2})|時)?(?: ?(${half}))?`, "g"),
  };
  clocks.set(language, clock);
  return clock;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
