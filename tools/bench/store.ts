/**
 * The store in a real browser: from a click to a durable reflection, beside a bare message and one strict put of the
 * same record; and a week's list of events with ten years stored, beside a store that holds that week alone.
 */
import { deepEqual } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { anEvent, timed as timing } from "../../test/support/an-event.ts";
import { launchWithExtension } from "../../test/support/launch.ts";

export interface BenchRow {
  name: string;
  /** Milliseconds, medians. */
  value: number;
  baseline: number;
  ratio: number;
}

const rounds = 31;
const dayMs = 86_400_000;
const answers = ["did", "partly", "missed"] as const;

/** What the scripts that run in pages need of the browser; this project's types do not name `chrome`. */
interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value?: unknown; code?: string }> };
  storage: { local: { set(items: Record<string, unknown>): Promise<void> } };
}

/** Rows for `npm run bench`. `build` is a folder of the end-to-end build. */
export async function rows(build = "e2e"): Promise<BenchRow[]> {
  return [await captureRow(build), await listRow(build)];
}

async function captureRow(build: string): Promise<BenchRow> {
  const folder = bareExtension();
  const ours = await launchWithExtension({ build });
  const bare = await launchWithExtension({ build: folder });
  try {
    const page = await ours.openPage("manifest.json");
    const barePage = await bare.openPage("manifest.json");
    const eventKey = await seenBoardMeeting(page);
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds + 2; round++) {
      const answer = answers[round % 3] ?? "did";
      const captured = await page.evaluate(capture, { eventKey, answer, id: `bench-${round}` });
      const stored = await page.evaluate(envelopeOf, "throughline");
      const put = await barePage.evaluate(barePut, stored);
      deepEqual(await barePage.evaluate(envelopeOf, "bare"), stored, "both hold the same record");
      deepEqual(
        (stored as { body: { answer: string } }).body.answer,
        answer,
        "the answer is the one clicked",
      );
      if (round < 2) continue; // the first two warm up
      mine.push(captured);
      theirs.push(put);
    }
    return row("click to durable, against a message and a strict put", median(mine), median(theirs));
  } finally {
    await ours.close();
    await bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function listRow(build: string): Promise<BenchRow> {
  const empty = await launchWithExtension({ build });
  const full = await launchWithExtension({ build });
  try {
    const pages = {
      empty: await empty.openPage("manifest.json"),
      full: await full.openPage("manifest.json"),
    };
    const week = { fromMs: Date.now() - 3 * dayMs, toMs: Date.now() + 4 * dayMs };
    for (const page of Object.values(pages)) await seenBoardMeeting(page);
    await pages.full.evaluate(multiply, {
      count: 50_000,
      stepMs: (3650 * dayMs) / 50_000,
      beforeMs: week.fromMs - 14 * dayMs,
    });
    const taken = { empty: [] as number[], full: [] as number[] };
    for (let round = 0; round < rounds + 2; round++) {
      const one = await pages.empty.evaluate(list, week);
      const other = await pages.full.evaluate(list, week);
      deepEqual(other.titles, one.titles, "the same week is listed");
      if (round < 2) continue;
      taken.empty.push(one.ms);
      taken.full.push(other.ms);
    }
    return row("a week's events, ten years against one week", median(taken.full), median(taken.empty));
  } finally {
    await empty.close();
    await full.close();
  }
}

function row(name: string, value: number, baseline: number): BenchRow {
  return { name, value, baseline, ratio: value / baseline };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Has a board meeting that ended half an hour ago reported, and answers its key. */
async function seenBoardMeeting(page: Page): Promise<string> {
  const event = anEvent({ timing: timing(Date.now() - 90 * 60_000) });
  const input = { site: "google-calendar", account: "me", zone: null, events: [event], coverage: null };
  const reply = await page.evaluate(
    (message) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
      return chrome.runtime.sendMessage(message);
    },
    { throughline: "page.report", input },
  );
  const { judgements } = reply.value as { judgements: { eventKey: string }[] };
  return judgements[0]?.eventKey ?? "";
}

/** In the page: what a click does, from the outbox to the answer that the reflection is filed. */
async function capture(given: { eventKey: string; answer: string; id: string }): Promise<number> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const before = performance.now();
  const entry = { ...given, priorityId: null, atMs: Date.now() };
  await chrome.storage.local.set({ [`outbox/${given.id}`]: entry });
  const reply = await chrome.runtime.sendMessage({
    throughline: "capture.drain",
    input: { eventKeys: [given.eventKey] },
  });
  if (!reply.ok) throw new Error(reply.code ?? "refused");
  return performance.now() - before;
}

