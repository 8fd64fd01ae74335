/** Events of a stretch of time, as surfaces show them. */
import type { Input } from "../rpc/contract.ts";
import type { EventView } from "../rpc/views.ts";
import type { Deps } from "./deps.ts";
import { eventView } from "./event-view.ts";
import type { ViewWorld } from "./event-view.ts";
import { loadJudged } from "./judged-events.ts";
import { readSettings } from "./settings-read.ts";
import type { Settings } from "../domain/settings.ts";

export async function eventList(deps: Deps, input: Input<"event.list">): Promise<EventView[]> {
  if (!(input.fromMs < input.toMs)) return [];
  const world = await viewWorld(deps);
  const judged = await loadJudged(deps, input.fromMs, input.toMs, world.settings);
  return judged.map((one) => eventView(one, world));
}

/** What views need besides events, read once per answer. */
export async function viewWorld(deps: Deps): Promise<ViewWorld & { settings: Settings }> {
  const [settings, priorities, sources] = await Promise.all([
    readSettings(deps.store),
    deps.store.priorities.all(),
    deps.store.sources.all(),
  ]);
  return { settings, priorities, sources, locale: deps.locale };
}
