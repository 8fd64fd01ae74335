/** What the side panel shows for one event, in the states it can be in. */
import type { CardView, PanelView } from "../../lib/rpc/views.ts";
import { reflection } from "./records.ts";
import {
  askFirst,
  askFirstPlan,
  at,
  heron,
  longTitle,
  nameTheNumber,
  pricing,
  sayWhoDecides,
  session,
} from "./week.ts";

const heronCard: CardView = {
  eventKey: heron.eventKey,
  seriesKey: "s-heron",
  flag: "high-stakes",
  marked: false,
  stakes: 91,
  startMs: heron.startMs,
  endMs: heron.endMs,
  reasons: heron.reasons,
  priority: {
    ...askFirst,
    to: "asking the question that lets the team own it",
    why: "It applies to decisions on strategic execution",
  },
  plan: { ...askFirstPlan, by: "Your plan for ask first", rehearsedAtMs: null, rehearsals: 2 },
  prompts: [
    { text: "What would make this a mistake in two years?", by: "Throughline, because it cannot be undone" },
    { text: "Who in the room has not spoken yet?", by: "Throughline, because six people attend" },
  ],
  before: { outcomes: ["did", "missed", "partly", "did", "did"], text: "With these people since September." },
  room: [
    { name: "Priya Raman", note: "direct report" },
    { name: "Ingrid Sørensen", note: "board member" },
  ],
  due: [{ text: "Walk-away price to Priya", when: "today 10:00" }],
  session: null,
  capture: null,
  canMark: false,
  canUnmark: true,
};

const capture = {
  eventKey: heron.eventKey,
  priorityId: askFirst.id,
  priorityName: askFirst.name,
  endedMs: at(24, 9),
  answer: null,
  answeredAtMs: null,
};

export const before: PanelView = {
  event: { ...heron, seriesKey: "s-heron" },
  card: heronCard,
  reflections: [{ capture, reflection: null, plan: askFirstPlan }],
  allPriorities: [askFirst, nameTheNumber, sayWhoDecides],
  sessionMs: session.startMs,
  coachName: "Sofia Brandt",
};

const over = { ...heron, startMs: at(24, 7, 30), endMs: at(24, 9) };

export const offered: PanelView = { ...before, event: over };

export const captured: PanelView = {
  ...before,
  event: over,
  reflections: [
    {
      capture: { ...capture, answer: "did", answeredAtMs: at(24, 9, 2) },
      reflection: reflection("r9", over, {
        answer: "did",
        effort: 8,
        outcome: 1,
        nextTime: "let the silence run past ten seconds before I help.",
        surprised:
          "Priya had a walk-away price nobody had asked her for. It was lower than mine, and better argued.",
        decisionTaken: "Go, up to 410 million.",
        energy: "even",
      }),
      plan: askFirstPlan,
    },
  ],
};

export const withoutPriority: PanelView = {
  ...before,
  event: { ...over, title: "Budget questions", flag: null, reasons: [], priorities: [], plan: null },
  card: {
    ...heronCard,
    flag: null,
    reasons: [],
    priority: null,
    plan: null,
    prompts: [],
    before: null,
    room: [],
    due: [],
  },
  reflections: [
    { capture: { ...capture, priorityId: null, priorityName: null }, reflection: null, plan: null },
  ],
};

export const sessionPanel: PanelView = {
  ...before,
  event: session,
  card: {
    ...heronCard,
    flag: "coaching",
    reasons: ["Your coach is invited"],
    priority: null,
    plan: null,
    prompts: [],
    before: null,
    room: [],
    due: [],
    session: {
      total: 9,
      due: 2,
      first: [
        { title: pricing.title, startMs: pricing.startMs, answer: "missed" },
        { title: "Audit Committee", startMs: at(20, 9), answer: "did" },
      ],
      folded: 5,
    },
  },
  reflections: [],
};

export const overfull: PanelView = {
  ...captured,
  event: { ...captured.event, title: longTitle, attending: false },
  card: {
    ...heronCard,
    reasons: Array.from({ length: 8 }, (_, n) => `Reason ${n + 1}: ${longTitle}`),
    prompts: Array.from({ length: 3 }, (_, n) => ({ text: `${n + 1}. ${longTitle}?`, by: "Throughline" })),
    room: Array.from({ length: 14 }, (_, n) => ({ name: `Person ${n + 1}`, note: "peer" })),
    due: Array.from({ length: 9 }, (_, n) => ({ text: `${longTitle} ${n}`, when: "today" })),
  },
  reflections: [
    ...captured.reflections.map((entry) => ({
      ...entry,
      reflection: entry.reflection && {
        ...entry.reflection,
        surprised: `${longTitle}. `.repeat(8),
        late: true,
      },
    })),
    {
      capture: { ...capture, priorityId: nameTheNumber.id, priorityName: nameTheNumber.name },
      reflection: null,
      plan: null,
    },
  ],
};
