/** Notes that a feed was asked and had nothing new: what is stored stands, and is as fresh as this moment. */
import type { Input } from "../rpc/contract.ts";
import type { Deps } from "./deps.ts";

export async function sourceUnchanged(deps: Deps, input: Input<"source.unchanged">): Promise<null> {
  await deps.store.write(async (tx) => {
    const source = await tx.sources.get(input.sourceId);
    if (source === null) return;
    const { nextReadAtMs } = input;
    await tx.sources.put({ ...source, lastReadAtMs: deps.clock.nowMs(), failure: null, nextReadAtMs });
  });
  deps.announceChange();
  return null;
}
