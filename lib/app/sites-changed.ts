/** A calendar host was granted or withdrawn: page scripts follow, open tabs at once. */
import type { Deps } from "./deps.ts";

export async function sitesChanged(deps: Deps): Promise<{ registered: string[] }> {
  const registered = await deps.edges.registerSites();
  deps.announceChange();
  return { registered };
}
