/** Erases everything Throughline stored on this device. */
import type { Deps } from "./deps.ts";

/** What waits in the outbox goes first, so that nothing can come back from it. */
export async function dataErase(deps: Deps): Promise<null> {
  await deps.outbox.remove(Object.keys(await deps.outbox.read()));
  await deps.store.erase();
  deps.log.note("data.erased");
  deps.announceChange();
  await deps.edges.reschedule();
  return null;
}
