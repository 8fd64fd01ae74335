/**
 * The class of every field of every record: who could ever be given it. Complete by type: a field added to a record
 * without a class does not compile. The most careful class that still lets the product do its work is right.
 */
import type { Commitment } from "../commitment.ts";
import type { EventRecord } from "../event-record.ts";
import type { Mark } from "../mark.ts";
import type { Priority } from "../plan.ts";
import type { QueueEdit } from "../queue-edit.ts";
import type { RecordBase } from "../record.ts";
import type { Reflection } from "../reflection.ts";
import type { ReminderState } from "../reminder-state.ts";
import type { Settings } from "../settings.ts";
import type { Source } from "../source.ts";

/**
 * `secret`: not even into the person's own archive without a word of theirs. `device`: the person alone.
 * `coach`: the coach too. `sponsor`: coach and sponsor too. What a class allows, boundaries and the person's choice on
 * the record can still refuse.
 */
export type FieldClass = "secret" | "device" | "coach" | "sponsor";

/** Every record that can be asked to leave. `Settings` and day totals are given as they are stored. */
export interface Shareable {
  event: EventRecord;
  source: Source;
  reflection: Reflection;
  priority: Priority;
  mark: Mark;
  commitment: Commitment;
  settings: RecordBase & { values: Settings };
  queueEdit: QueueEdit;
  reminderState: ReminderState;
  day: RecordBase & { meetingHours: number; highStakesHours: number; meetings: number; highStakes: number };
}
export type RecordKind = keyof Shareable;

type Inner<T> = NonNullable<T> extends readonly (infer E)[] ? NonNullable<E> : NonNullable<T>;
/** A class for the whole field, or one for each field inside. */
export type Classes<T> = {
  readonly [K in keyof T]-?: FieldClass | (Inner<T[K]> extends object ? Classes<Inner<T[K]>> : never);
};

/** Bookkeeping goes where the record goes; it says nothing by itself. */
const base = {
  id: "sponsor",
  rev: "sponsor",
  createdAtMs: "sponsor",
  updatedAtMs: "sponsor",
  deletedAtMs: "sponsor",
} as const satisfies Classes<RecordBase>;

export const fieldClasses: { readonly [K in RecordKind]: Classes<Shareable[K]> } = {
  event: {
    ...base,
    seriesKey: "device",
    facts: {
      title: "coach",
      timing: "coach",
      status: "coach",
      kind: "coach",
      answer: "device",
      availability: "device",
      visibility: "device",
      location: "device",
      description: "device",
      categories: "device",
      organizer: "device",
      attendees: "device",
      attendeeCount: "device",
      recurrence: "device",
      hasAttachments: "device",
      calendar: "device",
    },
    sightings: "device",
    lastSeenAtMs: "device",
    missingSinceMs: "device",
    formerKeys: "device",
    assessment: { label: "coach", domain: "coach", stakes: "coach", reasons: "device" },
    kinds: "device",
    assessedWith: "device",
  },
  source: {
    ...base,
    kind: "device",
    name: "device",
    // A feed address is a credential.
    address: "secret",
    etag: "device",
    lastModified: "device",
    lastReadAtMs: "device",
    nextReadAtMs: "device",
    coverage: "device",
    calendars: "device",
    eventCount: "device",
    problemCount: "device",
    failure: "device",
  },
  reflection: {
    ...base,
    eventKey: "device",
    priorityId: "sponsor",
    answer: "sponsor",
    answeredAtMs: "coach",
    late: "coach",
    event: {
      title: "coach",
      startMs: "coach",
      endMs: "coach",
      seriesKey: "device",
      label: "coach",
      domain: "coach",
      stakes: "coach",
      people: "device",
    },
    plan: "coach",
    effort: "coach",
    outcome: "coach",
    nextTime: "coach",
    surprised: "coach",
    decisionTaken: "coach",
    whoNoticed: "device",
    energy: "device",
    bringToSession: "coach",
    sharing: "device",
  },
  priority: {
    ...base,
    name: "sponsor",
    from: "coach",
    to: "sponsor",
    outcome: "sponsor",
    impact: "sponsor",
    situation: "device",
    plan: "coach",
    adaptations: "device",
    rehearsals: "device",
    order: "coach",
    starterId: "device",
  },
  mark: { ...base, scope: "device", key: "device", kind: "device", title: "device" },
  commitment: {
    ...base,
    text: "coach",
    by: "coach",
    dueMs: "coach",
    eventKey: "device",
    doneAtMs: "coach",
    sharing: "device",
  },
  settings: { ...base, values: "device" },
  queueEdit: {
    ...base,
    starred: "device",
    droppedAtMs: "device",
    discussedAtMs: "device",
    order: "device",
    sharing: "device",
    mergedInto: "device",
    rolledOver: "device",
    rolledOverAtMs: "device",
    archivedAtMs: "device",
  },
  reminderState: {
    ...base,
    settled: "device",
    snoozed: "device",
    lookAheadOn: "device",
    sweepOn: "device",
    recapOn: "device",
  },
  day: {
    ...base,
    meetingHours: "device",
    highStakesHours: "device",
    meetings: "device",
    highStakes: "device",
  },
};
