/**
 * Which components belong to one series, and which version of each counts: the highest SEQUENCE, then the latest
 * DTSTAMP, then the later in the file. Must never drop an event without a newer one in its place.
 */
import type { RawEvent } from "./collect.ts";
import type { ProblemLog } from "./problems.ts";
import { firstText, parseProperty } from "./property.ts";
import type { Series } from "./series.ts";
import { propertyOf } from "./times.ts";

/** Series by UID. Events without one get an identity made of what they say. */
export function groupSeries(
  events: readonly RawEvent[],
  passed: readonly RawEvent[],
  problems: ProblemLog,
): Map<string, Series> {
  const versions = new Map<string, Version[]>();
  const madeUp = new Map<string, number>();
  for (const raw of events) {
    const uid = uidOf(raw) ?? madeUpUid(raw, madeUp, problems);
    add(versions, uid, { raw, passed: false });
  }
  for (const raw of passed) {
    const uid = uidOf(raw);
    if (uid !== null && versions.has(uid)) add(versions, uid, { raw, passed: true });
  }
  return new Map([...versions].map(([uid, all]) => [uid, seriesOf(all, problems)]));
}

interface Version {
  raw: RawEvent;
  /** It lies outside the window. */
  passed: boolean;
}

function seriesOf(versions: Version[], problems: ProblemLog): Series {
  const newest = new Map<string, Version>();
  for (const version of versions) {
    const id = recurrenceIdOf(version.raw);
    const known = newest.get(id);
    const counts = known === undefined || !isOlder(version.raw, known.raw);
    if (known !== undefined && isRival(version.raw, known.raw))
      problems.add("duplicate", (counts ? known : version).raw.line);
    if (counts) newest.set(id, version);
  }
  const master = newest.get("");
  const exceptions = [...newest].filter(([id]) => id !== "").map(([, version]) => version);
  return {
    master: master === undefined || master.passed ? null : master.raw,
    exceptions: exceptions.filter((version) => !version.passed).map(({ raw }) => raw),
    passed: exceptions.filter((version) => version.passed).map(({ raw }) => raw),
  };
}

function add(versions: Map<string, Version[]>, uid: string, version: Version): void {
  const known = versions.get(uid);
  if (known === undefined) versions.set(uid, [version]);
  else known.push(version);
}

function uidOf(raw: RawEvent): string | null {
  return textOf(raw, "UID") || null;
}

/** The line without its name tells exceptions apart; zones and values are compared when the series is expanded. */
function recurrenceIdOf(raw: RawEvent): string {
  const text = propertyOf(raw, "RECURRENCE-ID")?.text ?? "";
  return text.slice("RECURRENCE-ID".length).toUpperCase();
}

function isOlder(one: RawEvent, two: RawEvent): boolean {
  const bySequence = Number(textOf(one, "SEQUENCE")) - Number(textOf(two, "SEQUENCE"));
  if (Number.isFinite(bySequence) && bySequence !== 0) return bySequence < 0;
  return textOf(one, "DTSTAMP") < textOf(two, "DTSTAMP");
}

/** Two versions of which neither says it is newer, at different times: one meeting may be lost. */
function isRival(one: RawEvent, two: RawEvent): boolean {
  if (textOf(one, "SEQUENCE") !== textOf(two, "SEQUENCE")) return false;
  return propertyOf(one, "DTSTART")?.text !== propertyOf(two, "DTSTART")?.text;
}

function textOf(raw: RawEvent, name: "UID" | "SEQUENCE" | "DTSTAMP"): string {
  const line = propertyOf(raw, name);
  return line === undefined ? "" : firstText(parseProperty(line.text)).trim();
}

/** An identity from what the event says; those that say the same are counted through. */
function madeUpUid(raw: RawEvent, madeUp: Map<string, number>, problems: ProblemLog): string {
  problems.add("uid-missing", raw.line);
  const said = ["DTSTART", "SUMMARY"] as const;
  const base = `no-uid-${hashOf(said.map((name) => propertyOf(raw, name)?.text ?? "").join("\n"))}`;
  const copy = (madeUp.get(base) ?? 0) + 1;
  madeUp.set(base, copy);
  return copy === 1 ? base : `${base}-${copy}`;
}

/** FNV-1a over two seeds: stable from reading to reading, 16 hex digits. */
export function hashOf(text: string): string {
  return [0x811c9dc5, 0x9dc5811c]
    .map((seed) => {
      let hash = seed;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}
