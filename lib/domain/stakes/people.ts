/**
 * Who is in the room, as far as the event tells: how many, known people, people from outside, a coach's address.
 * Must never keep names beyond the reading.
 */
import type { AssessmentContext, KnownPerson } from "../assessment.ts";
import type { AssessmentInput } from "./input.ts";
import { cleanText, tokens } from "./text.ts";

const peopleLookedAt = 200;

export interface PeopleReading {
  /** Number invited, `null` when not known. */
  count: number | null;
  known: KnownPerson[];
  /** People with addresses outside the own domains; 0 when the own domains are not known. */
  outside: number;
  /** Address of somebody whose mail domain names coaching, `null` when there is none. */
  coachAddress: string | null;
}

export function readPeople(
  event: AssessmentInput,
  context: AssessmentContext,
  title: string,
  description: string,
): PeopleReading {
  const listed = (event.attendees ?? []).slice(0, peopleLookedAt);
  const all = event.organizer === null ? listed : [event.organizer, ...listed];
  const addresses = all.flatMap((person) =>
    person.email === null ? [] : [cleanText(person.email, 200).toLowerCase()],
  );
  const names = new Set(all.map((person) => nameKey(person.name)));
  const words = context.people.length === 0 ? "" : ` ${nameKey(title)} ${nameKey(description)} `;
  const small = (event.attendeeCount ?? event.attendees?.length ?? 99) <= 3;
  const known = context.people.filter((person) => {
    if (person.email !== null && addresses.includes(person.email.toLowerCase())) return true;
    const name = nameKey(person.name);
    if (name === "") return false;
    if (names.has(name) || words.includes(` ${name} `)) return true;
    const firstName = name.split(" ")[0] ?? "";
    return person.relation === "coach" && small && firstName.length > 2 && words.includes(` ${firstName} `);
  });
  const own = context.ownDomains.map((domain) => domain.toLowerCase());
  return {
    count: event.attendeeCount ?? (listed.length > 0 ? listed.length : null),
    known,
    outside: own.length === 0 ? 0 : addresses.filter((address) => !own.includes(domainOf(address))).length,
    coachAddress: addresses.find((address) => namesCoaching(domainOf(address))) ?? null,
  };
}

function nameKey(name: string | null): string {
  return tokens(cleanText(name, 400))
    .map((token) => token.fold)
    .join(" ");
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** A coach's own domain ("fjordcoaching.no"), or a coaching platform's; not a team's or a bus company's. */
function namesCoaching(domain: string): boolean {
  if (/^(?:betterup|coachhub|sounding-?board|helloezra|ezra|torch|coachello|bravely)\./.test(domain))
    return true;
  return (
    /coach/.test(domain) && !/coaches|bus|tour|travel|sport|soccer|football|swim|tennis|fit/.test(domain)
  );
}
