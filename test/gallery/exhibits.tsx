/** Every surface in every state. The list is the gallery's index, the screenshots' list and the list axe goes through. */
import type { ComponentChildren } from "preact";
import { App } from "../../components/app/app.tsx";
import type { Route } from "../../components/app/app.tsx";
import { Coach } from "../../components/coach/coach.tsx";
import { Panel } from "../../components/panel/panel.tsx";
import { Popup } from "../../components/popup/popup.tsx";
import { Welcome } from "../../components/welcome/welcome.tsx";
import type { PanelView, PopupView, TodayView } from "../../lib/rpc/views.ts";
import * as cards from "./cards.ts";
import type { Answers, World } from "./fake-world.ts";
import { inPage } from "./in-page.tsx";
import { parts } from "./parts.tsx";
import * as records from "./records.ts";
import {
  askFirst,
  at,
  board,
  crowdedWeek,
  heron,
  leo,
  longTitle,
  noReading,
  nowMs,
  pricing,
  reading,
  session,
  tomas,
  week,
} from "./week.ts";

export interface Exhibit {
  /** "popup/usual": surface and state. */
  id: string;
  /** Width of the surface in the wild, px. */
  width: number;
  world: World;
  render: () => ComponentChildren;
}

const waiting = [pricing, leo].map((event) => ({
  event,
  capture: {
    eventKey: event.eventKey,
    priorityId: askFirst.id,
    priorityName: askFirst.name,
    endedMs: event.endMs ?? event.startMs,
    answer: null,
    answeredAtMs: null,
  },
}));

const popup: PopupView = {
  firstRun: false,
  hidden: false,
  pausedUntilMs: null,
  next: heron,
  capturesWaiting: waiting,
  nextSession: session,
  queueCount: 9,
  reading,
};

const today: TodayView = {
  nowMs,
  weekFromMs: at(23, 0),
  week,
  today: week.filter((event) => event.startMs >= at(24, 0) && event.startMs < at(25, 0)),
  capturesWaiting: waiting,
  commitmentsDue: records.commitments.filter(({ doneAtMs }) => doneAtMs === null),
  nextSession: session,
  queueCount: 9,
  flagsPerDay: 3,
  reading,
};

const emptyToday: TodayView = {
  ...today,
  week: [],
  today: [],
  capturesWaiting: [],
  commitmentsDue: [],
  nextSession: null,
  queueCount: 0,
  reading: { ...reading, eventCount: 0 },
};

const overfullToday: TodayView = {
  ...today,
  week: crowdedWeek,
  today: crowdedWeek.filter((event) => event.startMs >= at(24, 0) && event.startMs < at(25, 0)),
  capturesWaiting: Array.from({ length: 9 }, (_, n) => ({
    event: { ...pricing, eventKey: `w${n}`, title: n % 2 === 0 ? longTitle : pricing.title },
    capture: { ...(waiting[0]?.capture ?? never()), eventKey: `w${n}` },
  })),
  commitmentsDue: Array.from({ length: 12 }, (_, n) => ({
    ...(records.commitments[1] ?? never()),
    id: `c${n}`,
    text: longTitle,
  })),
};

function never(): never {
  throw new Error("the gallery's fixtures are incomplete");
}

const touches: Answers = {
  "plan.touches": ({ situation }) => ({
    events:
      situation.kinds.length + situation.words.length === 0
        ? []
        : [heron, tomas, board, ...week.slice(14, 15)],
    kinds: situation.kinds,
  }),
};

/** What every page behind the shell asks for. */
const shell: Answers = { "popup.get": popup, ...touches };

const popupStates: Record<string, Partial<PopupView>> = {
  usual: {},
  later: { next: board, capturesWaiting: waiting.slice(1) },
  "no-plan": { next: { ...heron, plan: null }, capturesWaiting: [] },
  "marked-by-hand": { next: { ...heron, marked: true } },
  paused: { pausedUntilMs: at(25, 0), hidden: true },
  empty: { next: null, capturesWaiting: [], nextSession: null, queueCount: 0 },
  "nothing-read": { next: null, capturesWaiting: [], nextSession: null, queueCount: 0, reading: noReading },
  "first-run": { firstRun: true, next: null, capturesWaiting: [], nextSession: null, reading: noReading },
  overfull: {
    next: { ...heron, title: longTitle, plan: { if: longTitle, then: longTitle, by: "You" } },
    capturesWaiting: overfullToday.capturesWaiting,
    nextSession: { ...session, title: longTitle },
  },
};

const panelStates: Record<string, PanelView | null> = {
  before: cards.before,
  offered: cards.offered,
  captured: cards.captured,
  "no-priority": cards.withoutPriority,
  session: cards.sessionPanel,
  empty: null,
  overfull: cards.overfull,
};

