/**
 * Queue and journal with ten years of data (50,000 events, 20,000 reflections) in a real browser, asked for as a
 * surface asks: one message to the background and its answer. Beside an empty store, and beside a store that holds the
 * last half year alone, which must give the very same queue.
 */
import { deepEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { assessorFor } from "../../lib/app/assessing.ts";
import type { CalendarEvent } from "../../lib/domain/event.ts";
import type { EventRecord } from "../../lib/domain/event-record.ts";
import type { Priority } from "../../lib/domain/plan.ts";
import type { RecordBase } from "../../lib/domain/record.ts";
import type { Answer, Reflection } from "../../lib/domain/reflection.ts";
import { answers } from "../../lib/domain/reflection.ts";
import { defaultSettings } from "../../lib/domain/settings.ts";
import type { Input, Operation, Outputs } from "../../lib/rpc/contract.ts";
import type { QueueView } from "../../lib/rpc/views.ts";
import { encode } from "../../lib/store/codec.ts";
import type { Collection } from "../../lib/store/collection.ts";
import { collections } from "../../lib/store/collections.ts";
import { launchWithExtension } from "../../test/support/launch.ts";

export interface BenchRow {
  name: string;
  /** Milliseconds, medians. */
  value: number;
  baseline: number;
  ratio: number;
}

const dayMs = 86_400_000;
const rounds = 15;
const tenYears = { events: 50_000, reflections: 20_000, days: 3650 };
/** What the queue looks at, and a margin. */
const recentDays = 200;

const titles = [
  "Board: Q4 outlook",
  "Pricing steering group",
  "1:1 Tomás Ferreira",
  "Project Heron: go / no-go",
  "Weekly staff",
  "FX hedging review",
  "Dentist",
  "Budget approval 2027",
  "Vendor demo",
  "Leadership team off-site",
  "Flight to Oslo",
  "Hiring panel, CFO",
  "Town hall",
] as const;

/** Rows for `npm run bench`. `build` is a folder of the end-to-end build. */
export async function rows(build = "e2e"): Promise<BenchRow[]> {
  const nowMs = Date.now();
  const full = tenYearsOf(nowMs);
  const recent = full.filter(({ atMs }) => atMs > nowMs - recentDays * dayMs);
  const stores = {
    empty: await startedWith(
      build,
      full.filter(({ collection }) => collection === "priorities"),
    ),
    recent: await startedWith(build, recent),
    full: await startedWith(build, full),
  };
  try {
    const queue = await timed(stores, (page) => ask(page, "queue.get", {}));
    sameQueue(queue.answers.recent, queue.answers.full);
    deepEqual(shapeOf(queue.answers.full), shapeOf(queue.answers.empty), "the queue has one shape");
    const newest = { search: "", before: null, limit: 50 };
    const journal = await timed(stores, (page) => ask(page, "journal.get", newest));
    deepEqual(
      journal.answers.full.entries,
      journal.answers.recent.entries,
      "the journal's first page is the same",
    );
    deepEqual(shapeOf(journal.answers.full), shapeOf(journal.answers.empty), "the journal has one shape");
    const search = { search: "heron ledger", before: null, limit: 50 };
    const searched = await timed(stores, (page) => ask(page, "journal.get", search));
    const hits = searched.answers.recent.entries;
    if (hits.length === 0) throw new Error("the search of the bench finds nothing");
    deepEqual(searched.answers.full.entries.slice(0, hits.length), hits, "the newest hits are the same");
    return [
      row("queue, ten years against empty", queue.medians.full, queue.medians.empty),
      row("queue, ten years against half a year", queue.medians.full, queue.medians.recent),
      row("journal page, ten years against empty", journal.medians.full, journal.medians.empty),
      row("journal search, ten years against empty", searched.medians.full, searched.medians.empty),
    ];
  } finally {
    for (const { close } of Object.values(stores)) await close();
  }
}

function row(name: string, value: number, baseline: number): BenchRow {
  return { name, value, baseline, ratio: value / baseline };
}

type StoreName = "empty" | "recent" | "full";
interface Started {
  page: Page;
  close(): Promise<void>;
}

/** Medians of one question, the three stores asked in turn so that a busy machine slows all of them alike. */
async function timed<T>(
  stores: Record<StoreName, Started>,
  question: (page: Page) => Promise<{ ms: number; value: T }>,
) {
  const names: StoreName[] = ["empty", "recent", "full"];
  const taken: Record<StoreName, number[]> = { empty: [], recent: [], full: [] };
  const last: Partial<Record<StoreName, T>> = {};
  for (let round = 0; round < rounds + 2; round++) {
    for (const name of names) {
      const { ms, value } = await question(stores[name].page);
      if (round >= 2) taken[name].push(ms); // the first two warm up
      last[name] = value;
    }
  }
  const medianOf = (name: StoreName) =>
    taken[name].toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  return {
    medians: { empty: medianOf("empty"), recent: medianOf("recent"), full: medianOf("full") },
    answers: last as Record<StoreName, T>, // every store was asked
  };
}

/** Asks the background from an extension page, timed in the page. Throws when the answer is an error. */
async function ask<O extends Operation>(
  page: Page,
  operation: O,
  input: Input<O>,
): Promise<{ ms: number; value: Outputs[O] }> {
  const { ms, reply } = await page.evaluate(
    async (request) => {
      const before = performance.now();
      // The page is an extension's: `chrome` is there, though the types of this project do not name it.
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
      const answer = await chrome.runtime.sendMessage(request);
      return { ms: performance.now() - before, reply: answer };
    },
    { throughline: operation as string, input: input as unknown },
  );
  if (!reply.ok) throw new Error(`${operation}: ${reply.code}`);
  return { ms, value: reply.value as Outputs[O] }; // the dispatcher is typed by the same contract
}

interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value?: unknown; code?: string }> };
}

