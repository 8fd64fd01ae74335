/** Patterns across events: the same priority missed again and again in one series, or in one decision domain. */
import type { Reflection } from "../reflection.ts";
import type { Pattern } from "./item.ts";

const lookedAt = 5;
const missedNeeded = 3;

/** Patterns among reflections of any order: at least three of the last five occasions missed. Most missed first. */
export function findPatterns(reflections: readonly Reflection[]): Pattern[] {
  const groups = new Map<string, Reflection[]>();
  for (const reflection of occasions(reflections)) {
    for (const key of groupKeys(reflection)) groups.set(key, [...(groups.get(key) ?? []), reflection]);
  }
  const patterns = [...groups.entries()].flatMap(([key, list]) => patternOf(key, list));
  return withoutEchoes(patterns)
    .map(({ pattern }) => pattern)
    .toSorted((a, b) => b.missed - a.missed || a.sinceMs - b.sinceMs);
}

/** How often, up to and including this reflection, its priority was missed in its series; 0 outside a series. */
export function timesMissed(reflection: Reflection, reflections: readonly Reflection[]): number {
  const { seriesKey, startMs } = reflection.event;
  if (seriesKey === null) return 0;
  return reflections.filter(
    (other) =>
      other.answer === "missed" &&
      other.priorityId === reflection.priorityId &&
      other.event.seriesKey === seriesKey &&
      other.event.startMs <= startMs,
  ).length;
}

function occasions(reflections: readonly Reflection[]): Reflection[] {
  return reflections
    .filter((reflection) => reflection.priorityId !== null && reflection.answer !== "not-applicable")
    .toSorted((a, b) => a.event.startMs - b.event.startMs || (a.id < b.id ? -1 : 1));
}

function groupKeys({ priorityId, event }: Reflection): string[] {
  const keys: string[] = [];
  if (event.seriesKey !== null) keys.push(`series\n${priorityId}\n${event.seriesKey}`);
  if (event.domain !== "none") keys.push(`domain\n${priorityId}\n${event.domain}`);
  return keys;
}

interface Found {
  pattern: Pattern;
  members: Set<string>;
}

function patternOf(key: string, list: readonly Reflection[]): Found[] {
  const last = list.slice(-lookedAt);
  const [first] = last;
  const missed = last.filter((reflection) => reflection.answer === "missed");
  const newest = last.at(-1);
  const priorityId = newest?.priorityId ?? null;
  if (missed.length < missedNeeded || first === undefined || newest === undefined || priorityId === null)
    return [];
  const kind = key.startsWith("series") ? "series" : "domain";
  const pattern: Pattern = {
    priorityId,
    group: { kind, name: kind === "series" ? newest.event.title : newest.event.domain },
    missed: missed.length,
    outcomes: last.map((reflection) => reflection.answer),
    sinceMs: first.event.startMs,
  };
  return [{ pattern, members: new Set(missed.map((reflection) => reflection.id)) }];
}

/** A domain's pattern that only repeats what a series already says is left out. */
function withoutEchoes(found: readonly Found[]): Found[] {
  const series = found.filter(({ pattern }) => pattern.group.kind === "series");
  return found.filter(
    (one) =>
      one.pattern.group.kind === "series" ||
      !series.some(({ members }) => [...one.members].every((id) => members.has(id))),
  );
}
