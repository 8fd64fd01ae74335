/**
 * The one list of what can be asked of the background. Each operation has a sender tier and an input schema; its
 * output type stands in `Outputs`. Handlers are a mapped type over this list (serve.ts), so a missing one does not
 * compile; clients (call.ts) import types only, so a content script carries no schema.
 * Must never contain logic.
 */
import * as z from "zod/mini";
import { answers } from "../domain/reflection.ts";
import { decisionDomains } from "../domain/assessment.ts";
import { markKinds } from "../domain/mark.ts";
import { meetingKinds } from "../domain/plan.ts";
import type { Priority } from "../domain/plan.ts";
import type { Reflection } from "../domain/reflection.ts";
import type { Settings } from "../domain/settings.ts";
import type { Commitment } from "../domain/commitment.ts";
import type * as v from "./views.ts";
import { coverage, eventSchema, id, ms, nullable, text } from "./wire.ts";

const plan = z.object({ if: text(500), then: text(500) });
export const situationSchema = z.object({
  domains: z.array(z.enum(decisionDomains)),
  kinds: z.array(z.enum(meetingKinds)),
  people: z.array(text(300)).check(z.maxLength(50)),
  words: z.array(text(100)).check(z.maxLength(50)),
  notWords: z.array(text(100)).check(z.maxLength(50)),
  series: z.array(id).check(z.maxLength(100)),
});

const sharing = z.enum(["device", "coach", "coach-and-sponsor"]);
const nothing = z.object({});
const site = z.enum(["google-calendar", "outlook"]);

/** What a page script says about one page: whose calendar, how far read, what is on it. */
const pageReport = z.object({
  site,
  /** Address or id of the signed-in person as the page shows it; `null` when it does not. */
  account: nullable(text(320)),
  zone: nullable(text(80)),
  events: z.array(eventSchema).check(z.maxLength(5000)),
  coverage: nullable(coverage),
});

