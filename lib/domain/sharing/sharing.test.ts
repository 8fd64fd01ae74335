import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultSettings } from "../settings.ts";
import { fieldClasses } from "./classes.ts";
import type { RecordKind, Shareable } from "./classes.ts";
import { deviceOnly, exportable } from "./exportable.ts";
import type { Audience, Boundaries } from "./exportable.ts";

const base = { id: "id", rev: 1, createdAtMs: 1, updatedAtMs: 1, deletedAtMs: null };
const timing = { kind: "timed", startMs: 1, endMs: 2, startLocal: null, endLocal: null } as const;
const person = { name: "Priya Raman", email: "p@x.example", answer: "accepted", self: false } as const;

const facts = {
  title: "Board",
  timing,
  status: "confirmed",
  kind: "event",
  answer: "accepted",
  availability: "busy",
  visibility: "normal",
  location: "Fjord",
  description: "secret plans",
  categories: ["red"],
  organizer: person,
  attendees: [person],
  attendeeCount: 1,
  recurrence: null,
  hasAttachments: false,
  calendar: { id: "c", name: "Dana", own: true },
} as const;

/** One full record of every kind: the types make sure that no field is missing. */
const specimens: Shareable = {
  event: {
    ...base,
    seriesKey: "s",
    facts: { ...facts, categories: ["red"], attendees: [person] },
    sightings: [],
    lastSeenAtMs: 1,
    missingSinceMs: null,
    formerKeys: [],
    assessment: { label: "high-stakes", domain: "enterprise-risk", stakes: 0.9, reasons: [] },
    kinds: ["board"],
    assessedWith: "v",
  },
  source: {
    ...base,
    kind: "ics-feed",
    name: "feed",
    address: "https://x.example/secret.ics",
    etag: null,
    lastModified: null,
    lastReadAtMs: null,
    nextReadAtMs: 5,
    coverage: null,
    calendars: [],
    eventCount: 0,
    problemCount: 0,
    failure: null,
  },
  reflection: {
    ...base,
    eventKey: "e",
    priorityId: "p",
    answer: "did",
    answeredAtMs: 1,
    late: false,
    event: {
      title: "Board",
      startMs: 1,
      endMs: 2,
      seriesKey: "s",
      label: "high-stakes",
      domain: "enterprise-risk",
      stakes: 90,
      people: ["Priya Raman"],
    },
    plan: { if: "a", then: "b" },
    effort: 5,
    outcome: 1,
    nextTime: "n",
    surprised: "s",
    decisionTaken: "d",
    whoNoticed: "w",
    energy: "low",
    bringToSession: true,
    sharing: "coach-and-sponsor",
  },
  priority: {
    ...base,
    name: "Ask first",
    from: "f",
    to: "t",
    outcome: "o",
    impact: "i",
    situation: { domains: [], kinds: [], people: ["Leo"], words: [], notWords: [], series: [] },
    plan: null,
    adaptations: [],
    rehearsals: [],
    order: 0,
    starterId: null,
  },
  mark: { ...base, scope: "event", key: "e", kind: "high-stakes", title: "Board" },
  commitment: {
    ...base,
    text: "t",
    by: "you",
    dueMs: 1,
    eventKey: "e",
    doneAtMs: null,
    sharing: "coach-and-sponsor",
  },
  settings: { ...base, values: defaultSettings },
  queueEdit: {
    ...base,
    starred: true,
    droppedAtMs: null,
    discussedAtMs: null,
    order: 1,
    sharing: "coach-and-sponsor",
    mergedInto: null,
    rolledOver: 0,
    rolledOverAtMs: null,
    archivedAtMs: null,
  },
  reminderState: {
    ...base,
    settled: {},
    snoozed: {},
    lookAheadOn: null,
    sweepOn: null,
    recapOn: "2026-11-27",
  },
  day: { ...base, meetingHours: 1, highStakesHours: 1, meetings: 1, highStakes: 1 },
};

const kinds = Object.keys(fieldClasses) as RecordKind[]; // keys of a typed constant
const everything: Boundaries = { coach: kinds, sponsor: kinds };
const others: Audience[] = ["coach", "sponsor"];

