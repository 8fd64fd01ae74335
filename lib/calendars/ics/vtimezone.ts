/**
 * A zone as the file defines it (VTIMEZONE). Owns its observances; must never let a broken definition pass for a zone:
 * it is `null`, and the caller falls back and says so.
 */
import type { RawZone } from "./collect.ts";
import { firstText, parseDates, parseProperty } from "./property.ts";
import { expandRule, StepBudget } from "./recur.ts";
import { isRefusal, readRule } from "./rule.ts";
import { readWall } from "./wall.ts";
import type { RawProperty } from "./text.ts";
import { zoneOf } from "./zone.ts";
import type { Zone } from "./zone.ts";

interface Change {
  at: number;
  offset: number;
}

interface Observance {
  from: number;
  to: number;
  /** Wall times (by the clock before the change) at which it begins. */
  onsets: number[];
}

/** Beyond this many changes a definition is no zone any more. */
const mostOnsets = 5_000;

/** The zone a file defines, right up to `lastInstant`; `null` when the definition makes no sense. */
export function definedZone(tzid: string, raw: RawZone, lastInstant: number): Zone | null {
  const changes: Change[] = [];
  let first: { at: number; offset: number } | null = null;
  try {
    for (const properties of raw.observances) {
      const observance = readObservance(properties, lastInstant);
      if (observance === null) return null;
      for (const onset of observance.onsets) {
        const at = onset - observance.from;
        changes.push({ at, offset: observance.to });
        if (first === null || at < first.at) first = { at, offset: observance.from };
      }
    }
  } catch {
    return null; // TooManySteps: rules no zone has
  }
  if (first === null) return null;
  return zoneOf(
    tzid,
    first.offset,
    changes.toSorted((a, b) => a.at - b.at),
  );
}

function readObservance(properties: RawProperty[], lastInstant: number): Observance | null {
  const named = (name: RawProperty["name"]) => properties.filter((property) => property.name === name);
  const start = readWall(firstText(parseDates(named("DTSTART")[0]?.text ?? "")));
  const from = readOffset(named("TZOFFSETFROM")[0]?.text);
  const to = readOffset(named("TZOFFSETTO")[0]?.text);
  if (start === null || from === null || to === null) return null;
  const onsets = new Set([start.wall]);
  for (const raw of named("RDATE")) {
    for (const value of parseDates(raw.text)?.values ?? []) {
      const wall = readWall(String(value));
      if (wall !== null && onsets.size < mostOnsets) onsets.add(wall.wall);
    }
  }
  const budget = new StepBudget(2_000_000);
  for (const raw of named("RRULE")) {
    const rule = readRule(parseProperty(raw.text)?.values[0]);
    if (isRefusal(rule)) return null;
    const until = rule.until === null ? Infinity : rule.until.wall + (rule.until.utc ? from : 0);
    const span = { from: start.wall, to: lastInstant + from };
    for (const wall of expandRule(rule, start.wall, false, until, span, budget)) {
      if (onsets.size >= mostOnsets) return null;
      onsets.add(wall);
    }
  }
  return { from, to, onsets: [...onsets] };
}

/** Milliseconds of an offset such as `-0500` or `+013045`; `null` when it is none or longer than a day. */
function readOffset(line: string | undefined): number | null {
  const found = /:\s*([+-])(\d{2}):?(\d{2}):?(\d{2})?\s*$/.exec(line ?? "");
  if (found === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(2).map((digits) => Number(digits ?? 0));
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return ms >= 86_400_000 ? null : found[1] === "-" ? -ms : ms;
}
