/**
 * The journal: every reflection, newest answer first, a page at a time, and a search over titles and words that
 * forgives case and accents. Reading on is by position, not by count, so new captures shift nothing.
 */
import { AppError } from "../base/errors.ts";
import type { Reflection } from "../domain/reflection.ts";
import { fold } from "../domain/text-match.ts";
import type { Input } from "../rpc/contract.ts";
import type { JournalView } from "../rpc/views.ts";
import { drainOutbox } from "./capture-drain.ts";
import type { Deps } from "./deps.ts";

const mostPerPage = 200;

/** Throws AppError bad-input for a `before` that is none of ours. */
export async function journalGet(deps: Deps, input: Input<"journal.get">): Promise<JournalView> {
  await drainOutbox(deps);
  const limit = Math.min(mostPerPage, Math.max(1, Math.floor(input.limit)));
  const after = input.before === null ? null : placeOf(input.before);
  const terms = fold(input.search)
    .split(" ")
    .filter((term) => term !== "");
  const names = new Map((await deps.store.priorities.all()).map(({ id, name }) => [id, name]));
  const { found, total } =
    terms.length === 0 ? await newest(deps, after, limit) : await searched(deps, terms, after, limit);
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return {
    entries: entries.map((reflection) => ({
      reflection,
      priorityName: reflection.priorityId === null ? null : (names.get(reflection.priorityId) ?? null),
    })),
    total,
    nextBefore: found.length > limit && last !== undefined ? `${last.answeredAtMs}~${last.id}` : null,
  };
}

interface Place {
  answeredAtMs: number;
  id: string;
}

/** One more than asked for tells whether there is more. */
interface Found {
  found: Reflection[];
  total: number;
}

async function newest(deps: Deps, after: Place | null, limit: number): Promise<Found> {
  const { reflections } = deps.store;
  const total = await reflections.count("answered", {});
  if (after === null)
    return {
      total,
      found: ordered(await reflections.where("answered", { backwards: true, limit: limit + 1 })),
    };
  // Answers of the same millisecond are told apart by id; they are read whole, being few.
  const [same, older] = await Promise.all([
    reflections.where("answered", { is: after.answeredAtMs }),
    reflections.where("answered", { to: after.answeredAtMs, backwards: true, limit: limit + 1 }),
  ]);
  return {
    total,
    found: ordered([...same, ...older])
      .filter((one) => isAfter(one, after))
      .slice(0, limit + 1),
  };
}

async function searched(deps: Deps, terms: string[], after: Place | null, limit: number): Promise<Found> {
  const all = await deps.store.reflections.all();
  const hits = all.filter((reflection) => {
    const text = fold(textOf(reflection));
    return terms.every((term) => text.includes(term));
  });
  const rest = after === null ? hits : hits.filter((one) => isAfter(one, after));
  return { total: hits.length, found: ordered(rest).slice(0, limit + 1) };
}

function textOf({ event, nextTime, surprised, decisionTaken, whoNoticed }: Reflection): string {
  return [event.title, surprised, decisionTaken, nextTime, whoNoticed].join("\n");
}

function ordered(reflections: readonly Reflection[]): Reflection[] {
  return reflections.toSorted((a, b) => b.answeredAtMs - a.answeredAtMs || (a.id < b.id ? 1 : -1));
}

function isAfter(reflection: Reflection, place: Place): boolean {
  if (reflection.answeredAtMs !== place.answeredAtMs) return reflection.answeredAtMs < place.answeredAtMs;
  return reflection.id < place.id;
}

function placeOf(before: string): Place {
  const [, answeredAt, id] = /^(-?\d+(?:\.\d+)?)~(.+)$/s.exec(before) ?? [];
  if (answeredAt === undefined || id === undefined)
    throw new AppError("bad-input", { params: { field: "before" } });
  return { answeredAtMs: Number(answeredAt), id };
}
