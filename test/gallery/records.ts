/** What Dana has recorded: priorities, reflections, commitments, people. Invented throughout. */
import type { KnownPerson } from "../../lib/domain/assessment.ts";
import type { Commitment } from "../../lib/domain/commitment.ts";
import type { Priority, Situation } from "../../lib/domain/plan.ts";
import type { Answer, Reflection } from "../../lib/domain/reflection.ts";
import { defaultSettings } from "../../lib/domain/settings.ts";
import type {
  AdherenceView,
  EventView,
  JournalView,
  PlanView,
  PriorityView,
  QueueItemView,
  QueueView,
  SettingsView,
} from "../../lib/rpc/views.ts";
import {
  askFirst,
  askFirstPlan,
  at,
  longTitle,
  nameTheNumber,
  nowMs,
  pricing,
  session,
  source,
} from "./week.ts";

const record = (id: string) => ({
  id,
  rev: 1,
  createdAtMs: at(2, 9),
  updatedAtMs: at(20, 9),
  deletedAtMs: null,
});

const nowhere: Situation = { domains: [], kinds: [], people: [], words: [], notWords: [], series: [] };

function priority(given: Partial<Priority> & Pick<Priority, "id" | "name" | "from" | "to">): Priority {
  return {
    ...record(given.id),
    outcome: "",
    impact: "",
    situation: nowhere,
    plan: null,
    adaptations: [],
    rehearsals: [],
    order: 0,
    starterId: null,
    ...given,
  };
}

const noAdherence: AdherenceView = {
  rate: null,
  low: null,
  high: null,
  occasions: 0,
  held: 0,
  answered: 0,
  offered: 0,
  early: true,
};

const outcomesOf = (letters: string): Answer[] =>
  Array.from(letters, (letter) =>
    letter === "d" ? "did" : letter === "p" ? "partly" : letter === "m" ? "missed" : "not-applicable",
  );

export const priorities: PriorityView[] = [
  {
    priority: priority({
      ...askFirst,
      from: "giving the answer",
      to: "asking the question that lets the team own it",
      outcome: "Finance leads who decide without me by the 2027 plan",
      impact: "Decisions in finance taken below the CFO: 41 % in March, 70 % by February",
      plan: askFirstPlan,
      situation: {
        ...nowhere,
        kinds: ["one-to-one", "team-meeting"],
        domains: ["strategic-execution"],
        words: ["review", "proposal", "options", "plan"],
        notWords: ["stand-up"],
      },
    }),
    adherence: {
      rate: 0.636,
      low: 0.354,
      high: 0.848,
      occasions: 11,
      held: 7,
      answered: 11,
      offered: 14,
      early: false,
    },
    outcomes: outcomesOf("mpdddmdpddm"),
    level: 1,
    levelWhy:
      "Three in a row and it shows at high stakes only. Missed yesterday; a second miss running and it returns to every occasion.",
  },
  {
    priority: priority({
      ...nameTheNumber,
      from: "softening bad news until someone asks",
      to: "naming the gap and its cause in the first two minutes",
      outcome: "A board that hears risk from us first",
      plan: {
        if: "I present a number below plan",
        then: "I will say the gap and its cause before any context",
      },
      situation: { ...nowhere, kinds: ["board", "committee"], words: ["outlook", "forecast", "results"] },
    }),
    adherence: {
      rate: 0.75,
      low: 0.301,
      high: 0.954,
      occasions: 4,
      held: 3,
      answered: 4,
      offered: 4,
      early: true,
    },
    outcomes: outcomesOf("dmdd"),
    level: 0,
    levelWhy: "Three successes in a row and it shows every second time. It stands at two.",
  },
  {
    priority: priority({
      id: "p3",
      name: "Say who decides",
      from: "keeping a decision open so that it stays fair",
      to: "saying who decides, and by when, before the meeting ends",
      plan: { if: "a discussion ends without an owner", then: "I will name one person and one date" },
      situation: {
        ...nowhere,
        domains: ["capital-allocation", "talent-direction"],
        words: ["steering", "shortlist"],
      },
    }),
    adherence: {
      rate: 0.75,
      low: 0.44,
      high: 0.92,
      occasions: 10,
      held: 7.5,
      answered: 10,
      offered: 12,
      early: false,
    },
    outcomes: outcomesOf("ddddddmdnmp"),
    level: 2,
    levelWhy: "Four more in a row and it is left to the weekly recap.",
  },
];

