/** Shorthand for tests of the daily loop: events as a page shows them, marks, priorities, captures. */
import { captureSave } from "../../lib/app/capture-save.ts";
import { markSet } from "../../lib/app/mark-set.ts";
import { pageReport } from "../../lib/app/page-report.ts";
import { prioritySave } from "../../lib/app/priority-save.ts";
import type { CalendarEvent } from "../../lib/domain/event.ts";
import type { MarkKind } from "../../lib/domain/mark.ts";
import type { Priority, Situation } from "../../lib/domain/plan.ts";
import type { Answer, Reflection } from "../../lib/domain/reflection.ts";
import type { Input } from "../../lib/rpc/contract.ts";
import { anEvent, timed } from "./an-event.ts";
import type { FakeDeps } from "./fake-deps.ts";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** Reports one event (an hour long unless told) from the page, marks it, and answers its key. */
export async function see(
  deps: FakeDeps,
  title: string,
  startMs: number,
  changes: Partial<CalendarEvent> & { mark?: MarkKind } = {},
): Promise<string> {
  const { mark, ...rest } = changes;
  const sourceEventId = `${title}@${startMs}`;
  const event = anEvent({ title, sourceEventId, timing: timed(startMs), ...rest });
  await pageReport(deps, {
    site: "google-calendar",
    account: "me",
    zone: deps.now.zone,
    coverage: null,
    events: [event],
  });
  const records = await deps.store.events.all();
  const key = records.find(({ sightings }) =>
    sightings.some((sighting) => sighting.event.sourceEventId === sourceEventId),
  )?.id;
  if (key === undefined) throw new Error(`${title} was not stored`);
  if (mark !== undefined) await markSet(deps, { eventKey: key, kind: mark, scope: "event" });
  return key;
}

export const nowhere: Situation = { domains: [], kinds: [], people: [], words: [], notWords: [], series: [] };

/** Writes a priority that applies where a word stands in the title. */
export function write(
  deps: FakeDeps,
  word: string,
  changes: Partial<Input<"priority.save">> = {},
): Promise<Priority> {
  return prioritySave(deps, {
    id: null,
    name: "Ask first",
    from: "giving the answer",
    to: "asking the question",
    outcome: "",
    impact: "",
    plan: { if: "someone turns to me", then: "ask what they would do" },
    situation: { ...nowhere, words: [word] },
    starterId: null,
    ...changes,
  });
}

/** Captures an event right after its end, whatever the clock shows, and answers the reflection. */
export async function capture(
  deps: FakeDeps,
  eventKey: string,
  answer: Answer,
  priorityId: string | null = null,
): Promise<Reflection> {
  const record = await deps.store.events.get(eventKey);
  const before = deps.now.ms;
  deps.now.ms = (record?.facts.timing.endMs ?? before) + 60_000;
  await captureSave(deps, { eventKey, priorityId, answer });
  deps.now.ms = before;
  const made = await deps.store.reflections.where("slot", { is: [eventKey, priorityId ?? ""] });
  if (made[0] === undefined) throw new Error("nothing was stored");
  return made[0];
}
