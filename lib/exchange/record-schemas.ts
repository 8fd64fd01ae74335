/**
 * The form of every record in an archive. Annotated with the domain's types, so that a field added there does not
 * compile here until it has a form. Must stay able to read every released version.
 */
import * as z from "zod/mini";
import { decisionDomains, labels } from "../domain/assessment.ts";
import type { Commitment } from "../domain/commitment.ts";
import { eventKinds } from "../domain/event.ts";
import type { EventRecord } from "../domain/event-record.ts";
import type { Mark } from "../domain/mark.ts";
import { markKinds } from "../domain/mark.ts";
import { meetingKinds } from "../domain/plan.ts";
import type { Priority } from "../domain/plan.ts";
import type { QueueEdit } from "../domain/queue-edit.ts";
import type { RecordBase } from "../domain/record.ts";
import type { Reflection } from "../domain/reflection.ts";
import { answers } from "../domain/reflection.ts";
import type { Source } from "../domain/source.ts";

z.config({ jitless: true }); // zod probes `new Function`, which the extension's policy reports as a violation

const text = (max: number) => z.string().check(z.maxLength(max));
const id = text(1000);
/** An instant JavaScript can name. */
const ms = z.number().check(z.gte(-8.64e15), z.lte(8.64e15));
const count = z.int().check(z.gte(0), z.lte(1e9));
const list = <T extends z.core.SomeType>(item: T, max = 10_000) => z.array(item).check(z.maxLength(max));

const base = {
  id: id.check(z.minLength(1)),
  rev: z.int().check(z.gte(1), z.lte(1e9)),
  createdAtMs: ms,
  updatedAtMs: ms,
  deletedAtMs: z.nullable(ms),
};

/** A record that was deleted: nothing but its history. */
export const tombstoneSchema: z.ZodMiniType<RecordBase> = z.object({ ...base, deletedAtMs: ms });

const ownAnswer = z.enum(["accepted", "declined", "tentative", "needs-action", "organizer", "unknown"]);
const person = z.object({
  name: z.nullable(text(300)),
  email: z.nullable(text(320)),
  answer: ownAnswer,
  self: z.boolean(),
});

const calendar = z.object({ id: text(1000), name: text(300), own: z.boolean() });

const facts = {
  title: text(2000),
  timing: z.object({
    kind: z.enum(["timed", "all-day", "floating"]),
    startMs: ms,
    endMs: z.nullable(ms),
    startLocal: z.nullable(text(40)),
    endLocal: z.nullable(text(40)),
  }),
  status: z.enum(["confirmed", "tentative", "cancelled"]),
  kind: z.enum(eventKinds),
  answer: ownAnswer,
  availability: z.enum(["busy", "free", "tentative", "out-of-office", "working-elsewhere", "unknown"]),
  visibility: z.enum(["normal", "private", "free-busy"]),
  location: z.nullable(text(2000)),
  description: z.nullable(text(20_000)),
  categories: list(text(200), 500),
  organizer: z.nullable(person),
  attendees: z.nullable(list(person)),
  attendeeCount: z.nullable(z.number()),
  recurrence: z.nullable(text(1000)),
  hasAttachments: z.boolean(),
  calendar,
};

const sighting = z.object({
  event: z.object({
    ...facts,
    sourceId: id,
    sourceEventId: text(1000),
    aliases: list(text(1000), 100),
    seriesId: z.nullable(text(1000)),
  }),
  firstSeenAtMs: ms,
  lastSeenAtMs: ms,
  missingSinceMs: z.nullable(ms),
});

const domain = z.enum([...decisionDomains, "none"]);
const stakes = z.number().check(z.gte(0), z.lte(1));

const assessment = z.object({
  label: z.enum(labels),
  domain,
  stakes,
  reasons: list(
    z.object({
      code: text(100),
      params: z.record(text(100), z.union([text(2000), z.number()])),
      evidence: z.nullable(
        z.object({
          field: z.enum(["title", "description", "location", "people", "time", "series", "plan", "mark"]),
          text: text(2000),
        }),
      ),
      weight: z.number(),
    }),
    200,
  ),
});

const event = z.object({
  ...base,
  seriesKey: z.nullable(id),
  facts: z.object(facts),
  sightings: list(sighting, 100),
  lastSeenAtMs: ms,
  missingSinceMs: z.nullable(ms),
  formerKeys: z.optional(list(id, 20)),
  assessment,
  kinds: list(z.enum(meetingKinds), 100),
  assessedWith: text(200_000),
});

