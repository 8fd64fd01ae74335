/**
 * What the background answers to surfaces and calendar pages: plain JSON, already decided and, where the sentence
 * depends on the domain (reasons, prompts, provenance), already worded in the person's language.
 * Views for calendar pages (Page*) never carry reflection text, the `from` side of a priority, or colleagues'
 * addresses: the page must not be able to learn them (product.md 7).
 */
import type { DecisionDomain, KnownPerson, Label } from "../domain/assessment.ts";
import type { Commitment } from "../domain/commitment.ts";
import type { IfThenPlan, MeetingKind, Priority, Situation } from "../domain/plan.ts";
import type { SharingClass } from "../domain/record.ts";
import type { Answer, Reflection } from "../domain/reflection.ts";
import type { Settings } from "../domain/settings.ts";
import type { SourceKind } from "../domain/source.ts";

export type FlagKind = "high-stakes" | "coaching";

/** What can be captured for an event, and what was. */
export interface CaptureView {
  eventKey: string;
  priorityId: string | null;
  /** "ask first", or `null` when no priority applies: then the question is "Did you lead it as you intended?". */
  priorityName: string | null;
  endedMs: number;
  answer: Answer | null;
  answeredAtMs: number | null;
}

// ---------------------------------------------------------------- calendar page

/** What a page script needs for one chip. Keyed by the page's own id of the chip. */
export interface PageJudgement {
  pageEventId: string;
  eventKey: string;
  /** `null`: no badge. */
  flag: FlagKind | null;
  /** True when the flag comes from the person's own mark (hollow lozenge). */
  marked: boolean;
  /** Title for the pill: neutral, as the page shows it. */
  title: string;
  startMs: number;
  endMs: number | null;
  /** Set when a one-click capture is offered now, or has just been made; `null` otherwise. */
  capture: CaptureView | null;
}

export interface PageState {
  hidden: boolean;
  /** When to ask again even if nothing happens (an event will end, a flag will lapse); ms since the epoch. */
  refreshAtMs: number | null;
  judgements: PageJudgement[];
}

export interface PromptView {
  text: string;
  /** "Throughline, because it cannot be undone". */
  by: string;
  /** The fact behind it, with its size and limits; left out where there is none. */
  evidence?: string;
}

export interface CardView {
  eventKey: string;
  seriesKey: string | null;
  flag: FlagKind | null;
  marked: boolean;
  /** 0 to 100; shown only for high-stakes. */
  stakes: number;
  startMs: number;
  endMs: number | null;
  reasons: string[];
  /** Name and *to* side only. */
  priority: { id: string; name: string; to: string; why: string } | null;
  plan: (IfThenPlan & { by: string; rehearsedAtMs: number | null; rehearsals: number }) | null;
  /** At most three. */
  prompts: PromptView[];
  /** Earlier occasions with this series or these people, oldest first; never words. */
  before: { outcomes: Answer[]; text: string } | null;
  /** Enrolled people in the room. */
  room: { name: string; note: string }[];
  due: { text: string; when: string }[];
  /** For a coaching session: counts, event titles and outcomes of the queue's first items. */
  session: {
    total: number;
    due: number;
    first: { title: string; startMs: number; answer: Answer | null }[];
    folded: number;
  } | null;
  capture: CaptureView | null;
  /** Which of the two the person can press. */
  canMark: boolean;
  canUnmark: boolean;
}

// ---------------------------------------------------------------- own surfaces

export interface EventView {
  eventKey: string;
  seriesKey: string | null;
  title: string;
  startMs: number;
  endMs: number | null;
  allDay: boolean;
  flag: FlagKind | null;
  marked: boolean;
  label: Label;
  domain: DecisionDomain | "none";
  stakes: number;
  reasons: string[];
  priorities: { id: string; name: string }[];
  plan: (IfThenPlan & { by: string }) | null;
  /** Cancelled, declined or no longer seen events stay visible where they matter. */
  attending: boolean;
  lastSeenAtMs: number;
  /** Names of the sources that know it. */
  sources: string[];
}

export interface SourceView {
  id: string;
  kind: SourceKind;
  name: string;
  lastReadAtMs: number | null;
  /** "read up to": end of what the last reading covered. */
  readUpToMs: number | null;
  eventCount: number;
  problemCount: number;
  /** One sentence in the person's language, `null` when all is well. */
  failure: string | null;
}

/** What was read, from where, until when: so that quiet is not mistaken for broken. */
export interface ReadingView {
  sources: SourceView[];
  eventCount: number;
  lastReadAtMs: number | null;
  readUpToMs: number | null;
}