export const operations = {
  // Calendar pages and own surfaces.
  "page.state": {
    tier: "page",
    input: z.object({
      site,
      account: nullable(text(320)),
      /** The days the page shows, where they lie outside the usual window. */
      shown: z.optional(z.object({ fromMs: ms, toMs: ms })),
    }),
  },
  "page.report": { tier: "page", input: pageReport },
  "page.card": { tier: "page", input: z.object({ eventKey: id }) },
  "page.openPanel": {
    tier: "page",
    input: z.object({ eventKey: nullable(id), purpose: z.enum(["card", "words", "adapt", "queue"]) }),
  },
  /** The page script needs its second half: card, pill and notice are loaded with the first thing there is to show. */
  "page.parts": { tier: "page", input: nothing },
  /** The card's hide button: nothing of ours is shown in calendar pages until the key or a surface brings it back. */
  "page.hide": { tier: "page", input: nothing },
  "page.health": {
    tier: "page",
    input: z.object({
      site,
      readable: z.boolean(),
      /** Misses by purpose of the selector ("chips", "dates", ...). */
      misses: z.record(text(60), z.number()),
    }),
  },
  /** Files what lies in the outbox; answers with what is now stored for the events named. */
  "capture.drain": { tier: "page", input: z.object({ eventKeys: z.array(id).check(z.maxLength(50)) }) },
  "capture.undo": { tier: "page", input: z.object({ eventKey: id, priorityId: nullable(id) }) },
  "mark.set": {
    tier: "page",
    input: z.object({ eventKey: id, kind: z.enum(markKinds), scope: z.enum(["event", "series"]) }),
  },
  undo: { tier: "page", input: z.object({ undoId: id }) },
  "plan.rehearse": { tier: "page", input: z.object({ priorityId: id, eventKey: nullable(id) }) },

  // Own surfaces only.
  "popup.get": { tier: "own", input: nothing },
  "today.get": { tier: "own", input: nothing },
  "event.get": { tier: "own", input: z.object({ eventKey: nullable(id) }) },
  "event.list": { tier: "own", input: z.object({ fromMs: ms, toMs: ms }) },
  "capture.save": {
    tier: "own",
    input: z.object({ eventKey: id, priorityId: nullable(id), answer: z.enum(answers) }),
  },
  "reflection.edit": {
    tier: "own",
    input: z.object({
      id,
      changes: z.partial(
        z.object({
          answer: z.enum(answers),
          effort: nullable(z.number().check(z.gte(0), z.lte(10))),
          outcome: nullable(z.number().check(z.gte(-2), z.lte(2))),
          nextTime: text(4000),
          surprised: text(4000),
          decisionTaken: text(4000),
          whoNoticed: text(1000),
          energy: nullable(z.enum(["low", "even", "high"])),
          bringToSession: z.boolean(),
          sharing,
        }),
      ),
    }),
  },
  "reflection.delete": { tier: "own", input: z.object({ id }) },
  "journal.get": {
    tier: "own",
    input: z.object({ search: text(200), before: nullable(text(100)), limit: z.number() }),
  },
  "queue.get": { tier: "own", input: nothing },
  "queue.edit": {
    tier: "own",
    input: z.discriminatedUnion("act", [
      z.object({ act: z.literal("star"), itemId: id, on: z.boolean() }),
      z.object({ act: z.literal("drop"), itemId: id }),
      z.object({ act: z.literal("restore"), itemId: id }),
      z.object({ act: z.literal("order"), itemIds: z.array(id).check(z.maxLength(500)) }),
      z.object({ act: z.literal("put-back") }),
      z.object({ act: z.literal("share"), itemId: id, sharing }),
      /** Two topics in one row; `split` gives `itemId` a row of its own again. */
      z.object({ act: z.literal("merge"), itemId: id, intoId: id }),
      z.object({ act: z.literal("split"), itemId: id }),
      z.object({ act: z.literal("discussed"), itemId: id, on: z.boolean() }),
    ]),
  },
  "commitment.save": {
    tier: "own",
    input: z.object({
      id: nullable(id),
      text: text(1000),
      by: z.enum(["you", "coach"]),
      dueMs: nullable(ms),
      eventKey: nullable(id),
      done: z.boolean(),
    }),
  },
  "commitment.delete": { tier: "own", input: z.object({ id }) },
  "plan.get": { tier: "own", input: nothing },
  "plan.touches": { tier: "own", input: z.object({ situation: situationSchema }) },
  "priority.save": {
    tier: "own",
    input: z.object({
      id: nullable(id),
      name: text(120),
      from: text(500),
      to: text(500),
      outcome: text(500),
      impact: text(500),
      plan: nullable(plan),
      situation: situationSchema,
      starterId: nullable(id),
    }),
  },
  "priority.delete": { tier: "own", input: z.object({ id }) },
  "priority.order": { tier: "own", input: z.object({ ids: z.array(id).check(z.maxLength(10)) }) },
  "plan.adapt": {
    tier: "own",
    input: z.object({
      priorityId: id,
      eventKey: id,
      scope: z.enum(["event", "series"]),
      plan: nullable(plan),
    }),
  },
  "mark.delete": { tier: "own", input: z.object({ id }) },
  "settings.get": { tier: "own", input: nothing },
  "settings.save": { tier: "own", input: z.object({ changes: z.record(text(60), z.unknown()) }) },
  pause: { tier: "own", input: z.object({ untilMs: nullable(ms) }) },
  snooze: { tier: "own", input: z.object({ eventKey: id, minutes: z.number() }) },
  "source.add": {
    tier: "own",
    input: z.object({
      kind: z.enum(["ics-file", "ics-feed"]),
      name: text(300),
      address: nullable(text(2000)),
    }),
  },
  "source.remove": { tier: "own", input: z.object({ id }) },
  /** Commits one whole reading of a file or feed in one transaction: all of it or nothing. */
  "source.commit": {
    tier: "own",
    input: z.object({
      sourceId: id,
      events: z.array(eventSchema),
      coverage,
      problemCount: z.number(),
      etag: nullable(text(500)),
      lastModified: nullable(text(200)),
      /** When a feed wants to be asked again; absent for files. */
      nextReadAtMs: z.optional(ms),
    }),
  },
  /** A feed's server says nothing changed since the last reading: what is stored stands. */
  "source.unchanged": { tier: "own", input: z.object({ sourceId: id, nextReadAtMs: ms }) },
  "source.fail": { tier: "own", input: z.object({ sourceId: id, code: text(60), retryAtMs: nullable(ms) }) },
  "source.readNow": { tier: "own", input: z.object({ id }) },
  /** A host permission was given or withdrawn in a surface: content scripts follow. */
  "sites.changed": { tier: "own", input: nothing },
  "archive.export": { tier: "own", input: nothing },
  "archive.import": { tier: "own", input: z.object({ text: z.string() }) },
  "report.get": { tier: "own", input: nothing },
  /** For a store that is damaged or refused: one file of all that can be read, then an empty store beside the old one. */
  "store.salvage": { tier: "own", input: nothing },
  "store.restart": { tier: "own", input: z.object({ confirm: z.literal("restart") }) },
  "data.erase": { tier: "own", input: z.object({ confirm: z.literal("erase") }) },
} as const satisfies Record<string, { tier: "page" | "own"; input: z.core.$ZodType }>;

