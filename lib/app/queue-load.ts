/**
 * Gathers what the debrief queue is made of and builds it. Reads a bounded stretch of time however long the person
 * has used the product, so that ten years cost what one quarter costs.
 */
import { buildQueue } from "../domain/debrief/queue.ts";
import { archiveNoticeDays, patternDays, topicDays } from "../domain/debrief/item.ts";
import type { PastEvent, Queue } from "../domain/debrief/item.ts";
import type { JudgedEvent } from "../domain/judgement.ts";
import type { Settings } from "../domain/settings.ts";
import { windowComingDays } from "../domain/source.ts";
import { drainOutbox } from "./capture-drain.ts";
import { endedMs } from "./capture-slots.ts";
import type { Deps } from "./deps.ts";
import { loadJudged } from "./judged-events.ts";

const dayMs = 86_400_000;

export interface LoadedQueue {
  queue: Queue;
  /** The session it is for; `null` when none is known. */
  session: JudgedEvent | null;
  /** Everything that was judged for it, from months ago to the end of the coming window, by start. */
  judged: JudgedEvent[];
}

export async function loadQueue(deps: Deps, settings: Settings): Promise<LoadedQueue> {
  await drainOutbox(deps);
  const { store } = deps;
  const nowMs = deps.clock.nowMs();
  const [judged, reflections, commitments, priorities] = await Promise.all([
    loadJudged(
      deps,
      nowMs - (topicDays + archiveNoticeDays) * dayMs,
      nowMs + windowComingDays * dayMs,
      settings,
    ),
    store.reflections.where("start", { from: nowMs - patternDays * dayMs }),
    store.commitments.all(),
    store.priorities.all(),
  ]);
  const sessions = judged.filter(({ flag }) => flag === "coaching");
  const session = sessions.find((one) => endedMs(one) > nowMs) ?? null;
  const pastEvents = judged.filter((one) => isPast(one, nowMs)).map(pastEvent);
  const boundKeys = commitments.flatMap(({ eventKey }) => eventKey ?? []);
  // Edits are few, items many: reading them all is one request instead of a thousand.
  const [edits, bound] = await Promise.all([store.queueEdits.all(), store.events.getMany(boundKeys)]);
  const queue = buildQueue({
    nowMs,
    commitments,
    reflections,
    pastEvents,
    priorities,
    sessionEnds: sessions.map(endedMs).filter((end) => end <= nowMs),
    nextSessionMs: session?.record.facts.timing.startMs ?? null,
    boundStarts: new Map(
      bound.map(({ id, facts }) => [id, { title: facts.title, startMs: facts.timing.startMs }]),
    ),
    edits: new Map(edits.map((edit) => [edit.id, edit])),
  });
  return { queue, session, judged };
}

function isPast(judged: JudgedEvent, nowMs: number): boolean {
  return judged.flag === "high-stakes" && judged.attending && endedMs(judged) <= nowMs;
}

function pastEvent(judged: JudgedEvent): PastEvent {
  return {
    eventKey: judged.record.id,
    title: judged.record.facts.title,
    startMs: judged.record.facts.timing.startMs,
    endMs: endedMs(judged),
    stakes: Math.round(judged.stakes * 100),
  };
}
