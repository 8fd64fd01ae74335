/**
 * Whether an event can touch the window, told from its bytes alone. Owns a generous estimate in whole days; must
 * never say no to an event that exact expansion would find.
 */
import { dayFrom, dayMs, readDuration } from "./wall.ts";
import type { KeptLine } from "./text.ts";
import type { ReadingWindow } from "../contract.ts";

/** Day numbers around the window, wide enough for any zone. */
export interface TouchDays {
  from: number;
  to: number;
}

export function touchDays(window: ReadingWindow): TouchDays {
  return { from: Math.floor(window.fromMs / dayMs) - 2, to: Math.ceil(window.toMs / dayMs) + 2 };
}

interface Seen {
  start: number | null;
  end: number | null;
  recurs: boolean;
  /** Last day of the rules; Infinity when one has no UNTIL. */
  until: number;
  original: number | null;
  /** Something that only exact reading can tell. */
  open: boolean;
}

/** False only when no occurrence of the event, and no occurrence it replaces, can lie in the window. */
export function canTouch(bytes: Uint8Array, kept: readonly KeptLine[], days: TouchDays): boolean {
  const seen: Seen = { start: null, end: null, recurs: false, until: -Infinity, original: null, open: false };
  let length: number | null = 0;
  for (const line of kept) {
    if (line.name === "DURATION") length = lengthInDays(bytes, line);
    else look(bytes, line, seen);
  }
  const { start } = seen;
  if (seen.open || start === null || length === null) return true;
  if (seen.original !== null && seen.original >= days.from && seen.original <= days.to) return true;
  const last = Math.max(seen.end ?? 0, start + length + 1);
  if (start > days.to) return false;
  return (seen.recurs ? seen.until + last - start + 1 : last) >= days.from;
}

function look(bytes: Uint8Array, line: KeptLine, seen: Seen): void {
  const day = () => dayAt(bytes, valueFrom(bytes, line), line.to);
  if (line.name === "DTSTART") seen.start = day();
  else if (line.name === "DTEND") {
    seen.end = day();
    if (seen.end === null) seen.open = true;
  } else if (line.name === "RRULE") {
    seen.recurs = true;
    const until = find(bytes, line, "UNTIL=");
    seen.until = Math.max(seen.until, (until === -1 ? null : dayAt(bytes, until, line.to)) ?? Infinity);
  } else if (line.name === "RDATE") seen.open = true;
  else if (line.name === "RECURRENCE-ID") {
    seen.original = day();
    // A change to this and all later occurrences reaches into any window.
    if (seen.original === null || find(bytes, line, "RANGE=") !== -1) seen.open = true;
  }
}

const colon = 0x3a;

/** Where the value begins: dates hold no colon, zone names may. */
function valueFrom(bytes: Uint8Array, line: KeptLine): number {
  let at = line.to - 1;
  while (at > line.from && bytes[at] !== colon) at--;
  return at + 1;
}

/** Day number of the eight digits at `at`; `null` when there are none. */
function dayAt(bytes: Uint8Array, at: number, to: number): number | null {
  if (at + 8 > to) return null;
  let number = 0;
  for (let i = 0; i < 8; i++) {
    const digit = (bytes[at + i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return dayFrom(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
}

function lengthInDays(bytes: Uint8Array, line: KeptLine): number | null {
  const from = valueFrom(bytes, line);
  if (line.to - from > 40) return null;
  const duration = readDuration(String.fromCharCode(...bytes.subarray(from, line.to)));
  return duration === null ? null : Math.max(0, duration.days + Math.ceil(duration.ms / dayMs));
}

/** Position after `word` (upper case) in the line, -1 when it is not there. */
function find(bytes: Uint8Array, line: KeptLine, word: string): number {
  for (let at = line.from; at + word.length <= line.to; at++) {
    let same = 0;
    while (same < word.length && ((bytes[at + same] ?? 0) & ~0x20) === (word.charCodeAt(same) & ~0x20))
      same++;
    if (same === word.length) return at + same;
  }
  return -1;
}
