/** Loads what a page script shows on demand, so that a calendar page on which nothing is shown does not carry it. */
import { AppError } from "../base/errors.ts";
import type { Input } from "../rpc/contract.ts";
import type { Sender } from "../rpc/sender.ts";
import type { Deps } from "./deps.ts";

export async function pageParts(deps: Deps, _input: Input<"page.parts">, sender: Sender): Promise<null> {
  if (sender.tabId === null) throw new AppError("forbidden-sender");
  await deps.edges.injectPageParts(sender.tabId);
  return null;
}
