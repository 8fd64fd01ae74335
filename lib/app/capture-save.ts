/** A capture made in an own surface: stored before the answer. */
import { AppError } from "../base/errors.ts";
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
  const filed = await deps.store.write(
    async (tx) => {
      const priority = input.priorityId === null ? null : await tx.priorities.get(input.priorityId);
      if (input.priorityId !== null && priority === null) throw new AppError("not-found");
      const reflection = await fileAnswer(tx, judged, { ...input, atMs: deps.clock.nowMs() });
      return { reflection, name: priority?.name ?? null };
    },
    { durability: "strict" },
  );
  deps.announceChange();
  return {
    eventKey: input.eventKey,
    priorityId: input.priorityId,
    priorityName: filed.name,
    endedMs: endedMs(judged),
    answer: filed.reflection.answer,
    answeredAtMs: filed.reflection.answeredAtMs,
  };
}