export const plan: PlanView = {
  priorities,
  canAdd: false,
  starters: [
    {
      id: "ask-first",
      name: "Ask first",
      from: "giving the answer",
      to: "asking the question that lets the team own it",
      outcome: "",
      plan: askFirstPlan,
      situation: { ...nowhere, kinds: ["one-to-one", "team-meeting"] },
    },
    {
      id: "let-others-close",
      name: "Let others close",
      from: "summing up every discussion myself",
      to: "asking somebody else for the summary",
      outcome: "",
      plan: { if: "a discussion has run its course", then: "I will ask someone else to sum it up" },
      situation: { ...nowhere, kinds: ["team-meeting", "workshop"] },
    },
  ],
};

export const emptyPlan: PlanView = { priorities: [], canAdd: true, starters: plan.starters };
export const freshPlan: PlanView = {
  priorities: priorities.slice(0, 1).map((view) => ({
    ...view,
    adherence: noAdherence,
    outcomes: [],
    level: 0,
    levelWhy: "No occasion yet.",
  })),
  canAdd: true,
  starters: plan.starters,
};
export const overfullPlan: PlanView = {
  ...plan,
  priorities: priorities.map((view) => ({
    ...view,
    priority: { ...view.priority, name: longTitle.slice(0, 118), to: `${longTitle} ${longTitle}` },
    outcomes: outcomesOf("dpmnddpm".repeat(12)),
  })),
};

export function reflection(id: string, of: EventView, given: Partial<Reflection> = {}): Reflection {
  return {
    ...record(id),
    eventKey: of.eventKey,
    priorityId: askFirst.id,
    answer: "missed",
    answeredAtMs: (of.endMs ?? of.startMs) + 120_000,
    late: false,
    event: {
      title: of.title,
      startMs: of.startMs,
      endMs: of.endMs,
      seriesKey: of.seriesKey,
      label: of.label,
      domain: of.domain,
      stakes: of.stakes,
      people: ["Leo Martins"],
    },
    plan: askFirstPlan,
    effort: 4,
    outcome: -2,
    nextTime: "write the question on the agenda before I walk in.",
    surprised:
      "Leo brought two options and I picked one before he had finished the second. The room went quiet and stayed quiet.",
    decisionTaken: "",
    whoNoticed: "Priya Raman",
    energy: "low",
    bringToSession: true,
    sharing: "device",
    ...given,
  };
}

export const commitments: Commitment[] = [
  {
    ...record("c1"),
    text: "Tell Leo he owns the pricing paper",
    by: "you",
    dueMs: at(20, 17),
    eventKey: null,
    doneAtMs: at(19, 15),
    sharing: "coach",
  },
  {
    ...record("c2"),
    text: "Send Priya the walk-away price before Heron",
    by: "you",
    dueMs: at(24, 10),
    eventKey: null,
    doneAtMs: null,
    sharing: "coach",
  },
];

function item(
  given: Partial<QueueItemView> & Pick<QueueItemView, "id" | "section" | "title">,
): QueueItemView {
  return {
    kind: "reflection",
    whenMs: at(20, 9),
    score: 0.6,
    reasons: [],
    answer: null,
    words: [],
    starred: false,
    sharing: "device",
    rolledOver: 0,
    commitment: null,
    reflectionId: null,
    eventKey: null,
    ...given,
  };
}