/** In the page: the one reflection as it lies in the database. */
function envelopeOf(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener("error", () => reject(new Error("the database did not open")));
    opening.addEventListener("success", () => {
      const db = opening.result;
      const reading = db.transaction("reflections").objectStore("reflections").getAll();
      reading.addEventListener("success", () => {
        db.close();
        resolve((reading.result as unknown[])[0]);
      });
    });
  });
}

/** In the page of the bare extension: one message, one strict put, one reply. */
async function barePut(envelope: unknown): Promise<number> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const before = performance.now();
  const reply = await chrome.runtime.sendMessage(envelope);
  if (!reply.ok) throw new Error("not stored");
  return performance.now() - before;
}

/** In the page: how long a list takes, and what is on it. */
async function list(input: { fromMs: number; toMs: number }): Promise<{ ms: number; titles: string[] }> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const before = performance.now();
  const reply = await chrome.runtime.sendMessage({ throughline: "event.list", input });
  if (!reply.ok) throw new Error(reply.code ?? "refused");
  const events = reply.value as { title: string }[];
  return { ms: performance.now() - before, titles: events.map(({ title }) => title) };
}

/** In the page: copies the one stored event into the past, at even distances. */
function multiply(given: { count: number; stepMs: number; beforeMs: number }): Promise<void> {
  interface Stored {
    id: string;
    keys: Record<string, unknown>;
    body: { facts: { timing: Record<string, unknown> } };
  }
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("throughline");
    opening.addEventListener("success", () => {
      const db = opening.result;
      const tx = db.transaction("events", "readwrite");
      const store = tx.objectStore("events");
      const reading = store.getAll();
      reading.addEventListener("success", () => {
        const [seed] = reading.result as Stored[];
        if (seed === undefined) return tx.abort();
        for (let n = 0; n < given.count; n++) {
          const start = given.beforeMs - n * given.stepMs;
          const copy = structuredClone(seed);
          Object.assign(copy, { id: `${seed.id}-${n}` });
          Object.assign(copy.keys, { start, end: start + 3_600_000, identity: [`copy-${n}`] });
          Object.assign(copy.body.facts.timing, { startMs: start, endMs: start + 3_600_000 });
          store.put(copy);
        }
      });
      tx.addEventListener("abort", () => reject(new Error("the events were not stored")));
      tx.addEventListener("complete", () => {
        db.close();
        resolve();
      });
    });
  });
}

/** An extension that does nothing but one strict put per message. */
function bareExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), "throughline-bare-"));
  const manifest = {
    manifest_version: 3,
    name: "bare",
    version: "1",
    background: { service_worker: "background.js" },
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "background.js"), bareBackground);
  return folder;
}

const bareBackground = `
const opened = new Promise((resolve) => {
  const opening = indexedDB.open("bare", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("reflections", { keyPath: "id" });
  opening.onsuccess = () => resolve(opening.result);
});
chrome.runtime.onMessage.addListener((envelope, _sender, sendResponse) => {
  opened.then((db) => {
    const tx = db.transaction("reflections", "readwrite", { durability: "strict" });
    tx.objectStore("reflections").put(envelope);
    tx.oncomplete = () => sendResponse({ ok: true });
    tx.onabort = () => sendResponse({ ok: false });
  });
  return true;
});
`;