export type Operation = keyof typeof operations;
export type Input<O extends Operation> = z.infer<(typeof operations)[O]["input"]>;

export interface Outputs {
  "page.state": v.PageState;
  "page.report": v.PageState;
  "page.card": v.CardView | null;
  "page.openPanel": { opened: boolean };
  "page.parts": null;
  "page.hide": null;
  "page.health": null;
  "capture.drain": { captures: v.CaptureView[] };
  "capture.undo": { capture: v.CaptureView | null };
  "mark.set": v.UndoView;
  undo: { undone: boolean };
  "plan.rehearse": { rehearsals: number; atMs: number };
  "popup.get": v.PopupView;
  "today.get": v.TodayView;
  "event.get": v.PanelView | null;
  "event.list": v.EventView[];
  "capture.save": v.CaptureView;
  "reflection.edit": Reflection & v.UndoView;
  "reflection.delete": v.UndoView;
  "journal.get": v.JournalView;
  "queue.get": v.QueueView;
  "queue.edit": v.QueueView;
  "commitment.save": Commitment;
  "commitment.delete": v.UndoView;
  "plan.get": v.PlanView;
  "plan.touches": v.TouchView;
  "priority.save": Priority & v.UndoView;
  "priority.delete": v.UndoView;
  "priority.order": null;
  "plan.adapt": Priority;
  "mark.delete": v.UndoView;
  "settings.get": v.SettingsView;
  "settings.save": Settings;
  pause: null;
  snooze: null;
  "source.add": v.SourceView;
  "source.remove": v.UndoView;
  "source.commit": v.SourceView;
  "source.unchanged": null;
  "source.fail": null;
  "source.readNow": null;
  "sites.changed": { registered: string[] };
  "archive.export": { fileName: string; text: string };
  "archive.import": { added: number; updated: number; skipped: number; problems: string[] };
  "report.get": { text: string };
  "store.salvage": { fileName: string; text: string; records: number; unread: number | null };
  "store.restart": null;
  "data.erase": null;
}

/** Compile-time proof that every operation has an output and the other way round. */
export type EveryOperationHasAnOutput =
  Outputs extends Record<Operation, unknown>
    ? Record<Operation, unknown> extends Record<keyof Outputs, unknown>
      ? true
      : never
    : never;

/** What travels: one request, one reply. */
export interface Request {
  throughline: Operation;
  input: unknown;
}
export type Reply =
  | { ok: true; value: unknown }
  | {
      ok: false;
      code: string;
      params: Record<string, string | number>;
      sentence: string;
      retryAtMs: number | null;
    };

/** Pushed to surfaces and page scripts when stored data changed; they ask again. */
export interface Changed {
  throughlineChanged: true;
}
