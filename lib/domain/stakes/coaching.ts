/** Is it a coaching session? Owns that one question. Sports, buses, training and the coaching of reports are not. */
import { coachingConcepts } from "./concepts.ts";
import type { CoachingConcept } from "./concepts.ts";
import type { Contribution } from "./contribution.ts";
import { says } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** From here on an entry is a coaching session. */
export const coachingThreshold = 2.4;

/** "Coaching Javier on the deck": the owner coaches somebody. */
const coachesSomebody =
  /\bcoach(?:ing)?\s+(?!mit\b|avec\b|with\b)[\p{L}.]+(?:\s[\p{L}.]+)?\s+(?:on|for|through|about|re|sur|zu|bei|sobre|over)\b/iu;
/** Six of seven sessions ("Coaching 3/6"). */
const numbered = /[(#\s]\d{1,2}\s?(?:\/|of|von|de|van|di)\s?\d{1,2}\)?/;

/** What a coaching session is not, even where the word stands in the title. */
const spoilers = [
  "training",
  "webinar",
  "junior",
  "demo",
  "paperwork",
  "ceremony",
  "workingGroup",
  "conference",
  "interview",
] as const;

/** Contributions for and against a coaching session; their sum decides. */
export function coachingContributions(reading: Reading): Contribution[] {
  const list: Contribution[] = [];
  const add = (
    code: string,
    value: number,
    field: "title" | "description" | "people" | "series",
    words: string,
  ) =>
    list.push({
      factor: "attendees",
      code,
      value,
      domain: null,
      vote: 0,
      evidence: { field, text: words },
      params: { words },
      at: null,
    });

  const inTitle = coachFinds(reading.title.finds);
  const forIt = inTitle.filter((find) => find.weight > 0).toSorted((a, b) => b.weight - a.weight);
  const against = inTitle.filter((find) => find.weight < 0).toSorted((a, b) => a.weight - b.weight);
  const [best, second] = forIt;
  if (best !== undefined) add("coaching.words", best.weight, "title", best.text);
  if (second !== undefined) add("coaching.words", second.weight * 0.4, "title", second.text);
  const coach = reading.people.known.find((person) => person.relation === "coach");
  if (coach !== undefined) add("coaching.person", 4, "people", coach.name);
  else if (reading.people.coachAddress !== null)
    add("coaching.address", 3, "people", reading.people.coachAddress);
  if (list.length === 0) {
    const told = coachFinds(reading.description.finds).find((find) => find.weight >= 3);
    if (told !== undefined)
      add("coaching.words", told.weight * (reading.contentless ? 0.7 : 0.4), "description", told.text);
  }
  if (list.length === 0) return list;

  for (const find of against.slice(0, 2)) add("coaching.not", find.weight, "title", find.text);
  for (const find of coachFinds(reading.location.finds)) {
    if (find.weight <= -6) add("coaching.not", find.weight, "title", find.text);
  }
  circumstances(reading, add);
  return list;
}

function circumstances(
  reading: Reading,
  add: (code: string, value: number, field: "title" | "series" | "people", words: string) => void,
): void {
  const title = reading.title;
  if (coachesSomebody.test(title.text)) add("coaching.not", -3, "title", title.text);
  const spoiling = says(title, "peerCircle")
    ? spoilers.filter((concept) => concept !== "conference")
    : spoilers;
  if (says(title, ...spoiling)) add("coaching.not", -2, "title", title.text);
  if (says(title, "paperwork", "webinar", "training")) add("coaching.not", -2, "title", title.text);
  const small = reading.people.count !== null && reading.people.count <= 3;
  if (small) add("coaching.small", 0.3, "people", String(reading.people.count));
  if ((reading.people.count ?? 0) > 15) add("coaching.not", -2.5, "people", String(reading.people.count));
  if (reading.pace === "fortnightly" || reading.pace === "monthly")
    add("coaching.pace", 0.3, "series", reading.pace);
  if (numbered.test(title.text)) add("coaching.numbered", 0.3, "title", title.text);
}

function coachFinds(finds: Reading["title"]["finds"]): { weight: number; text: string }[] {
  return finds.flatMap((find) =>
    find.concept in coachingConcepts
      ? [{ weight: coachingConcepts[find.concept as CoachingConcept] * find.strength, text: find.text }]
      : [],
  );
}