export const queue: QueueView = {
  nowMs,
  session,
  coachName: "Sofia Brandt",
  laterCommitments: commitments
    .slice(1)
    .map((each) => ({ ...each, id: "c9", dueMs: at(24, 10) + 21 * 86_400_000 })),
  reordered: false,
  items: [
    ...commitments.map((commitment) =>
      item({
        id: `commitment:${commitment.id}`,
        section: "commitments",
        kind: "commitment",
        title: commitment.text,
        commitment,
        score: null,
        sharing: "coach",
        answer: commitment.doneAtMs === null ? "missed" : "did",
      }),
    ),
    item({
      id: "reflection:r1",
      section: "proposed",
      title: "Pricing steering group",
      whenMs: pricing.startMs,
      reasons: [
        "Stakes 72",
        "Two below what you expected",
        "Plan missed (ask first), the third time in this group",
        "You starred it",
      ],
      answer: "missed",
      words: [
        "Leo brought two options and I picked one before he had finished the second. The room went quiet and stayed quiet.",
      ],
      starred: true,
      reflectionId: "r1",
      eventKey: pricing.eventKey,
    }),
    item({
      id: "reflection:r2",
      section: "proposed",
      title: "Audit Committee",
      reasons: ["Stakes 88", "Two above what you expected", "The success of this fortnight"],
      answer: "did",
      words: [
        "Opened with the gap: 38 million under plan, two causes. Ingrid asked one question and moved on.",
      ],
      sharing: "coach",
      reflectionId: "r2",
      eventKey: "e-audit",
    }),
    item({
      id: "unreflected:e9",
      section: "folded",
      kind: "unreflected",
      title: "Comp committee",
      whenMs: at(10, 14),
      reasons: ["High stakes, nothing recorded"],
      eventKey: "e9",
    }),
    item({
      id: "reflection:r3",
      section: "folded",
      title: "1:1 Tomás Ferreira",
      whenMs: at(17, 13),
      reasons: ["Did it, asked about twice"],
      answer: "did",
      sharing: "coach",
      reflectionId: "r3",
      eventKey: "e3",
    }),
    item({
      id: "reflection:r4",
      section: "folded",
      title: "Lender call",
      whenMs: at(16, 11),
      reasons: ["Partly, one below what you expected"],
      answer: "partly",
      reflectionId: "r4",
      eventKey: "e4",
    }),
    item({
      id: "pattern:p1|s-pricing",
      section: "folded",
      kind: "pattern",
      title: "Pricing group: ask first missed three times",
      whenMs: null,
      reasons: ["A pattern across five occasions"],
      rolledOver: 1,
    }),
  ],
  dropped: [item({ id: "reflection:r5", section: "folded", title: "ExCo weekly", whenMs: at(4, 9) })],
  archived: [item({ id: "reflection:r6", section: "folded", title: "Town hall questions", rolledOver: 2 })],
  patterns: [
    {
      text: "Third meeting of the pricing group in which ask first was missed.",
      outcomes: outcomesOf("mpmnm"),
    },
  ],
};

export const emptyQueue: QueueView = {
  ...queue,
  session: null,
  coachName: null,
  items: [],
  laterCommitments: [],
  dropped: [],
  archived: [],
  patterns: [],
};
export const overfullQueue: QueueView = {
  ...queue,
  reordered: true,
  items: [
    ...queue.items.slice(0, 4).map((each) => ({
      ...each,
      title: longTitle,
      words: [`${longTitle}. `.repeat(4)],
      merged: [{ id: `m${each.id}`, title: longTitle, words: ["We were late."] }],
    })),
    ...Array.from({ length: 60 }, (_, n) =>
      item({
        id: `reflection:x${n}`,
        section: "folded",
        title: n % 6 === 0 ? longTitle : `Topic ${n + 1}`,
        reasons: ["Partly"],
        answer: "partly",
      }),
    ),
  ],
};