/** Everything but the clock. */
function sameQueue(one: QueueView, other: QueueView): void {
  deepEqual(rounded(other), rounded(one), "ten years give the same queue as half a year");
  if (one.items.length < 20) throw new Error("the queue of the bench is too short to say anything");
}

function rounded(view: QueueView) {
  const items = view.items.map((item) => ({
    ...item,
    score: item.score === null ? null : item.score.toFixed(4),
  }));
  return { ...view, nowMs: 0, items, archived: view.archived.map(({ id }) => id) };
}

function shapeOf(view: object): string[] {
  return Object.entries(view).map(([name, value]) => (Array.isArray(value) ? `${name}, a list` : name));
}

interface Seeded {
  collection: "events" | "reflections" | "priorities";
  atMs: number;
  record: RecordBase;
}

/** A browser of its own whose store holds exactly these records. */
async function startedWith(build: string, seeded: readonly Seeded[]): Promise<Started> {
  const launched = await launchWithExtension({ build });
  const page = await launched.openPage("manifest.json");
  await ask(page, "settings.get", {}); // makes the background create the database
  const batch = 2000;
  for (let from = 0; from < seeded.length; from += batch) {
    const envelopes = await Promise.all(
      seeded.slice(from, from + batch).map(async ({ collection, record }) => ({
        collection,
        envelope: await encode(collections[collection] as unknown as Collection<RecordBase>, record),
      })),
    );
    await page.evaluate(putAll, JSON.stringify(envelopes));
  }
  return { page, close: launched.close };
}

/** Runs in the page: writes envelopes beside the background, which reads nothing meanwhile. */
function putAll(json: string): Promise<void> {
  const given = JSON.parse(json) as { collection: string; envelope: unknown }[];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("throughline");
    opening.addEventListener("error", () => reject(new Error("the database did not open")));
    opening.addEventListener("success", () => {
      const db = opening.result;
      const tx = db.transaction([...new Set(given.map(({ collection }) => collection))], "readwrite", {
        durability: "relaxed",
      });
      for (const { collection, envelope } of given) tx.objectStore(collection).put(envelope);
      tx.addEventListener("complete", () => {
        db.close();
        resolve();
      });
      tx.addEventListener("abort", () => reject(new Error("the records were not stored")));
    });
  });
}