/** `path -> class` for every leaf of a class tree. */
function leaves(classes: unknown, path: string[] = []): [string[], string][] {
  if (typeof classes === "string") return [[path, classes]];
  return Object.entries(classes as object).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

function at(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
}

test.each(kinds)("every field of a %s has a class, and no class lacks its field", (kind) => {
  expect(Object.keys(fieldClasses[kind]).toSorted()).toEqual(Object.keys(specimens[kind]).toSorted());
});

test.each(kinds)("without a contract nothing of a %s leaves, whatever the person chose", (kind) => {
  for (const audience of others) {
    expect(exportable(kind, specimens[kind], audience)).toBeNull();
    expect(
      exportable(kind, specimens[kind], audience, { boundaries: deviceOnly, withSecrets: true }),
    ).toBeNull();
  }
});

test.each(kinds)("the person's own archive holds the whole of a %s, secrets only by their word", (kind) => {
  const whole = exportable(kind, specimens[kind], "self", { withSecrets: true });
  expect(whole).toEqual(specimens[kind]);
  const secrets = leaves(fieldClasses[kind]).filter(([, given]) => given === "secret");
  for (const [path] of secrets) expect(at(exportable(kind, specimens[kind], "self"), path)).toBeUndefined();
});

test("a feed address is a secret", () => {
  expect(exportable("source", specimens.source, "self")).not.toHaveProperty("address");
});

const chosen = (sharing: "device" | "coach") => ({ ...specimens.reflection, sharing });

describe("with the widest contract there can be", () => {
  test.each(kinds)("only fields of the audience's class leave a %s", (kind) => {
    for (const audience of others) {
      const part = exportable(kind, specimens[kind], audience, { boundaries: everything, withSecrets: true });
      const allowed = audience === "coach" ? ["coach", "sponsor"] : ["sponsor"];
      for (const [path, given] of leaves(fieldClasses[kind]))
        expect(at(part, path), `${kind}.${path.join(".")} to ${audience}`).toEqual(
          allowed.includes(given) ? at(specimens[kind], path) : undefined,
        );
    }
  });

  test("the person's choice on a record closes it", () => {
    const choice = { boundaries: everything };
    expect(exportable("reflection", chosen("device"), "coach", choice)).toBeNull();
    expect(exportable("reflection", chosen("coach"), "coach", choice)).not.toBeNull();
    expect(exportable("reflection", chosen("coach"), "sponsor", choice)).toBeNull();
  });

  test("a part that is not what it should be stays", () => {
    const odd = { ...specimens.reflection, event: "free words" } as never;
    expect(JSON.stringify(exportable("reflection", odd, "coach", { boundaries: everything }))).not.toContain(
      "free",
    );
  });

  test("colleagues in the room never leave, and a deleted record is nobody's", () => {
    const part = exportable("reflection", specimens.reflection, "coach", { boundaries: everything });
    expect(part?.["event"]).not.toHaveProperty("people");
    const deleted = { ...specimens.reflection, deletedAtMs: 5 };
    expect(exportable("reflection", deleted, "coach", { boundaries: everything })).toBeNull();
  });
});

test("a device-only word never gets out, whatever the contract, the choice and stray fields", () => {
  const canary = "canary-4711";
  const kind = fc.constantFrom(...kinds);
  fc.assert(
    fc.property(
      kind,
      fc.constantFrom<Audience>("coach", "sponsor"),
      fc.subarray(kinds),
      fc.subarray(kinds),
      fc.constantFrom("device", "coach", "coach-and-sponsor"),
      fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
      (given, audience, coach, sponsor, sharing, stray) => {
        const record: Record<string, unknown> = structuredClone({ ...specimens[given] });
        if ("sharing" in record) record["sharing"] = sharing;
        for (const [path, fieldClass] of leaves(fieldClasses[given])) {
          if (fieldClass !== "device" && fieldClass !== "secret") continue;
          const holder = at(record, path.slice(0, -1)) as Record<string, unknown>;
          const name = path.at(-1) ?? "";
          if (name !== "sharing") holder[name] = canary;
        }
        for (const name of stray) if (!(name in record)) record[name] = canary;
        const out = exportable(given, record as never, audience, {
          boundaries: { coach, sponsor },
          withSecrets: true,
        });
        expect(JSON.stringify(out) ?? "").not.toContain(canary);
      },
    ),
    { numRuns: 500 },
  );
});
