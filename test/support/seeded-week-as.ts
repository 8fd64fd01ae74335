/** The seeded week in the two forms the product can read it: the look-alike page's events file, and a calendar file. */
import { dayDifference, mondayOf, weekday } from "./local-days.ts";
import { weeksAfter, weeksBefore } from "./seeded-week.ts";
import type { SeededEvent, SeededPerson, SeededWeek } from "./seeded-week.ts";

const calendars = {
  me: { name: "Dana Whitfield", address: "dana.whitfield@example.com", color: "#039be5" },
  team: {
    name: "Leadership",
    address: "c_188seeded0leadership0team0@group.calendar.google.com",
    color: "#0b8043",
  },
  home: { name: "Home", address: "whitfield.home@gmail.com", color: "#f09300" },
  holidays: {
    name: "Holidays",
    address: "seeded.holidays#holiday@group.v.calendar.google.com",
    color: "#8e24aa",
  },
} as const;

/** The look-alike page's own form (test/host-pages/README.md): days are counted from the Monday of the week of now. */
export function asPageEvents(week: SeededWeek): unknown {
  return {
    version: 1,
    me: week.owner,
    calendars: Object.entries(calendars).map(([id, { name, address, color }]) => ({
      id,
      name,
      gid: address,
      color,
      ...(id === "me" ? { primary: true } : {}),
    })),
    events: week.events.map((event) => pageEvent(event, mondayOf(week.nowMs))),
  };
}

function pageEvent(event: SeededEvent, monday: number): unknown {
  const dayOfRun = dayDifference(monday, event.startMs);
  const weekNumber = Math.floor(dayOfRun / 7);
  const days = dayDifference(event.startMs, event.endMs);
  return {
    uid: event.uid,
    gid: event.googleId,
    title: event.title,
    cal: event.calendar,
    ...(event.everyWeeks === 0
      ? { week: weekNumber, day: dayOfRun - weekNumber * 7 }
      : repeat(event, monday)),
    ...(event.allDay
      ? { allDay: true, days }
      : { start: clockTime(event.startMs), end: clockTime(event.endMs), endDay: days }),
    ...(event.location === "" ? {} : { location: event.location }),
    ...(event.description === "" ? {} : { desc: event.description }),
    ...(event.organizer === null ? {} : { organizer: event.organizer.name, rsvp: event.answer }),
    ...(event.attendees.length === 0
      ? {}
      : { attendees: event.attendees.map((person) => ({ ...person, rsvp: "accepted" })) }),
    ...(event.private ? { private: true } : {}),
    show: event.availability,
  };
}

function repeat(event: SeededEvent, monday: number): object {
  const weekNumber = Math.floor(dayDifference(monday, event.startMs) / 7);
  return {
    recur: {
      days: [weekday(event.startMs)],
      weeks: [weekNumber - weeksBefore, weekNumber + weeksAfter],
      every: event.everyWeeks,
    },
    exceptions: event.without.map((startMs) => ({
      week: Math.floor(dayDifference(monday, startMs) / 7),
      day: weekday(startMs),
      cancelled: true,
    })),
  };
}

function clockTime(ms: number): string {
  const time = new Date(ms);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The same week as a calendar file (RFC 5545), in the zone of the process. */
export function asIcs(week: SeededWeek): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Throughline//Seeded week//EN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(week.owner.name)}`,
    ...week.events.flatMap((event) => icsEvent(event, week)),
    "END:VCALENDAR",
  ];
  return `${lines.flatMap(folded).join("\r\n")}\r\n`;
}

function icsEvent(event: SeededEvent, week: SeededWeek): string[] {
  const first = event.everyWeeks === 0 ? 0 : -weeksBefore * 7;
  const count = Math.floor((weeksBefore + weeksAfter) / (event.everyWeeks || 1)) + 1;
  return [
    "BEGIN:VEVENT",
    `UID:${event.googleId}@google.com`,
    `DTSTAMP:${utcForm(week.nowMs)}`,
    `DTSTART${icsTime(event, event.startMs, first)}`,
    `DTEND${icsTime(event, event.endMs, first)}`,
    ...(event.everyWeeks === 0 ? [] : [`RRULE:FREQ=WEEKLY;INTERVAL=${event.everyWeeks};COUNT=${count}`]),
    ...event.without.map((startMs) => `EXDATE${icsTime(event, startMs, 0)}`),
    `SUMMARY:${escaped(event.title)}`,
    ...(event.location === "" ? [] : [`LOCATION:${escaped(event.location)}`]),
    ...(event.description === "" ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    ...(event.organizer === null
      ? []
      : [`ORGANIZER;CN="${event.organizer.name}":mailto:${event.organizer.email}`]),
    ...invited(event, week.owner).map(
      ({ person, answer }) =>
        `ATTENDEE;CN="${person.name}";PARTSTAT=${answer.toUpperCase()}:mailto:${person.email}`,
    ),
    `CLASS:${event.private ? "PRIVATE" : "PUBLIC"}`,
    `TRANSP:${event.availability === "free" ? "TRANSPARENT" : "OPAQUE"}`,
    "STATUS:CONFIRMED",
    "END:VEVENT",
  ];
}

function invited(event: SeededEvent, owner: SeededPerson): { person: SeededPerson; answer: string }[] {
  if (event.attendees.length === 0) return [];
  return [
    { person: owner, answer: event.answer },
    ...event.attendees.map((person) => ({ person, answer: "accepted" })),
  ];
}

/** Parameters and value of a time property, moved by whole days of the wall clock. */
function icsTime(event: SeededEvent, ms: number, days: number): string {
  const time = new Date(ms);
  // Not by 0 days: in the hour that comes twice that would move the time to its first coming.
  if (days !== 0) time.setDate(time.getDate() + days);
  const date = `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}`;
  if (event.allDay) return `;VALUE=DATE:${date}`;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (event.everyWeeks === 0 || zone === "UTC") return `:${utcForm(time.getTime())}`;
  return `;TZID=${zone}:${date}T${two(time.getHours())}${two(time.getMinutes())}00`;
}

function utcForm(ms: number): string {
  return `${new Date(ms).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
}

const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll("\n", String.raw`\n`);
const two = (value: number) => String(value).padStart(2, "0");

/** Lines of at most 75 octets; what follows starts with a space. */
function folded(line: string): string[] {
  const out: string[] = [];
  let part = "";
  for (const char of line) {
    if (Buffer.byteLength(part + char) > 74) {
      out.push(part);
      part = " ";
    }
    part += char;
  }
  return [...out, part];
}