const source = z.object({
  ...base,
  kind: z.enum(["page", "ics-file", "ics-feed", "google", "microsoft"]),
  name: text(320),
  address: z.nullable(text(2000)),
  etag: z.nullable(text(500)),
  lastModified: z.nullable(text(200)),
  lastReadAtMs: z.nullable(ms),
  nextReadAtMs: z.optional(ms),
  coverage: z.nullable(z.object({ fromMs: ms, toMs: ms, complete: z.boolean() })),
  calendars: z.optional(list(calendar, 1000)),
  eventCount: count,
  problemCount: count,
  failure: z.nullable(
    z.object({ code: text(60), atMs: ms, retryAtMs: z.nullable(ms), inARow: z.optional(count) }),
  ),
});

const plan = z.object({ if: text(500), then: text(500) });
const sharing = z.enum(["device", "coach", "coach-and-sponsor"]);

const reflection: z.ZodMiniType<Reflection> = z.object({
  ...base,
  eventKey: id,
  priorityId: z.nullable(id),
  answer: z.enum(answers),
  answeredAtMs: ms,
  late: z.boolean(),
  event: z.object({
    title: text(2000),
    startMs: ms,
    endMs: z.nullable(ms),
    seriesKey: z.nullable(id),
    label: z.enum(labels),
    domain,
    stakes: z.number().check(z.gte(0), z.lte(100)),
    people: list(text(320), 2000),
  }),
  plan: z.nullable(plan),
  effort: z.nullable(z.number().check(z.gte(0), z.lte(10))),
  outcome: z.nullable(z.number().check(z.gte(-2), z.lte(2))),
  nextTime: text(4000),
  surprised: text(4000),
  decisionTaken: text(4000),
  whoNoticed: text(1000),
  energy: z.nullable(z.enum(["low", "even", "high"])),
  bringToSession: z.boolean(),
  sharing,
});

const priority: z.ZodMiniType<Priority> = z.object({
  ...base,
  name: text(120),
  from: text(500),
  to: text(500),
  outcome: text(500),
  impact: text(500),
  situation: z.object({
    domains: list(z.enum(decisionDomains), 100),
    kinds: list(z.enum(meetingKinds), 100),
    people: list(text(300), 500),
    words: list(text(100), 500),
    notWords: list(text(100), 500),
    series: list(id, 1000),
  }),
  plan: z.nullable(plan),
  adaptations: list(
    z.object({ scope: z.object({ kind: z.enum(["event", "series"]), key: id }), plan, adaptedAtMs: ms }),
  ),
  rehearsals: list(z.object({ eventKey: z.nullable(id), atMs: ms }), 100_000),
  order: count,
  starterId: z.nullable(id),
});

const mark: z.ZodMiniType<Mark> = z.object({
  ...base,
  scope: z.enum(["event", "series"]),
  key: id,
  kind: z.enum(markKinds),
  title: text(2000),
});

const commitment: z.ZodMiniType<Commitment> = z.object({
  ...base,
  text: text(1000),
  by: z.enum(["you", "coach"]),
  dueMs: z.nullable(ms),
  eventKey: z.nullable(id),
  doneAtMs: z.nullable(ms),
  sharing,
});

const settings = z.object({ ...base, id: z.literal("settings"), values: z.record(text(60), z.unknown()) });

const queueEdit = z.object({
  ...base,
  starred: z.boolean(),
  droppedAtMs: z.nullable(ms),
  discussedAtMs: z.nullable(ms),
  order: z.nullable(count),
  sharing: z.nullable(sharing),
  mergedInto: z.optional(z.nullable(id)),
  rolledOver: count,
  rolledOverAtMs: z.nullable(ms),
  archivedAtMs: z.nullable(ms),
});

const day = z.object({
  ...base,
  meetingHours: z.number(),
  highStakesHours: z.number(),
  meetings: count,
  highStakes: count,
});

/** The collections of an archive. What is not here (act log, filed outbox ids, reminders given) stays behind. */
export const recordSchemas = {
  // Optional fields: zod says "or undefined", JSON cannot hold undefined, so they are absent or what they say.
  events: event as unknown as z.ZodMiniType<EventRecord>,
  sources: source as unknown as z.ZodMiniType<Source>,
  reflections: reflection,
  priorities: priority,
  marks: mark,
  commitments: commitment,
  settings,
  queueEdits: queueEdit as unknown as z.ZodMiniType<QueueEdit>,
  days: day,
} as const;

export type ArchivedName = keyof typeof recordSchemas;
export const archivedNames = Object.keys(recordSchemas) as ArchivedName[]; // keys of a const object