const pageStates: Record<Route, Record<string, Answers>> = {
  today: {
    usual: { "today.get": today, "event.list": week },
    empty: { "today.get": emptyToday },
    "first-run": { "today.get": { ...emptyToday, reading: noReading } },
    overfull: { "today.get": overfullToday },
  },
  queue: {
    usual: { "queue.get": records.queue },
    empty: { "queue.get": records.emptyQueue },
    overfull: { "queue.get": records.overfullQueue },
  },
  plan: {
    usual: { "plan.get": records.plan },
    fresh: { "plan.get": records.freshPlan },
    empty: { "plan.get": records.emptyPlan },
    overfull: { "plan.get": records.overfullPlan },
  },
  progress: {
    usual: { "plan.get": records.plan },
    early: { "plan.get": records.freshPlan },
    empty: { "plan.get": records.emptyPlan },
    overfull: { "plan.get": records.overfullPlan },
  },
  stakeholders: {
    usual: { "settings.get": records.settings },
    empty: { "settings.get": records.firstSettings },
    overfull: { "settings.get": records.overfullSettings },
  },
  journal: {
    usual: { "journal.get": records.journal },
    empty: { "journal.get": { entries: [], total: 0, nextBefore: null } },
    overfull: { "journal.get": records.overfullJournal },
  },
  settings: {
    usual: { "settings.get": records.settings },
    empty: { "settings.get": records.firstSettings },
    overfull: { "settings.get": records.overfullSettings },
  },
};

const welcomeStates: Record<string, Answers> = {
  usual: { "settings.get": { ...records.settings, sources: [] }, "event.list": week },
  "first-run": { "settings.get": records.firstSettings, "event.list": [] },
  "none-high": {
    "settings.get": records.settings,
    "event.list": week.filter((event) => event.flag === null && event.startMs > nowMs),
  },
  overfull: { "settings.get": records.overfullSettings, "event.list": crowdedWeek },
};

/** Loading and failing look the same way on every surface, so each gets both. */
function withWaitingAndFailing(surface: string, width: number, render: Exhibit["render"]): Exhibit[] {
  return [
    { id: `${surface}/loading`, width, world: {}, render },
    { id: `${surface}/error`, width, world: { failing: "storage-unavailable" }, render },
  ];
}

const renderPopup = () => <Popup />;
const renderPanel = () => <Panel eventKey={null} purpose="words" />;
const renderAdapt = () => <Panel eventKey={null} purpose="adapt" />;
const renderWelcome = () => <Welcome start="role" />;
const renderCoach = () => <Coach />;

function pageExhibits(route: Route): Exhibit[] {
  const render = () => <App route={route} />;
  return [
    ...Object.entries(pageStates[route]).map(([state, answers]) => ({
      id: `${route}/${state}`,
      width: 1344,
      world: { answers: { ...shell, ...answers } },
      render,
    })),
    ...withWaitingAndFailing(route, 1344, render),
  ];
}

export const exhibits: Exhibit[] = [
  ...Object.entries(popupStates).map(([state, given]) => ({
    id: `popup/${state}`,
    width: 360,
    world: { answers: { "popup.get": { ...popup, ...given } } },
    render: renderPopup,
  })),
  ...withWaitingAndFailing("popup", 360, renderPopup),
  ...Object.entries(panelStates).map(([state, view]) => ({
    id: `sidepanel/${state}`,
    width: 400,
    world: { answers: { "event.get": view } },
    render: renderPanel,
  })),
  {
    id: "sidepanel/adapt",
    width: 400,
    world: { answers: { "event.get": cards.before } },
    render: renderAdapt,
  },
  ...withWaitingAndFailing("sidepanel", 400, renderPanel),
  ...(Object.keys(pageStates) as Route[]).flatMap(pageExhibits),
  {
    id: "settings/newer",
    width: 1344,
    world: { failing: "storage-newer" },
    render: () => <App route="settings" />,
  },
  ...Object.entries(welcomeStates).map(([state, answers]) => ({
    id: `welcome/${state}`,
    width: 1024,
    world: { answers },
    render: renderWelcome,
  })),
  ...withWaitingAndFailing("welcome", 1024, renderWelcome),
  {
    id: "coach/usual",
    width: 1024,
    world: {
      answers: {
        "settings.get": { ...records.settings, settings: { ...records.settings.settings, role: "coach" } },
      },
    },
    render: renderCoach,
  },
  ...withWaitingAndFailing("coach", 1024, renderCoach),
  ...inPage,
  ...parts,
];
