/**
 * The week of a fictional executive, made from the real now: at any hour and on any weekday one event has ended
 * within two hours, one is running and one is ahead. Deterministic for one `nowMs` and `seed`. Used by the tests, by
 * `npm start`, the gallery and the screenshots. People, companies and addresses are invented.
 * Must never depend on product code: it is the input the product is judged by.
 */
import { addDays, at, businessDay, dayStart, floorTo, mondayOf } from "./local-days.ts";
import { googleId, pick, randomFrom } from "./seeded-names.ts";

export interface SeededPerson {
  name: string;
  email: string;
}

export interface SeededEvent {
  /** Short name for tests, unique in the week. */
  uid: string;
  /** The id Google would give the event (for a series: of the series). Its UID in a file is `<googleId>@google.com`. */
  googleId: string;
  title: string;
  /** ms since the epoch; of the occurrence nearest to now when the event repeats. */
  startMs: number;
  /** ms since the epoch, exclusive. */
  endMs: number;
  allDay: boolean;
  location: string;
  description: string;
  organizer: SeededPerson | null;
  attendees: SeededPerson[];
  calendar: "me" | "team" | "home" | "holidays";
  answer: "accepted" | "declined" | "tentative";
  availability: "busy" | "free" | "tentative" | "oof";
  private: boolean;
  /** Repeats every so many weeks; 0 for a single event. */
  everyWeeks: 0 | 1 | 2;
  /** Starts of occurrences that were taken out, ms. */
  without: number[];
  /** What a fair reader of this calendar expects. */
  expect: "high-stakes" | "coaching" | "ordinary";
}

export interface SeededWeek {
  nowMs: number;
  owner: SeededPerson;
  coach: SeededPerson;
  events: SeededEvent[];
  /** High-stakes, ended 35 to 40 minutes before now. */
  ended: SeededEvent;
  /** Ordinary, began 20 to 25 minutes before now, ends 35 to 40 after. */
  running: SeededEvent;
  /** High-stakes, starts 50 to 55 minutes after now. */
  ahead: SeededEvent;
  /** The next coaching session, on the next working day. */
  session: SeededEvent;
}

export const minute = 60_000;
export const hour = 60 * minute;
/** How many weeks before and after its own a repeating event runs. */
export const weeksBefore = 6;
export const weeksAfter = 10;

const owner: SeededPerson = { name: "Dana Whitfield", email: "dana.whitfield@example.com" };
const people = {
  chair: { name: "Graham Cole", email: "graham.cole@example.net" },
  audit: { name: "Olga Bielska", email: "olga.bielska@example.org" },
  coach: { name: "Sofia Brandt", email: "sofia.brandt@coaching.example" },
  finance: { name: "Luis Tamayo", email: "luis.tamayo@example.com" },
  people: { name: "Amina Haddad", email: "amina.haddad@example.com" },
  product: { name: "Maya Okafor", email: "maya.okafor@example.com" },
  engineering: { name: "Jun Watanabe", email: "jun.watanabe@example.com" },
  strategy: { name: "Henrik Kjær", email: "henrik.kjaer@example.com" },
  staff: { name: "Ned Ashby", email: "ned.ashby@example.com" },
} as const satisfies Record<string, SeededPerson>;
const team: SeededPerson[] = [people.finance, people.people, people.product, people.engineering];

type Facts = Partial<SeededEvent> & Pick<SeededEvent, "uid" | "title" | "startMs" | "endMs">;

/**
 * The week around `nowMs`. Days, hours and wording of the events beside the four named ones vary with `seed`.
 */
export function seededWeek({ nowMs = Date.now(), seed = 1 } = {}): SeededWeek {
  const random = randomFrom(`week/${seed}`);
  const make = (facts: Facts): SeededEvent => ({ ...plain, googleId: googleId(facts.uid, seed), ...facts });
  const ended = make(endedMeeting(nowMs));
  const running = make(runningMeeting(nowMs));
  const ahead = make(meetingAhead(nowMs));
  const session = make(coachingSession(nowMs));
  const rest = [
    ...comingDecisions(nowMs, random),
    ...routine(nowMs, random),
    ...personal(nowMs),
    ...wholeDays(nowMs),
  ].map(make);
  const clear = rest.map((event) => withoutOverlap(event, nowMs));
  return {
    nowMs,
    owner,
    coach: people.coach,
    events: [ended, running, ahead, session, ...clear].toSorted((a, b) => a.startMs - b.startMs),
    ended,
    running,
    ahead,
    session,
  };
}

const plain: Omit<SeededEvent, "uid" | "title" | "startMs" | "endMs" | "googleId"> = {
  allDay: false,
  location: "",
  description: "",
  organizer: null,
  attendees: [],
  calendar: "me",
  answer: "accepted",
  availability: "busy",
  private: false,
  everyWeeks: 0,
  without: [],
  expect: "ordinary",
};

function endedMeeting(nowMs: number): Facts {
  const endMs = floorTo(nowMs, 5 * minute) - 35 * minute;
  return {
    uid: "board",
    title: "Board meeting: quarterly review",
    startMs: endMs - hour,
    endMs,
    location: "Boardroom 12A",
    description: "Decisions needed: dividend, chief financial officer, audit plan.",
    organizer: people.chair,
    attendees: [people.chair, people.audit, people.finance, people.people],
    expect: "high-stakes",
  };
}

