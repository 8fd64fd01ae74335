/** Notes that a source could not be read. Its events stay usable; nothing is taken for gone. */
import type { Input } from "../rpc/contract.ts";
import type { Deps } from "./deps.ts";

export async function sourceFail(deps: Deps, input: Input<"source.fail">): Promise<null> {
  const { code, retryAtMs } = input;
  await deps.store.write(async (tx) => {
    const source = await tx.sources.get(input.sourceId);
    if (source === null) return;
    const inARow = (source.failure?.inARow ?? 0) + 1;
    const failure = { code, atMs: deps.clock.nowMs(), retryAtMs, inARow };
    await tx.sources.put({ ...source, failure });
  });
  deps.log.note("source.failed", { source: input.sourceId, code });
  deps.announceChange();
  await deps.edges.reschedule();
  return null;
}