/** Ten years up to 60 days ahead: events at even distances, two in five of the past ones captured. */
function tenYearsOf(nowMs: number): Seeded[] {
  const priorities = [
    priorityOf("p1", "Ask first", ["steering", "1:1"]),
    priorityOf("p2", "Say the gap", ["board"]),
  ];
  const fromMs = nowMs - tenYears.days * dayMs;
  const stepMs = ((tenYears.days + 60) * dayMs) / tenYears.events;
  const assessor = assessorFor(defaultSettings);
  const assessed = new Map<string, ReturnType<typeof assessor.assess>>();
  const seeded: Seeded[] = priorities.map((record) => ({ collection: "priorities", atMs: nowMs, record }));
  let reflected = 0;
  for (let i = 0; i < tenYears.events; i++) {
    // A session every three weeks: topics roll over from one to the next.
    const title =
      i % 280 === 0 ? "Coaching with Sofia" : (titles[(i * 5 + (i >> 4)) % titles.length] ?? titles[0]);
    const event = eventOf(i, title, fromMs + i * stepMs);
    const { sourceId: _source, sourceEventId: _id, aliases: _aliases, seriesId, ...facts } = event;
    const judged = assessed.get(title) ?? assessor.assess(facts, seriesId);
    assessed.set(title, judged);
    const record: EventRecord = {
      ...baseOf(`event-${i}`, event.timing.startMs),
      seriesKey: seriesId === null ? null : `series-${seriesId}`,
      facts,
      sightings: [{ event, firstSeenAtMs: nowMs, lastSeenAtMs: nowMs, missingSinceMs: null }],
      lastSeenAtMs: nowMs,
      missingSinceMs: null,
      ...judged,
    };
    seeded.push({ collection: "events", atMs: event.timing.startMs, record });
    const isPast = event.timing.startMs < nowMs - dayMs;
    if (
      isPast &&
      Math.floor((i * 2) / 5) > Math.floor(((i - 1) * 2) / 5) &&
      reflected < tenYears.reflections
    ) {
      reflected += 1;
      seeded.push({ collection: "reflections", atMs: event.timing.startMs, record: reflectionOf(record, i) });
    }
  }
  return seeded;
}

function baseOf(id: string, atMs: number): RecordBase {
  return { id, rev: 1, createdAtMs: atMs, updatedAtMs: atMs, deletedAtMs: null };
}

function priorityOf(id: string, name: string, words: string[]): Priority {
  return {
    ...baseOf(id, 0),
    name,
    from: "giving the answer",
    to: "asking the question",
    outcome: "",
    impact: "",
    situation: { domains: [], kinds: [], people: [], words, notWords: [], series: [] },
    plan: { if: "someone turns to me", then: "ask" },
    adaptations: [],
    rehearsals: [],
    order: 0,
    starterId: null,
  };
}

function eventOf(i: number, title: string, startMs: number): CalendarEvent {
  const seriesId = title.startsWith("1:1") || title.startsWith("Pricing") ? title : null;
  return {
    sourceId: "bench",
    sourceEventId: `bench-${i}`,
    aliases: [`uid:bench-${i}`],
    seriesId,
    title,
    timing: { kind: "timed", startMs, endMs: startMs + 3_600_000, startLocal: null, endLocal: null },
    status: "confirmed",
    kind: "event",
    answer: "accepted",
    availability: "busy",
    visibility: "normal",
    location: null,
    description: null,
    categories: [],
    organizer: null,
    attendees: [
      { name: "Priya Raman", email: "priya@kestrel.example", answer: "accepted", self: false },
      { name: "Leo Martins", email: "leo@kestrel.example", answer: "accepted", self: false },
    ],
    attendeeCount: 2,
    recurrence: null,
    hasAttachments: false,
    calendar: { id: "me", name: "Dana", own: true },
  };
}

function reflectionOf(record: EventRecord, i: number): Reflection {
  const { title, timing } = record.facts;
  const priorityId = /steering|1:1/i.test(title) ? "p1" : /board/i.test(title) ? "p2" : null;
  const answer: Answer = answers[(i * 7) % answers.length] ?? "did";
  const words = i % 3 === 0 ? `Priya asked about the ledger before the figures were up, meeting ${i}.` : "";
  return {
    ...baseOf(`${record.id}~${priorityId ?? "none"}`, timing.startMs),
    eventKey: record.id,
    priorityId,
    answer,
    answeredAtMs: timing.startMs + 4_000_000,
    late: false,
    event: {
      title,
      startMs: timing.startMs,
      endMs: timing.endMs,
      seriesKey: record.seriesKey,
      label: record.assessment.label,
      domain: record.assessment.domain,
      stakes: Math.round(record.assessment.stakes * 100),
      people: ["Priya Raman", "Leo Martins"],
    },
    plan: null,
    effort: i % 11,
    outcome: (i % 5) - 2,
    nextTime: i % 4 === 0 ? "let the silence run past ten seconds" : "",
    surprised: words,
    decisionTaken: "",
    whoNoticed: "",
    energy: null,
    bringToSession: i % 50 === 0,
    sharing: "device",
  };
}