function runningMeeting(nowMs: number): Facts {
  const startMs = floorTo(nowMs, 5 * minute) - 20 * minute;
  return {
    uid: "one-on-one-maya",
    title: "1:1 Maya",
    startMs,
    endMs: startMs + hour,
    organizer: people.product,
    attendees: [people.product],
  };
}

function meetingAhead(nowMs: number): Facts {
  const startMs = floorTo(nowMs, 5 * minute) + 55 * minute;
  return {
    uid: "acquisition",
    title: "Acquisition decision: Project Heron",
    startMs,
    endMs: startMs + hour,
    location: "Room 1",
    description: "Go or no go. Offer letter attached; the exclusivity ends on Friday.",
    organizer: people.strategy,
    attendees: [people.strategy, people.finance, people.chair],
    expect: "high-stakes",
  };
}

function coachingSession(nowMs: number): Facts {
  const day = businessDay(nowMs, 1);
  return {
    uid: "coaching",
    title: `Coaching with ${people.coach.name.split(" ")[0]}`,
    startMs: at(day, 8, 30),
    endMs: at(day, 9, 30),
    location: "Quiet room",
    organizer: people.coach,
    attendees: [people.coach],
    everyWeeks: 2,
    expect: "coaching",
  };
}

function comingDecisions(nowMs: number, random: () => number): Facts[] {
  const [talent, capital, regulator] = [businessDay(nowMs, 2), businessDay(nowMs, 3), businessDay(nowMs, 4)];
  const past = businessDay(addDays(nowMs, -3), 0);
  const from = pick(random, [9, 10, 11]);
  return [
    {
      uid: "succession",
      title: "Succession decision: chief operating officer",
      startMs: at(talent, from, 0),
      endMs: at(talent, from + 1, 30),
      organizer: people.people,
      attendees: [people.people, people.chair],
      private: true,
      expect: "high-stakes",
    },
    {
      uid: "capital",
      title: pick(random, [
        "Capital allocation 2027: decision",
        "Capital allocation: approval of the envelope",
      ]),
      startMs: at(capital, 13, 0),
      endMs: at(capital, 15, 0),
      location: "Boardroom 12A",
      description: "Envelope 240m. Options A, B and C.",
      organizer: people.finance,
      attendees: [people.finance, people.product, people.strategy],
      expect: "high-stakes",
    },
    {
      uid: "regulator",
      title: "Regulator: capital adequacy hearing",
      startMs: at(regulator, 14, 0),
      endMs: at(regulator, 15, 30),
      organizer: people.audit,
      attendees: [people.audit, people.finance],
      expect: "high-stakes",
    },
    {
      uid: "investors",
      title: "Investor call: half-year results",
      startMs: at(past, 16, 0),
      endMs: at(past, 17, 0),
      organizer: people.staff,
      attendees: [people.staff, people.finance],
      expect: "high-stakes",
    },
  ];
}

function routine(nowMs: number, random: () => number): Facts[] {
  const monday = mondayOf(nowMs);
  const weekly = (day: number, from: [number, number], minutes: number) => {
    const startMs = at(addDays(monday, day), ...from);
    return { startMs, endMs: startMs + minutes * minute, everyWeeks: 1 as const };
  };
  return [
    {
      uid: "standup",
      title: "Leadership standup",
      ...weekly(0, [9, 45], 15),
      organizer: people.staff,
      attendees: team,
      calendar: "team",
    },
    {
      uid: "staff",
      title: pick(random, ["Executive staff weekly", "Staff weekly"]),
      ...weekly(1, [10, 0], 90),
      organizer: people.staff,
      attendees: [...team, people.staff],
    },
    {
      uid: "one-on-one-jun",
      title: "1:1 Jun / Dana",
      ...weekly(2, [9, 0], 30),
      organizer: people.engineering,
      attendees: [people.engineering],
    },
    { uid: "focus", title: "Focus block", ...weekly(3, [8, 0], 90) },
    {
      uid: "vendor",
      title: "Vendor demo (optional)",
      ...weekly(4, [14, 0], 60),
      organizer: people.strategy,
      attendees: [people.strategy],
      answer: "declined",
    },
  ];
}

function personal(nowMs: number): Facts[] {
  const [tomorrow, dayAfter] = [addDays(dayStart(nowMs), 1), addDays(dayStart(nowMs), 2)];
  return [
    {
      uid: "dentist",
      title: "Dentist",
      startMs: at(tomorrow, 12, 0),
      endMs: at(tomorrow, 12, 45),
      private: true,
    },
    {
      uid: "dinner",
      title: "Family dinner",
      startMs: at(dayAfter, 19, 0),
      endMs: at(dayAfter, 20, 30),
      calendar: "home",
    },
  ];
}

function wholeDays(nowMs: number): Facts[] {
  const today = dayStart(nowMs);
  const offsite = businessDay(nowMs, 5);
  return [
    {
      uid: "birthday",
      title: "Amina’s birthday",
      startMs: today,
      endMs: addDays(today, 1),
      allDay: true,
      calendar: "home",
      availability: "free",
    },
    {
      uid: "travel",
      title: "Travel to Vienna",
      startMs: offsite,
      endMs: addDays(offsite, 2),
      allDay: true,
      availability: "oof",
    },
  ];
}

/** Takes out the occurrence that would overlap the three events around now, so that they stand alone. */
function withoutOverlap(event: SeededEvent, nowMs: number): SeededEvent {
  if (event.everyWeeks === 0 || event.allDay) return event;
  const overlaps = event.startMs < nowMs + 3 * hour && event.endMs > nowMs - 3 * hour;
  return overlaps ? { ...event, without: [event.startMs] } : event;
}
