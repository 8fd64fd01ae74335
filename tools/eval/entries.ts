/**
 * Calendar entries from JSON lines, in the form contracts.md names: unlabelled for `assess`, labelled for `eval`.
 * Owns the parsing of that outside form; a line that is no entry becomes a problem, never an exception.
 */
import * as z from "zod/mini";
import { decisionDomains, labels } from "../../lib/domain/assessment.ts";
import type { AssessmentContext, DecisionDomain, Label } from "../../lib/domain/assessment.ts";
import type { Person, Timing } from "../../lib/domain/event.ts";
import type { AssessmentInput } from "../../lib/domain/stakes/assess.ts";

z.config({ jitless: true });

const text = z.catch(z.nullable(z.string()), null);
const entrySchema = z.object({
  id: z.union([z.string(), z.number()]),
  lang: z.optional(text),
  owner_role: z.optional(text),
  title: z.optional(text),
  start: z.optional(text),
  end: z.optional(text),
  location: z.optional(text),
  description: z.optional(text),
  organizer: z.optional(text),
  attendees: z.catch(z.optional(z.nullable(z.array(z.unknown()))), null),
  attendee_count: z.catch(z.optional(z.nullable(z.number())), null),
  recurrence: z.optional(text),
});
const labelSchema = z.object({
  label: z.enum(labels),
  stakes: z.catch(z.number(), 0),
  domain: z.catch(z.union([z.enum(decisionDomains), z.literal("none")]), "none"),
  domain_alt: z.catch(z.array(z.enum(decisionDomains)), []),
  ambiguous: z.catch(z.boolean(), false),
  hard_negative: z.catch(z.boolean(), false),
  synthetic: z.catch(z.boolean(), false),
});

export interface Entry {
  id: string | number;
  lang: string;
  event: AssessmentInput;
  context: AssessmentContext;
}
export interface LabelledEntry extends Entry {
  truth: {
    label: Label;
    domain: DecisionDomain | "none";
    alternatives: DecisionDomain[];
    ambiguous: boolean;
    hardNegative: boolean;
    synthetic: boolean;
  };
}
export interface LineProblem {
  line: number;
  sentence: string;
}
export interface Parsed<E extends Entry> {
  entries: E[];
  problems: LineProblem[];
}

/** Entries with or without labels. Labels are not looked at. */
export function parseEntries(jsonl: string): Parsed<Entry> {
  return parseLines(jsonl, (value, line, problems) => {
    const parsed = entrySchema.safeParse(value);
    if (parsed.success) return toEntry(parsed.data);
    problems.push({ line, sentence: `Line ${line} is not a calendar entry: it has no id.` });
    return null;
  });
}

/** Labelled entries; a line without a label is a problem. */
export function parseLabelled(jsonl: string): Parsed<LabelledEntry> {
  return parseLines(jsonl, (value, line, problems) => {
    const entry = entrySchema.safeParse(value);
    const truth = labelSchema.safeParse(value);
    if (!entry.success || !truth.success) {
      problems.push({ line, sentence: `Line ${line} is not a labelled calendar entry.` });
      return null;
    }
    const {
      label,
      domain,
      domain_alt: alternatives,
      ambiguous,
      hard_negative: hardNegative,
      synthetic,
    } = truth.data;
    return {
      ...toEntry(entry.data),
      truth: { label, domain, alternatives, ambiguous, hardNegative, synthetic },
    };
  });
}

function parseLines<E extends Entry>(
  jsonl: string,
  read: (value: unknown, line: number, problems: LineProblem[]) => E | null,
): Parsed<E> {
  const problems: LineProblem[] = [];
  const entries: E[] = [];
  jsonl
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .forEach((written, index) => {
      if (written.trim() === "") return;
      let value: unknown;
      try {
        value = JSON.parse(written);
      } catch {
        // The parser's own words name offsets inside the line; the line number is what helps.
        problems.push({ line: index + 1, sentence: `Line ${index + 1} is not JSON and was left out.` });
        return;
      }
      const entry = read(value, index + 1, problems);
      if (entry !== null) entries.push(entry);
    });
  return { entries, problems };
}

function toEntry(data: z.infer<typeof entrySchema>): Entry {
  const attendees = (data.attendees ?? []).flatMap(attendee);
  const event: AssessmentInput = {
    title: data.title ?? "",
    timing: timingOf(data.start ?? null, data.end ?? null),
    status: "confirmed",
    kind: "event",
    answer: "unknown",
    availability: "unknown",
    visibility: "normal",
    location: data.location ?? null,
    description: data.description ?? null,
    categories: [],
    organizer: data.organizer === null || data.organizer === undefined ? null : person(data.organizer),
    attendees: attendees.length > 0 ? attendees : null,
    attendeeCount: data.attendee_count ?? null,
    recurrence: data.recurrence ?? null,
    hasAttachments: false,
    seriesId: null,
  };
  return {
    id: data.id,
    lang: data.lang ?? "",
    event,
    context: { people: [], ownDomains: [], ownerRole: data.owner_role ?? null },
  };
}

function attendee(value: unknown): Person[] {
  if (typeof value === "string") return [person(value)];
  const named = z
    .object({ name: z.catch(z.nullable(z.string()), null), email: z.catch(z.nullable(z.string()), null) })
    .safeParse(value);
  return named.success ? [{ ...named.data, answer: "unknown", self: false }] : [];
}

function person(written: string): Person {
  const address = /[^\s<>"]*@[^\s<>"]+/.exec(written)?.[0] ?? null;
  const name = written.replace(/<[^>]*>|[^\s<>"]*@[^\s<>"]+|"/g, "").trim();
  return { name: name === "" ? null : name, email: address, answer: "unknown", self: false };
}

/** Local times without their zone: only the length and the day matter to the recognition. */
function timingOf(start: string | null, end: string | null): Timing | null {
  if (start === null) return null;
  const allDay = /^\d{4}-\d{2}-\d{2}$/.test(start);
  const startMs = instant(start);
  if (startMs === null) return null;
  const endMs = end === null ? null : instant(end);
  return { kind: allDay ? "all-day" : "floating", startMs, endMs, startLocal: start, endLocal: end };
}

function instant(written: string): number | null {
  const ms = Date.parse(
    /(?:Z|[+-]\d{2}:?\d{2})$/.test(written) || !written.includes("T") ? written : `${written}Z`,
  );
  return Number.isNaN(ms) ? null : ms;
}
