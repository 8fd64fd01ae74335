/**
 * Who organises and who is invited. Owns the words of PARTSTAT and which attendees are no people; must never keep more
 * of a colleague than name, address and answer.
 */
import type { RawEvent } from "./collect.ts";
import type { OwnAnswer, Person } from "../../domain/event.ts";
import { firstText, param, parseProperty } from "./property.ts";
import type { Property } from "./property.ts";
import { propertiesOf, propertyOf } from "./times.ts";

export interface People {
  organizer: Person | null;
  /** `null` when the file names nobody: many exports leave attendees out. */
  attendees: Person[] | null;
  attendeeCount: number | null;
  answer: OwnAnswer;
}

const mostAttendees = 2_000;

const answersByPartstat: Readonly<Record<string, OwnAnswer>> = {
  accepted: "accepted",
  declined: "declined",
  tentative: "tentative",
  "needs-action": "needs-action",
  // Somebody else goes in their place.
  delegated: "declined",
};

/** People of an event. `own` holds the person's addresses in lower case; without a match the answer is unknown. */
export function readPeople(raw: RawEvent, own: ReadonlySet<string>): People {
  const organizer = readOrganizer(raw, own);
  const invited = propertiesOf(raw, "ATTENDEE")
    .map(({ text }) => parseProperty(text))
    .filter((property) => property !== null)
    .filter((property) => isPerson(property));
  const attendees = invited.slice(0, mostAttendees).map((property) => readPerson(property, own));
  const self = attendees.find((person) => person.self);
  return {
    organizer,
    attendees: attendees.length === 0 ? null : attendees,
    attendeeCount: attendees.length === 0 ? null : invited.length + guestsOf(invited),
    answer: organizer?.self === true ? "organizer" : (self?.answer ?? "unknown"),
  };
}

function readOrganizer(raw: RawEvent, own: ReadonlySet<string>): Person | null {
  const line = propertyOf(raw, "ORGANIZER");
  const property = line === undefined ? null : parseProperty(line.text);
  if (property === null) return null;
  const person = readPerson(property, own);
  return person.name === null && person.email === null ? null : { ...person, answer: "organizer" };
}

/** Rooms, devices and other resources are invited, but they are not people. */
function isPerson(property: Property): boolean {
  const type = (param(property, "cutype") ?? "INDIVIDUAL").toUpperCase();
  return type !== "ROOM" && type !== "RESOURCE";
}

function readPerson(property: Property, own: ReadonlySet<string>): Person {
  const email = readAddress(property);
  const name = param(property, "cn")?.trim().slice(0, 300) ?? "";
  const partstat = (param(property, "partstat") ?? "needs-action").toLowerCase();
  return {
    // Google writes the address where it knows no name.
    name: name === "" || name.toLowerCase() === email?.toLowerCase() ? null : name,
    email,
    answer: Object.hasOwn(answersByPartstat, partstat)
      ? (answersByPartstat[partstat] ?? "unknown")
      : "unknown",
    self: email !== null && own.has(email.toLowerCase()),
  };
}

function readAddress(property: Property): string | null {
  const value = firstText(property);
  const address = /mailto:\s*([^\s]+@[^\s]+)/i.exec(value)?.[1] ?? param(property, "email") ?? value;
  return /^[^\s@:]+@[^\s@]+$/.test(address) && address.length <= 320 ? address : null;
}

/** Further guests people said they would bring. */
function guestsOf(invited: Property[]): number {
  return invited.reduce((sum, property) => {
    const guests = Number(param(property, "x-num-guests") ?? 0);
    return sum + (Number.isInteger(guests) && guests > 0 && guests <= 1_000 ? guests : 0);
  }, 0);
}
