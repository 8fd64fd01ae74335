/**
 * What the debrief queue is made of. The queue is never stored: it is computed from records, the person's edits and
 * now. Reasons leave here as codes with blanks; the words are the catalogue's.
 */
import type { Commitment } from "../commitment.ts";
import type { Priority } from "../plan.ts";
import type { QueueEdit } from "../queue-edit.ts";
import type { SharingClass } from "../record.ts";
import type { Answer, Reflection } from "../reflection.ts";

/** A sentence to be said: key of the message catalogue and its blanks; blanks named `...Ms` are instants. */
export interface Said {
  code: string;
  params: Record<string, string | number>;
}

export type QueueSection = "commitments" | "proposed" | "folded";

export interface QueueItem {
  /** `reflection:<id>`, `unreflected:<event key>`, `commitment:<id>`. */
  id: string;
  section: QueueSection;
  kind: "commitment" | "reflection" | "unreflected";
  title: string;
  /** Start of the event, or when the commitment is due; ms. */
  whenMs: number | null;
  /** 0 to 1; `null` for commitments. */
  score: number | null;
  reasons: Said[];
  answer: Answer | null;
  /** The person's own words, longest thought first; never for calendar pages. */
  words: string[];
  starred: boolean;
  sharing: SharingClass;
  /** Sessions it waited through without being discussed. */
  rolledOver: number;
  /** True when this is something that went as intended or better than expected. */
  success: boolean;
  /** Topics that are talked about in this row too, each with its own words and its own sharing; absent without any. */
  merged?: { id: string; title: string; words: string[] }[];
  commitment: Commitment | null;
  reflectionId: string | null;
  /** Event it is about or bound to; `null` for a commitment without one. */
  eventKey: string | null;
}

/** A high-stakes meeting that took place; `stakes` 0 to 100. */
export interface PastEvent {
  eventKey: string;
  title: string;
  startMs: number;
  endMs: number;
  stakes: number;
}

export interface QueueInput {
  nowMs: number;
  commitments: readonly Commitment[];
  reflections: readonly Reflection[];
  /** Flagged events that are over; those with a reflection are left out here, not by the caller. */
  pastEvents: readonly PastEvent[];
  priorities: readonly Pick<Priority, "id" | "name">[];
  /** Ends of past coaching sessions, ms, oldest first. */
  sessionEnds: readonly number[];
  /** Start of the next session; `null` when none is known. */
  nextSessionMs: number | null;
  /** Start of events that commitments are bound to, by event key. */
  boundStarts: ReadonlyMap<string, { title: string; startMs: number }>;
  edits: ReadonlyMap<string, QueueEdit>;
}

export interface Pattern {
  priorityId: string;
  group: { kind: "series" | "domain"; name: string };
  missed: number;
  /** The last five occasions, oldest first. */
  outcomes: Answer[];
  sinceMs: number;
}

export interface Queue {
  /** Commitments, then the proposed topics, then the rest, in order. */
  items: QueueItem[];
  dropped: QueueItem[];
  /** Discussed, or rolled over twice and let go of within the last thirty days. */
  archived: QueueItem[];
  patterns: Pattern[];
  /** True when the person's order differs from the computed one. */
  reordered: boolean;
}

/** Topics older than this are archived even when no session is found in the calendar. */
export const topicDays = 90;
/** How far back the queue looks for patterns. */
export const patternDays = 180;
/** How often an undiscussed topic rolls over before it is archived. */
export const maxRollOvers = 2;
/** How long an archived topic stays in sight. */
export const archiveNoticeDays = 30;
export const proposedTopics = 2;
