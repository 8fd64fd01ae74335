/** Schemas of what pages and readers send about a calendar, and the small ones that every input is made of. */
import * as z from "zod/mini";

// zod probes `new Function`, which the extension's policy reports as a violation (platform.md 0.8).
z.config({ jitless: true });

export const text = (max: number) => z.string().check(z.maxLength(max));
export const id = text(400);
export const ms = z.number();
export const nullable = <T extends z.core.SomeType>(schema: T) => z.nullable(schema);

const person = z.object({
  name: nullable(text(300)),
  email: nullable(text(320)),
  answer: z.enum(["accepted", "declined", "tentative", "needs-action", "organizer", "unknown"]),
  self: z.boolean(),
});

export const timingSchema = z.object({
  kind: z.enum(["timed", "all-day", "floating"]),
  startMs: ms,
  endMs: nullable(ms),
  startLocal: nullable(text(40)),
  endLocal: nullable(text(40)),
});

/** A CalendarEvent on the wire: pages and the ICS worker send these. Long texts are cut by the sender. */
export const eventSchema = z.object({
  sourceId: id,
  sourceEventId: text(1000),
  aliases: z.array(text(1000)).check(z.maxLength(8)),
  seriesId: nullable(text(1000)),
  title: text(2000),
  timing: timingSchema,
  status: z.enum(["confirmed", "tentative", "cancelled"]),
  kind: z.enum(["event", "focus-time", "out-of-office", "working-location", "birthday", "holiday", "task"]),
  answer: z.enum(["accepted", "declined", "tentative", "needs-action", "organizer", "unknown"]),
  availability: z.enum(["busy", "free", "tentative", "out-of-office", "working-elsewhere", "unknown"]),
  visibility: z.enum(["normal", "private", "free-busy"]),
  location: nullable(text(2000)),
  description: nullable(text(20_000)),
  categories: z.array(text(200)).check(z.maxLength(50)),
  organizer: nullable(person),
  attendees: nullable(z.array(person).check(z.maxLength(2000))),
  attendeeCount: nullable(z.number()),
  recurrence: nullable(text(1000)),
  hasAttachments: z.boolean(),
  calendar: z.object({ id: text(1000), name: text(300), own: z.boolean() }),
});

export const coverage = z.object({ fromMs: ms, toMs: ms, complete: z.boolean() });
