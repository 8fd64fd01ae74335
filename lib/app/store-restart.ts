/** Begins anew with an empty store where the present one cannot be opened. The old one stays aside until all is erased. */
import { AppError, asAppError } from "../base/errors.ts";
import { collectionNames } from "../store/collections.ts";
import type { Deps } from "./deps.ts";

/** Throws AppError bad-input while the present store works: then there is nothing to begin anew for. */
export async function storeRestart(deps: Deps): Promise<null> {
  if (await works(deps)) throw new AppError("bad-input", { params: { place: "store" } });
  await deps.store.startAnew();
  deps.announceChange();
  await deps.edges.reschedule();
  return null;
}

/** Whether every collection can be read: a store may open and still be damaged in one of them. */
async function works(deps: Deps): Promise<boolean> {
  try {
    await Promise.all(collectionNames.map((name) => deps.store[name].raw()));
    return true;
  } catch (thrown) {
    deps.log.note("store.damaged", { code: asAppError(thrown).code });
    return false;
  }
}
