/**
 * The fictional week of the gallery: Dana Whitfield, who leads finance at Arden Marine, and her coach Sofia Brandt.
 * Every name, company and figure is invented. Typed by the views, so that a changed view breaks the gallery's build.
 */
import type { EventView, ReadingView, SourceView } from "../../lib/rpc/views.ts";

/** Tuesday 24 November 2026, 09:18 in London. */
export const nowMs = Date.UTC(2026, 10, 24, 9, 18);
export const zone = "Europe/London";
const minute = 60_000;

/** An instant in November 2026, London time. */
export function at(day: number, hour: number, minutes = 0): number {
  return Date.UTC(2026, 10, day, hour, minutes);
}

export const source: SourceView = {
  id: "page:google-calendar:dana",
  kind: "page",
  name: "Google Calendar",
  lastReadAtMs: at(24, 9, 16),
  readUpToMs: at(29, 23),
  eventCount: 34,
  problemCount: 0,
  failure: null,
};

export const reading: ReadingView = {
  sources: [source],
  eventCount: 34,
  lastReadAtMs: source.lastReadAtMs,
  readUpToMs: source.readUpToMs,
};

export const noReading: ReadingView = { sources: [], eventCount: 0, lastReadAtMs: null, readUpToMs: null };

export const askFirst = { id: "p1", name: "Ask first" };
export const nameTheNumber = { id: "p2", name: "Name the number" };
export const sayWhoDecides = { id: "p3", name: "Say who decides" };

export const askFirstPlan = {
  if: "someone turns to me for the answer",
  then: "I will ask what they would do, and wait",
};

/** An event with the usual values; the gallery names what differs. */
export function event(
  given: Pick<EventView, "title" | "startMs"> & Partial<EventView> & { minutes?: number },
): EventView {
  const { minutes = 60, ...rest } = given;
  return {
    eventKey: `e${given.startMs}`,
    seriesKey: null,
    endMs: given.startMs + minutes * minute,
    allDay: false,
    flag: null,
    marked: false,
    label: rest.flag === "high-stakes" ? "high-stakes" : rest.flag === "coaching" ? "coaching" : "routine",
    domain: "none",
    stakes: 20,
    reasons: [],
    priorities: [],
    plan: null,
    attending: true,
    lastSeenAtMs: at(24, 9, 16),
    sources: ["Google Calendar"],
    ...rest,
  };
}

export const heron = event({
  title: "Project Heron: go / no-go",
  startMs: at(24, 10),
  minutes: 90,
  flag: "high-stakes",
  domain: "capital-allocation",
  stakes: 91,
  reasons: [
    "A one-way decision: acquisition",
    "Two board members attend",
    "Your priority applies: ask first",
  ],
  priorities: [askFirst],
  plan: { ...askFirstPlan, by: "Your plan for ask first" },
});

export const tomas = event({
  title: "1:1 Tomás Ferreira",
  startMs: at(24, 13),
  minutes: 45,
  seriesKey: "s-tomas",
  reasons: ["Your priority applies: ask first"],
  priorities: [askFirst],
  plan: { ...askFirstPlan, by: "Your plan for ask first" },
});

export const session = event({
  title: "Sofia Brandt",
  startMs: at(26, 13),
  seriesKey: "s-sofia",
  flag: "coaching",
  stakes: 10,
  reasons: ["Your coach is invited"],
});

export const board = event({
  title: "Board: Q4 outlook",
  startMs: at(26, 9, 30),
  minutes: 150,
  seriesKey: "s-board",
  flag: "high-stakes",
  domain: "external-board-investor",
  stakes: 94,
  reasons: ["Board members attend", "You present"],
  priorities: [nameTheNumber],
  plan: {
    if: "I present a number below plan",
    then: "I will say the gap and its cause before any context",
    by: "Your plan for name the number",
  },
});

export const pricing = event({
  title: "Pricing steering group",
  startMs: at(23, 14),
  seriesKey: "s-pricing",
  flag: "high-stakes",
  stakes: 72,
  reasons: ["Your priority applies: ask first"],
  priorities: [askFirst],
});

export const leo = event({
  title: "1:1 Leo Martins",
  startMs: at(24, 8),
  minutes: 30,
  priorities: [askFirst],
});

export const week: EventView[] = [
  event({ title: "Weekly numbers", startMs: at(23, 8), stakes: 18 }),
  event({ title: "Treasury stand-up", startMs: at(23, 10), stakes: 33 }),
  pricing,
  event({ title: "Lender call, preparation", startMs: at(23, 16), stakes: 24 }),
  leo,
  heron,
  tomas,
  event({ title: "FX hedging review", startMs: at(24, 14), stakes: 36 }),
  event({ title: "Budget questions", startMs: at(24, 15, 30), stakes: 15 }),
  event({
    title: "ExCo weekly",
    startMs: at(25, 9),
    seriesKey: "s-exco",
    flag: "high-stakes",
    marked: true,
    stakes: 64,
    reasons: ["You marked it", "Plant closure on the agenda"],
    priorities: [sayWhoDecides],
  }),
  event({
    title: "Audit Committee pre-read",
    startMs: at(25, 13),
    stakes: 40,
    reasons: ["Your priority applies: name the number"],
    priorities: [nameTheNumber],
  }),
  board,
  session,
  event({ title: "Supplier visit", startMs: at(26, 16), stakes: 27 }),
  event({
    title: "CHRO shortlist",
    startMs: at(27, 14),
    flag: "high-stakes",
    domain: "talent-direction",
    stakes: 78,
    reasons: ["Talent direction", "Two candidates, one choice"],
    priorities: [sayWhoDecides],
  }),
  event({ title: "Family dinner", startMs: at(29, 19), label: "personal/logistics", stakes: 2 }),
];

/** Far too long and far too many, in two writing directions: what a surface must bear. */
export const longTitle =
  "Extraordinary joint session of the transformation steering committee, the works council and the external advisers on the consolidation of the northern plants (continued from October)";
export const arabicTitle = "اجتماع مجلس الإدارة: مراجعة الربع الرابع وخطة العام المقبل";

export const crowdedWeek: EventView[] = Array.from({ length: 70 }, (_, n) =>
  event({
    title: n % 7 === 0 ? longTitle : n % 5 === 0 ? arabicTitle : `Meeting ${n + 1} of the week`,
    startMs: at(23 + (n % 7), 7 + (Math.floor(n / 7) % 12), (n % 4) * 15),
    eventKey: `crowd${n}`,
    stakes: (n * 13) % 100,
    flag: n % 9 === 0 ? "high-stakes" : null,
    reasons:
      n % 9 === 0 ? ["A one-way decision: consolidation of the northern plants", "Board members attend"] : [],
    priorities: n % 4 === 0 ? [askFirst, nameTheNumber] : [],
    plan: n % 9 === 0 ? { ...askFirstPlan, by: "Your plan" } : null,
  }),
).toSorted((a, b) => a.startMs - b.startMs);
