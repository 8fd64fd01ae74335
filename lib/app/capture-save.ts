/**
 * A capture made in an own surface: stored before the answer. Where the store cannot take it, it is laid into the outbox,
 * which survives just as much, and filed by a later drain.
 */
import { AppError, asAppError } from "../base/errors.ts";
import { newId } from "../base/ids.ts";
import type { Input } from "../rpc/contract.ts";
import type { CaptureView } from "../rpc/views.ts";
import { drainOutbox } from "./capture-drain.ts";
import { fileAnswer } from "./capture-file.ts";
import { endedMs } from "./capture-slots.ts";
import type { Deps } from "./deps.ts";
import { loadJudgedEvent } from "./judged-events.ts";

/** Throws AppError not-found (event or priority), too-late. */
export async function captureSave(deps: Deps, input: Input<"capture.save">): Promise<CaptureView> {
  await drainOutbox(deps);
  const judged = await loadJudgedEvent(deps, input.eventKey);
  if (judged === null) throw new AppError("not-found");
  const { eventKey, priorityId, answer } = input;
  const priority = priorityId === null ? null : await deps.store.priorities.get(priorityId);
  if (priorityId !== null && priority === null) throw new AppError("not-found");
  const atMs = deps.clock.nowMs();
  const given = { eventKey, priorityId, answer, atMs };
  try {
    await deps.store.write((tx) => fileAnswer(tx, judged, given), { durability: "strict" });
  } catch (thrown) {
    if (!isStoreRefusal(thrown)) throw thrown;
    await deps.outbox.put({ ...given, id: newId(atMs) });
    deps.log.note("capture.kept", { code: asAppError(thrown).code });
  }
  deps.announceChange();
  const priorityName = priority?.name ?? null;
  return { eventKey, priorityId, priorityName, endedMs: endedMs(judged), answer, answeredAtMs: atMs };
}

function isStoreRefusal(thrown: unknown): boolean {
  const { code } = asAppError(thrown);
  return code === "storage-full" || code === "storage-unavailable";
}
