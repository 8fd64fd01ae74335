/** The plan: up to three priorities with how they are doing, and starter priorities to begin from. */
import { loop } from "../base/messages/en/loop.ts";
import { translator } from "../base/messages/messages.ts";
import { maxPriorities } from "../domain/plan.ts";
import type { Priority } from "../domain/plan.ts";
import { starters } from "../domain/starters.ts";
import type { PlanView, StarterPriority } from "../rpc/views.ts";
import type { Deps } from "./deps.ts";
import { drainOutbox } from "./capture-drain.ts";
import { priorityViews } from "./plan-progress.ts";
import { readSettings } from "./settings-read.ts";

export async function planGet(deps: Deps): Promise<PlanView> {
  await drainOutbox(deps);
  const [settings, priorities] = await Promise.all([readSettings(deps.store), deps.store.priorities.all()]);
  return {
    priorities: await priorityViews(deps, inOwnOrder(priorities), settings),
    starters: starterPriorities(deps.locale),
    canAdd: priorities.length < maxPriorities,
  };
}

/** Priorities in the person's own order. */
export function inOwnOrder(priorities: readonly Priority[]): Priority[] {
  return priorities.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

function starterPriorities(locale: string): StarterPriority[] {
  // Each starter has all its words: proved by the test of the list.
  const t = translator(loop, locale) as unknown as (key: string) => string;
  return starters.map(({ id, situation }) => ({
    id,
    name: t(`starter.${id}.name`),
    from: t(`starter.${id}.from`),
    to: t(`starter.${id}.to`),
    outcome: t(`starter.${id}.outcome`),
    plan: { if: t(`starter.${id}.if`), then: t(`starter.${id}.then`) },
    situation,
  }));
}