export const journal: JournalView = {
  entries: [
    { reflection: reflection("r1", pricing), priorityName: askFirst.name },
    {
      reflection: reflection(
        "r2",
        { ...pricing, title: "Audit Committee", startMs: at(20, 9), endMs: at(20, 11) },
        {
          answer: "did",
          effort: 8,
          outcome: 2,
          surprised:
            "Opened with the gap: 38 million under plan, two causes. Ingrid asked one question and moved on.",
          nextTime: "",
          whoNoticed: "Ingrid Sørensen",
          sharing: "coach",
        },
      ),
      priorityName: nameTheNumber.name,
    },
    {
      reflection: reflection(
        "r3",
        { ...pricing, title: "Customer day", startMs: at(12, 9), endMs: at(12, 17) },
        {
          answer: "not-applicable",
          priorityId: null,
          effort: null,
          outcome: null,
          surprised: "",
          nextTime: "",
          whoNoticed: "",
          energy: null,
          bringToSession: false,
          late: true,
        },
      ),
      priorityName: null,
    },
  ],
  total: 3,
  nextBefore: null,
};

export const overfullJournal: JournalView = {
  entries: Array.from({ length: 30 }, (_, n) => ({
    reflection: reflection(
      `o${n}`,
      { ...pricing, title: n % 3 === 0 ? longTitle : `Meeting ${n}` },
      { surprised: `${longTitle}. `.repeat((n % 4) + 1) },
    ),
    priorityName: askFirst.name,
  })),
  total: 412,
  nextBefore: "o29",
};

export const people: KnownPerson[] = [
  { id: "k1", name: "Sofia Brandt", email: "sofia@brandt-coaching.example", relation: "coach" },
  { id: "k2", name: "Marcus Oyelaran", email: null, relation: "sponsor" },
  { id: "k3", name: "Ingrid Sørensen", email: "ingrid@board.example", relation: "board" },
  { id: "k4", name: "Priya Raman", email: "priya@arden-marine.example", relation: "report" },
];

export const settings: SettingsView = {
  settings: {
    ...defaultSettings,
    role: "executive",
    people,
    quietHours: { from: "20:00", to: "07:00" },
    lookAheadAt: "08:00",
    ownDomains: ["arden-marine.example"],
  },
  sources: [
    source,
    {
      ...source,
      id: "f1",
      kind: "ics-file",
      name: "board-2026.ics",
      eventCount: 63,
      problemCount: 2,
      readUpToMs: null,
    },
    {
      ...source,
      id: "f2",
      kind: "ics-feed",
      name: "calendar.example",
      eventCount: 120,
      failure:
        "calendar.example could not be reached. Events are from today 08:46; it is tried again at 09:46.",
    },
  ],
  calendars: [
    {
      sourceId: "page:google-calendar:dana",
      id: "own",
      name: "dana@arden-marine.example",
      own: true,
      included: true,
    },
    { sourceId: "page:google-calendar:dana", id: "board", name: "Board office", own: false, included: false },
    { sourceId: "page:google-calendar:dana", id: "family", name: "Family", own: false, included: false },
  ],
  marks: [
    { id: "m1", title: "ExCo weekly", kind: "high-stakes", scope: "series" },
    { id: "m2", title: "Vendor summit", kind: "ordinary", scope: "event" },
  ],
  people,
  grantedHosts: ["https://calendar.google.com/*"],
  version: "0.1.0",
  storage: { usedBytes: 3_400_000, records: 1284 },
  notice: null,
};

export const firstSettings: SettingsView = {
  ...settings,
  settings: defaultSettings,
  sources: [],
  calendars: [],
  marks: [],
  people: [],
  grantedHosts: [],
  storage: { usedBytes: null, records: 0 },
};
export const overfullSettings: SettingsView = {
  ...settings,
  notice: "The disk is full. Your answers are kept and will be filed when there is room.",
  sources: Array.from({ length: 12 }, (_, n) => ({
    ...source,
    id: `s${n}`,
    name: n % 2 === 0 ? `${longTitle}.ics` : source.name,
  })),
  marks: Array.from({ length: 40 }, (_, n) => ({
    id: `m${n}`,
    title: n % 3 === 0 ? longTitle : `Meeting ${n}`,
    kind: "high-stakes",
    scope: "event" as const,
  })),
  people: Array.from({ length: 25 }, (_, n) => ({
    id: `k${n}`,
    name: n % 4 === 0 ? longTitle.slice(0, 90) : `Person ${n}`,
    email: null,
    relation: "peer" as const,
  })),
};