export interface PopupView {
  firstRun: boolean;
  hidden: boolean;
  pausedUntilMs: number | null;
  next: EventView | null;
  capturesWaiting: { event: EventView; capture: CaptureView }[];
  nextSession: EventView | null;
  queueCount: number;
  reading: ReadingView;
}

export interface TodayView {
  nowMs: number;
  /** Start of the seven days shown: Monday; at the weekend today, since what matters then lies in the next week. */
  weekFromMs: number;
  /** Every event of these seven days that counts. */
  week: EventView[];
  today: EventView[];
  capturesWaiting: { event: EventView; capture: CaptureView }[];
  commitmentsDue: Commitment[];
  nextSession: EventView | null;
  queueCount: number;
  flagsPerDay: number;
  reading: ReadingView;
}

export interface QueueItemView {
  /** Stable id of the queue item: `reflection:<id>`, `unreflected:<eventKey>`, `commitment:<id>`, `pattern:<priority>|<series>`. */
  id: string;
  section: "commitments" | "proposed" | "folded";
  kind: "commitment" | "reflection" | "unreflected" | "pattern";
  title: string;
  whenMs: number | null;
  /** Queue score 0 to 1 (product.md 6); `null` for commitments. */
  score: number | null;
  /** Why it is there, in words. */
  reasons: string[];
  answer: Answer | null;
  /** The executive's own words, shown in own surfaces and print only. */
  words: string[];
  starred: boolean;
  sharing: SharingClass;
  /** How often it rolled over; after the second it archives with notice. */
  rolledOver: number;
  /** Topics merged into this row; each can be split off again. Absent without any. */
  merged?: { id: string; title: string; words: string[] }[];
  commitment: Commitment | null;
  reflectionId: string | null;
  /** Event it is about, so that the side panel can open it; `null` for commitments without one and for patterns. */
  eventKey: string | null;
}

export interface QueueView {
  nowMs: number;
  session: EventView | null;
  coachName: string | null;
  items: QueueItemView[];
  dropped: QueueItemView[];
  archived: QueueItemView[];
  patterns: { text: string; outcomes: Answer[] }[];
  /** Open commitments that fall due after the session: not in the queue yet, but not out of sight. Soonest first. */
  laterCommitments: Commitment[];
  /** True when the person's own order differs from the computed one ("Put back"). */
  reordered: boolean;
}

export interface AdherenceView {
  /** (did + 1/2 partly) / occasions, 0 to 1; `null` without occasions. */
  rate: number | null;
  /** Wilson 95 % interval, 0 to 1. */
  low: number | null;
  high: number | null;
  occasions: number;
  /** did + 1/2 partly. */
  held: number;
  answered: number;
  offered: number;
  early: boolean;
}

export interface PriorityView {
  priority: Priority;
  adherence: AdherenceView;
  outcomes: Answer[];
  /** Fading level 0 to 4 (4 = owned) and why it stands there. */
  level: 0 | 1 | 2 | 3 | 4;
  levelWhy: string;
}

export interface StarterPriority {
  id: string;
  name: string;
  from: string;
  to: string;
  outcome: string;
  plan: IfThenPlan;
  situation: Situation;
}

export interface PlanView {
  priorities: PriorityView[];
  starters: StarterPriority[];
  canAdd: boolean;
}

/** Which events a situation would touch. */
export interface TouchView {
  events: EventView[];
  kinds: MeetingKind[];
}

export interface JournalEntryView {
  reflection: Reflection;
  priorityName: string | null;
}

export interface JournalView {
  entries: JournalEntryView[];
  total: number;
  /** Pass as `before` to read on; `null` at the end. */
  nextBefore: string | null;
}

/** One event in the side panel: the card for people, with words. */
export interface PanelView {
  event: EventView;
  card: CardView;
  /** One per priority that applies or was captured; the first is the one-click one. */
  reflections: { capture: CaptureView; reflection: Reflection | null; plan: IfThenPlan | null }[];
  allPriorities: { id: string; name: string }[];
  sessionMs: number | null;
  coachName: string | null;
}

export interface SettingsView {
  settings: Settings;
  sources: SourceView[];
  /** Calendars seen in the sources: the person's own always count, others (`own` false) by choice. */
  calendars: { sourceId: string; id: string; name: string; own: boolean; included: boolean }[];
  marks: { id: string; title: string; kind: string; scope: "event" | "series" }[];
  people: KnownPerson[];
  grantedHosts: string[];
  version: string;
  storage: { usedBytes: number | null; records: number };
  notice: string | null;
}

/** Whatever can be undone carries one of these; `undo` takes it back once. */
export interface UndoView {
  undoId: string;
}
