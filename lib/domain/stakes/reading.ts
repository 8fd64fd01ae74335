/**
 * An event as the rules read it: what its title, description and people say, as finds of concepts. Owns how much of a
 * text is looked at and which is the title's beginning. Must never judge.
 */
import type { AssessmentContext } from "../assessment.ts";
import type { AssessmentInput } from "./input.ts";
import type { ConceptId } from "./concepts.ts";
import { findTerms } from "./matcher.ts";
import type { Find, LanguageTest } from "./matcher.ts";
import { readOwner } from "./owner.ts";
import type { Owner } from "./owner.ts";
import { readPeople } from "./people.ts";
import type { PeopleReading } from "./people.ts";
import { readPace } from "./series.ts";
import type { Pace } from "./series.ts";
import { termFiles } from "./terms/index.ts";
import type { Language } from "./terms/term-file.ts";
import { cleanText, tokens } from "./text.ts";
import type { Token } from "./text.ts";

const titleChars = 300;
const descriptionChars = 600;
const locationChars = 120;

export interface FieldReading {
  text: string;
  tokens: Token[];
  finds: Find[];
}

export interface Reading {
  title: FieldReading;
  description: FieldReading;
  location: FieldReading;
  /** Words of the title that no term covers, generic ones apart. */
  unknownWords: number;
  /** The title names no topic ("mtg", a bare name). */
  contentless: boolean;
  people: PeopleReading;
  owner: Owner;
  pace: Pace;
  /** `null` when the end is not known. */
  hours: number | null;
  allDay: boolean;
}

/** What calendars put before a title when they send it again; tells nothing about the event. */
const resent =
  /^\s*(?:(?:updated?|re-?scheduled?|fwd?|re|aw|wg|tr|rv|copy|invitation|accepted|tentative|new time|time change|aktualisiert|verplaatst|mis à jour|actualizado)\s*[:\-–]\s*)+/i;

/** Reads an event. Never throws, whatever its texts hold. */
export function readEvent(event: AssessmentInput, context: AssessmentContext): Reading {
  const titleText = cleanText(event.title, titleChars).replace(resent, "");
  const descriptionText = withoutConferenceLines(cleanText(event.description, descriptionChars * 3)).slice(
    0,
    descriptionChars,
  );
  const locationText = cleanText(event.location, locationChars);
  const title = tokens(titleText);
  const description = tokens(descriptionText);
  const location = tokens(locationText);
  const fits = languageTest([...title, ...description.slice(0, 60)]);
  const titleFinds = findTerms(title, fits);
  const unknownWords = countUnknown(title, titleFinds);
  return {
    title: { text: titleText, tokens: title, finds: titleFinds },
    description: { text: descriptionText, tokens: description, finds: findTerms(description, fits) },
    location: { text: locationText, tokens: location, finds: findTerms(location, fits) },
    unknownWords,
    contentless:
      titleFinds.every((find) => find.concept === "generic" || find.concept === "outsideMark") &&
      unknownWords <= 3,
    people: readPeople(event, context, titleText, descriptionText),
    owner: readOwner(context.ownerRole),
    pace: readPace(event.recurrence),
    hours: hoursOf(event),
    allDay: event.timing?.kind === "all-day",
  };
}

/** The finds of a field for one concept. */
export function findsOf(field: FieldReading, ...concepts: ConceptId[]): Find[] {
  return field.finds.filter((find) => concepts.includes(find.concept));
}

export function says(field: FieldReading, ...concepts: ConceptId[]): boolean {
  return field.finds.some((find) => concepts.includes(find.concept));
}

/** Dial-in blocks and links come in every invitation and say nothing. */
function withoutConferenceLines(text: string): string {
  if (text === "") return text;
  return text
    .split(/\n/)
    .filter(
      (line) =>
        !/https?:|webex|zoom|dial|passcode|access code|meeting (?:id|number)|host key|toll|one tap|join by phone|teams meeting/i.test(
          line,
        ),
    )
    .join("\n");
}

function countUnknown(list: Token[], finds: Find[]): number {
  const covered = new Set<number>();
  for (const find of finds) for (let index = find.start; index < find.end; index++) covered.add(index);
  let unknown = 0;
  list.forEach((token, index) => {
    if (covered.has(index) || /^\d+$/.test(token.fold) || token.fold.length < 2) return;
    unknown += 1;
  });
  return unknown;
}

let smallWords: Map<string, Language[]> | null = null;

/** Which languages the small words allow; without any small word, all. */
function languageTest(list: Token[]): LanguageTest {
  smallWords ??= collectSmallWords();
  const votes = new Map<Language, number>();
  for (const token of list) {
    for (const language of smallWords.get(token.fold) ?? [])
      votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  // One small word is no proof: "na", "de" and "in" belong to several languages.
  return (language, degree) => {
    const own = votes.get(language) ?? 0;
    return degree === "shown" ? own > 0 && own >= most - 1 : own >= most - 1;
  };
}

function collectSmallWords(): Map<string, Language[]> {
  const words = new Map<string, Language[]>();
  for (const file of termFiles) {
    for (const { fold } of tokens(file.smallWords))
      words.set(fold, [...(words.get(fold) ?? []), file.language]);
  }
  return words;
}

function hoursOf(event: AssessmentInput): number | null {
  const timing = event.timing;
  if (timing === null || timing.endMs === null) return null;
  const hours = (timing.endMs - timing.startMs) / 3_600_000;
  return Number.isFinite(hours) && hours >= 0 ? hours : null;
}
