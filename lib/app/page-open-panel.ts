/** Opens an own surface beside the page. Must call the edge in the turn of the message: the gesture lasts no longer. */
import type { Input } from "../rpc/contract.ts";
import type { Sender } from "../rpc/sender.ts";
import type { Deps } from "./deps.ts";

export async function openPanel(
  deps: Deps,
  input: Input<"page.openPanel">,
  sender: Sender,
): Promise<{ opened: boolean }> {
  const hash = `#/${input.purpose}${input.eventKey === null ? "" : `/${encodeURIComponent(input.eventKey)}`}`;
  return { opened: await deps.edges.openPanel(sender, hash) };
}
