/**
 * Files what lies in the outbox: everything in one transaction, then the keys are removed. Dying between the two
 * changes nothing: an entry whose id is known as applied is only removed. Runs at every wake and before every answer
 * that shows captures. Must never drop an entry it could not file for a reason that may pass.
 */
import * as z from "zod/mini";
import { asAppError } from "../base/errors.ts";
import { answers } from "../domain/reflection.ts";
import type { OutboxEntry } from "../domain/reflection.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import type { Input } from "../rpc/contract.ts";
import type { CaptureView } from "../rpc/views.ts";
import type { Writer } from "../store/store.ts";
import { fileAnswer } from "./capture-file.ts";
import { captureSlot } from "./capture-slots.ts";
import type { Deps } from "./deps.ts";
import { loadJudgedEvent } from "./judged-events.ts";
import { readSettings } from "./settings-read.ts";

const entrySchema: z.ZodMiniType<OutboxEntry> = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  eventKey: z.string().check(z.maxLength(400)),
  priorityId: z.nullable(z.string().check(z.maxLength(400))),
  answer: z.enum(answers),
  atMs: z.number(),
});

/** How long a capture waits for an event nobody knows: the store may have been begun anew, its archive not be back yet. */
const unknownMs = 30 * 86_400_000;

/** Events judged for one answer: filing an answer changes none of them. */
type JudgedByKey = Map<string, JudgedEvent | null>;

/** The operation: drains, then answers what is now stored for the events named. */
export async function captureDrain(
  deps: Deps,
  input: Input<"capture.drain">,
): Promise<{ captures: CaptureView[] }> {
  const judged: JudgedByKey = new Map();
  const { removed } = await fileOutbox(deps, judged);
  const [captures] = await Promise.all([capturesOf(deps, input.eventKeys, judged), removed]);
  return { captures };
}

/**
 * Files everything that waits, before an answer that shows captures. Answers how many entries were filed or refused
 * for good. With a full disk they stay where they are and the answer goes on without them (settings say so).
 */
export async function drainOutbox(deps: Deps): Promise<{ count: number; isFull: boolean }> {
  try {
    const { count, removed } = await fileOutbox(deps, new Map());
    await removed;
    return { count, isFull: false };
  } catch (thrown) {
    if (asAppError(thrown).code !== "storage-full") throw thrown;
    deps.log.note("outbox.kept", { code: "storage-full" });
    return { count: 0, isFull: true };
  }
}

async function capturesOf(deps: Deps, eventKeys: string[], judged: JudgedByKey): Promise<CaptureView[]> {
  const [settings, priorities, reflections] = await Promise.all([
    readSettings(deps.store),
    deps.store.priorities.all(),
    deps.store.reflections.where("event", { any: eventKeys }),
    judgeAll(deps, eventKeys, judged),
  ]);
  const nowMs = deps.clock.nowMs();
  return eventKeys.flatMap((eventKey) => {
    const one = judged.get(eventKey) ?? null;
    return one === null ? [] : [captureSlot(one, priorities, reflections, settings, nowMs).capture];
  });
}

async function judgeAll(deps: Deps, eventKeys: string[], judged: JudgedByKey): Promise<void> {
  const missing = [...new Set(eventKeys)].filter((eventKey) => !judged.has(eventKey));
  await Promise.all(
    missing.map(async (eventKey) => judged.set(eventKey, await loadJudgedEvent(deps, eventKey))),
  );
}

/** Files everything in one strict transaction; `removed` resolves once the keys are gone from the outbox too. */
async function fileOutbox(
  deps: Deps,
  judged: JudgedByKey,
): Promise<{ count: number; removed: Promise<void> }> {
  const waiting = await deps.outbox.read();
  const keys = Object.keys(waiting);
  if (keys.length === 0) return { count: 0, removed: Promise.resolve() };
  const entries = Object.values(waiting)
    .flatMap((value) => {
      const parsed = entrySchema.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    })
    .toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
  if (entries.length < keys.length)
    deps.log.note("outbox.unreadable", { count: keys.length - entries.length });
  await judgeAll(
    deps,
    entries.map((entry) => entry.eventKey),
    judged,
  );
  const { count, kept } = await deps.store.write(
    async (tx) => {
      const waits = new Set<string>();
      let filed = 0;
      for (const entry of entries) {
        const outcome = await fileOnce(deps, tx, entry, judged.get(entry.eventKey) ?? null);
        if (outcome === "filed") filed++;
        if (outcome === "waits") waits.add(entry.id);
      }
      return { count: filed, kept: waits };
    },
    { durability: "strict" },
  );
  if (count > 0) deps.announceChange();
  const done = keys.filter((key) => !isOneOf(kept, waiting[key]));
  return { count: entries.length - kept.size, removed: deps.outbox.remove(done) };
}

function isOneOf(ids: ReadonlySet<string>, value: unknown): boolean {
  const parsed = entrySchema.safeParse(value);
  return parsed.success && ids.has(parsed.data.id);
}

/** `done`: filed before, or refused for good (and remembered as such). `waits`: its event may be known again. */
async function fileOnce(
  deps: Deps,
  tx: Writer,
  entry: OutboxEntry,
  judged: JudgedEvent | null,
): Promise<"filed" | "done" | "waits"> {
  if ((await tx.appliedOutbox.get(entry.id)) !== null) return "done";
  let refused: string | null = null;
  try {
    // A clock that was wrong at the click must not put an answer into the future.
    await fileAnswer(tx, judged, { ...entry, atMs: Math.min(entry.atMs, deps.clock.nowMs()) });
  } catch (thrown) {
    refused = asAppError(thrown).code;
    if (refused !== "too-late" && refused !== "not-found") throw thrown;
    if (refused === "not-found" && deps.clock.nowMs() - entry.atMs < unknownMs) return "waits";
    deps.log.note("outbox.refused", { id: entry.id, code: refused });
  }
  await tx.appliedOutbox.create({ id: entry.id, atMs: entry.atMs, refused });
  return refused === null ? "filed" : "done";
}
