/**
 * The additive model: every find, combination and circumstance adds to one sum. Owns how contributions of one factor
 * combine (the strongest counts whole, further ones in part) and that a description never outweighs a title.
 */
import { stakeConcept } from "./concepts.ts";
import type { Concept } from "./concepts.ts";
import { combine } from "./combinations/index.ts";
import type { Contribution } from "./contribution.ts";
import type { Find } from "./matcher.ts";
import type { Reading } from "./reading.ts";
import { roomContributions } from "./room.ts";

const laterShare = 0.4;
const describedShare = 0.35;
const describedShareWithoutTitle = 0.85;
const describedMost = 1.5;
const describedMostWithoutTitle = 3;
/** A title that flags by itself is not talked down by what its description happens to mention. */
const flaggingAlone = 2;

/** All contributions of an event, reduced within their factor, largest first. */
export function stakesContributions(reading: Reading): Contribution[] {
  const focused = reading.unknownWords <= 1;
  const titled = reading.title.finds.flatMap((find) =>
    fromFind(find, "title", 1, focused, reading.owner.political),
  );
  const share = reading.contentless ? describedShareWithoutTitle : describedShare;
  const told = reading.description.finds.flatMap((find) =>
    fromFind(find, "description", share, false, reading.owner.political),
  );
  const topicInTitle = titled.some((one) => one.value >= flaggingAlone);
  const described = capped(
    told.filter((one) => one.code !== "ownPart" && !(topicInTitle && one.value < 0)),
    reading.contentless ? describedMostWithoutTitle : describedMost,
  );
  const combined = combine(reading).map((one): Contribution => ({
    ...one,
    vote: one.domain === null ? 0 : 1,
    params: { words: one.evidence?.text ?? "" },
    at: null,
  }));
  const topical = reduced([...onePerConcept([...titled, ...described]), ...combined]);
  return [...topical, ...roomContributions(reading, topical)].toSorted(
    (a, b) => Math.abs(b.value) - Math.abs(a.value),
  );
}

function fromFind(
  find: Find,
  field: "title" | "description",
  share: number,
  focused: boolean,
  political: boolean,
): Contribution[] {
  const concept: Concept | null = stakeConcept(find.concept);
  if (concept === null) return [];
  const value = (concept.weight + (focused ? (concept.focus ?? 0) : 0)) * share * find.strength;
  return [
    {
      factor: concept.factor,
      code: find.concept,
      value,
      // Wage talks are a company's people matter and a minister's policy.
      domain: political && find.concept === "labour" ? "strategic-execution" : (concept.domain ?? null),
      vote: concept.vote ?? 1,
      evidence: { field, text: find.text },
      params: { words: find.text },
      at: field === "title" ? find.start : null,
    },
  ];
}

/** The same concept counts once, where it is strongest. */
function onePerConcept(list: Contribution[]): Contribution[] {
  const best = new Map<string, Contribution>();
  for (const one of list) {
    const before = best.get(one.code);
    if (before === undefined || Math.abs(one.value) > Math.abs(before.value)) best.set(one.code, one);
  }
  return [...best.values()];
}

/** Within a factor and a sign: the strongest whole, every further one in part, at most three. */
function reduced(list: Contribution[]): Contribution[] {
  const seen = new Map<string, number>();
  return list
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .flatMap((one) => {
      const key = one.factor + Math.sign(one.value);
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      if (before > 2) return [];
      return [before === 0 ? one : { ...one, value: one.value * laterShare ** before }];
    });
}

function capped(list: Contribution[], most: number): Contribution[] {
  const total = list.reduce((sum, one) => sum + Math.max(0, one.value), 0);
  if (total <= most) return list;
  return list.map((one) => (one.value > 0 ? { ...one, value: (one.value * most) / total } : one));
}
