import { describe, expect, test } from "vitest";
import { emptyContext } from "../assessment.ts";
import type { AssessmentContext, KnownPerson } from "../assessment.ts";
import { assess, flagThreshold, meetingKinds } from "./assess.ts";
import { eventTitled } from "./testing.ts";

const judge = (title: string, more = {}, context: AssessmentContext = emptyContext) =>
  assess(eventTitled(title, more), context);
const person = (relation: KnownPerson["relation"], name: string, email: string | null): KnownPerson => ({
  id: name,
  name,
  email,
  relation,
});

describe("terse titles alone", () => {
  test.each([
    ["BOD", "external-board-investor"],
    ["PRC", "talent-direction"],
    ["Comp Committee", "talent-direction"],
    ["ExCo", "executive-team-effectiveness"],
    ["Rating agency call", "external-board-investor"],
    ["Term sheet", "capital-allocation"],
    ["RIF", "talent-direction"],
    ["Ministerraad", "strategic-execution"],
    ["Kamerdebat", "external-board-investor"],
    ["Aufsichtsratssitzung", "external-board-investor"],
    ["取締役会", "external-board-investor"],
    ["董事会", "external-board-investor"],
    ["مجلس الإدارة", "external-board-investor"],
  ])("%s is high-stakes in %s", (title, domain) => {
    expect(judge(title)).toMatchObject({ label: "high-stakes", domain });
  });

  test.each(["mtg", "Bob", "1:1", "Staff mtg", "Weekly", "Lunch w/ Karen", "Meeting", ""])(
    "%j stays routine",
    (title) => {
      expect(judge(title)).toMatchObject({ label: "routine", domain: "none" });
    },
  );
});

describe("the order of the questions", () => {
  test("a cancelled board meeting needs nothing, by its status or by its title", () => {
    expect(judge("Board meeting", { status: "cancelled" })).toMatchObject({ label: "routine", stakes: 0.01 });
    expect(judge("CANCELED: Board meeting")).toMatchObject({ label: "routine", stakes: 0.01 });
  });

  test("a declined invitation needs nothing", () => {
    expect(judge("Board meeting", { answer: "declined" }).label).toBe("routine");
  });

  test("a rescheduled meeting is judged by its content", () => {
    expect(judge("Rescheduled: Board meeting").label).toBe("high-stakes");
    expect(judge("Updated: Audit Committee").label).toBe("high-stakes");
  });

  test("the way to a board meeting is logistics", () => {
    expect(judge("Flight to Board meeting").label).toBe("personal/logistics");
    expect(judge("Limo to FERC mtg").label).toBe("personal/logistics");
  });

  test("drinks after a board meeting are not the board meeting", () => {
    expect(judge("Cocktails following Board mtg").label).not.toBe("high-stakes");
    expect(judge("Dinner after board").label).not.toBe("high-stakes");
  });

  test("focus time, absence and birthdays never flag, whatever they are called", () => {
    for (const kind of ["focus-time", "out-of-office", "birthday", "working-location", "holiday"] as const) {
      expect(judge("Board strategy", { kind }).label).toBe("personal/logistics");
    }
  });

  test("training about something important is routine", () => {
    for (const title of [
      "Webinar: M&A in 2026",
      "Decision tree training",
      "Crisis communication e-learning",
    ]) {
      expect(judge(title).label).toBe("routine");
    }
  });
});

describe("coaching sessions", () => {
  test.each([
    "Coaching session",
    "Coaching w/ Maren",
    "Coachingtermin Hr. Brandt",
    "Séance de coaching",
    "コーチングセッション",
    "my coach",
  ])("%s is one", (title) => expect(judge(title).label).toBe("coaching"));

  test.each([
    "Swim coach – Elsa",
    "Coach bus to Denver",
    "Agile coach catch-up",
    "Coaching Javier on the bank deck",
    "Coaching skills training",
    "Coaching vendor invoices",
    "U10 soccer coaching",
  ])("%s is none", (title) => expect(judge(title).label).not.toBe("coaching"));

  test("the coach of the contract makes a bare name a session", () => {
    const context = { ...emptyContext, people: [person("coach", "Ingrid Dahl", "ingrid@example.org")] };
    const organizer = {
      name: "Ingrid Dahl",
      email: "ingrid@example.org",
      answer: "organizer",
      self: false,
    } as const;
    expect(judge("Ingrid", { organizer, attendeeCount: 2 }, context).label).toBe("coaching");
    expect(judge("Ingrid", { attendeeCount: 2 }, emptyContext).label).toBe("routine");
  });

  test("being a coaching session does not raise stakes", () => {
    expect(judge("Coaching session").stakes).toBeLessThan(flagThreshold);
  });
});

describe("people in the room", () => {
  const board = person("board", "Sofia Berg", "sofia@example.org");
  const attendees = [{ name: null, email: "SOFIA@example.org", answer: "accepted", self: false } as const];

  test("a known board member raises stakes and is said first or second", () => {
    const context = { ...emptyContext, people: [board] };
    const without = judge("Budget", { attendees });
    const withBoard = judge("Budget", { attendees }, context);
    expect(withBoard.stakes).toBeGreaterThan(without.stakes);
    expect(withBoard.reasons.slice(0, 2).map((reason) => reason.code)).toContain("people.board");
  });

  test("a series of every week counts less than a single meeting", () => {
    expect(judge("Strategy", { recurrence: "FREQ=WEEKLY" }).stakes).toBeLessThan(judge("Strategy").stakes);
  });
});

describe("text that nobody would write", () => {
  const hostile = [
    "\u202eBoard\u202c",
    "\u200b\u200d\ufeff",
    "😀😀😀",
    "\ud800 board \udfff",
    "a".repeat(200_000),
    "&".repeat(50_000),
    "[(".repeat(20_000),
    "董".repeat(100_000),
    "\u0000\u0007",
  ];

  test.each(hostile.map((text) => [text.slice(0, 12), text]))(
    "never throws, as title, description or place (%j)",
    (_, text) => {
      expect(() => judge(text, { description: text, location: text, recurrence: text })).not.toThrow();
    },
  );

  test("a missing title is no title", () => {
    // Sources are parsed, but an old record may hold null where text is promised.
    expect(judge(null as unknown as string, { description: undefined as unknown as null }).label).toBe(
      "routine",
    );
  });

  test("invisible characters inside a word do not hide it", () => {
    expect(judge("Bo\u00adard meet\u200bing").label).toBe("high-stakes");
  });

  test("a long description never outweighs an ordinary title", () => {
    const description = "board acquisition litigation crisis strategy ".repeat(3_000);
    expect(judge("Weekly team status", { description }).label).toBe("routine");
  });
});

test("every high-stakes verdict has reasons with evidence, largest first", () => {
  const { reasons } = judge("Board meeting: acquisition of Halden, final approval");
  expect(reasons.length).toBeGreaterThan(2);
  expect(reasons[0]?.evidence?.field).toBe("title");
  const sizes = reasons.map((reason) => Math.abs(reason.weight));
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});

test("kinds of meeting are told from the title and the number of people", () => {
  expect(meetingKinds(eventTitled("Board meeting"))).toContain("board");
  expect(meetingKinds(eventTitled("Wage negotiations"))).toContain("negotiation");
  expect(meetingKinds(eventTitled("Karin", { attendeeCount: 2 }))).toEqual(["one-to-one"]);
  expect(meetingKinds(eventTitled("xyz"))).toEqual([]);
});
