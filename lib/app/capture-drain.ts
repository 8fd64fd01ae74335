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

/** The operation: drains, then answers what is now stored for the events named. */
export async function captureDrain(
  deps: Deps,
  input: Input<"capture.drain">,
): Promise<{ captures: CaptureView[] }> {
  await drainOutbox(deps);
  const [settings, priorities] = await Promise.all([readSettings(deps.store), deps.store.priorities.all()]);
  const captures = await Promise.all(
    input.eventKeys.map(async (eventKey) => {
      const [judged, reflections] = await Promise.all([
        loadJudgedEvent(deps, eventKey),
        deps.store.reflections.where("event", { is: eventKey }),
      ]);
      if (judged === null) return [];
      return [captureSlot(judged, priorities, reflections, settings, deps.clock.nowMs()).capture];
    }),
  );
  return { captures: captures.flat() };
}

/** Files everything that waits. Answers how many entries were filed or refused for good. */
export async function drainOutbox(deps: Deps): Promise<number> {
  const waiting = await deps.outbox.read();
  const keys = Object.keys(waiting);
  if (keys.length === 0) return 0;
  const entries = Object.values(waiting)
    .flatMap((value) => {
      const parsed = entrySchema.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    })
    .toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
  if (entries.length < keys.length)
    deps.log.note("outbox.unreadable", { count: keys.length - entries.length });
  const judged = new Map<string, JudgedEvent | null>();
  for (const { eventKey } of entries)
    if (!judged.has(eventKey)) judged.set(eventKey, await loadJudgedEvent(deps, eventKey));
  const filed = await deps.store.write(
    async (tx) => {
      let count = 0;
      for (const entry of entries)
        if (await fileOnce(deps, tx, entry, judged.get(entry.eventKey) ?? null)) count++;
      return count;
    },
    { durability: "strict" },
  );
  await deps.outbox.remove(keys);
  if (filed > 0) deps.announceChange();
  return entries.length;
}

/** `false` when the entry was filed before, or is refused for good (and remembered as such). */
async function fileOnce(
  deps: Deps,
  tx: Writer,
  entry: OutboxEntry,
  judged: JudgedEvent | null,
): Promise<boolean> {
  if ((await tx.appliedOutbox.get(entry.id)) !== null) return false;
  let refused: string | null = null;
  try {
    // A clock that was wrong at the click must not put an answer into the future.
    await fileAnswer(tx, judged, { ...entry, atMs: Math.min(entry.atMs, deps.clock.nowMs()) });
  } catch (thrown) {
    refused = asAppError(thrown).code;
    if (refused !== "too-late" && refused !== "not-found") throw thrown;
    deps.log.note("outbox.refused", { id: entry.id, code: refused });
  }
  await tx.appliedOutbox.create({ id: entry.id, atMs: entry.atMs, refused });
  return refused === null;
}
