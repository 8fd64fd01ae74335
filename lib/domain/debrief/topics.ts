/** Topics of the queue: what was reflected on, and high-stakes meetings nobody reflected on, each with its reasons. */
import type { Reflection } from "../reflection.ts";
import { lateAfterHours } from "../reflection.ts";
import type { PastEvent, QueueInput, QueueItem, Said } from "./item.ts";
import { maxRollOvers, topicDays } from "./item.ts";
import { timesMissed } from "./patterns.ts";
import { queueScore } from "./score.ts";

const dayMs = 86_400_000;

export interface Topic {
  item: QueueItem;
  /** From when on it could have been discussed, ms. */
  sinceMs: number;
}

/** Every topic, unranked, from the reflections of the last months (`recent`) and the events of the input. */
export function topics(input: QueueInput, recent: readonly Reflection[]): Topic[] {
  const names = new Map(input.priorities.map((priority) => [priority.id, priority.name]));
  const reflectedOn = new Set(recent.map((reflection) => reflection.eventKey));
  return [
    ...recent.filter(isTopic).map((reflection) => reflectionTopic(reflection, recent, names, input)),
    ...input.pastEvents
      .filter((event) => !reflectedOn.has(event.eventKey))
      .filter((event) => event.endMs + lateAfterHours * 3_600_000 <= input.nowMs)
      .map((event) => unreflectedTopic(event, input)),
  ];
}

/** What did not come up is a topic only when the person says more about it. */
function isTopic(reflection: Reflection): boolean {
  return (
    reflection.answer !== "not-applicable" || reflection.bringToSession || wordsOf(reflection).length > 0
  );
}

function wordsOf(reflection: Reflection): string[] {
  return [reflection.surprised, reflection.decisionTaken, reflection.nextTime, reflection.whoNoticed].filter(
    (words) => words.trim() !== "",
  );
}

/** Held as intended and not below expectation, or above expectation without a miss. */
function isSuccess({ answer, outcome }: Reflection): boolean {
  if (answer === "did") return (outcome ?? 0) >= 0;
  return answer !== "missed" && (outcome ?? 0) > 0;
}

function reflectionTopic(
  reflection: Reflection,
  recent: readonly Reflection[],
  names: ReadonlyMap<string, string>,
  input: QueueInput,
): Topic {
  const { event } = reflection;
  const id = `reflection:${reflection.id}`;
  const starred = reflection.bringToSession;
  const score = queueScore(
    { ...reflection, stakes: event.stakes, starred, startMs: event.startMs },
    input.nowMs,
  );
  const name = reflection.priorityId === null ? undefined : names.get(reflection.priorityId);
  const reasons: Said[] = [
    { code: "queue.stakes", params: { stakes: Math.round(event.stakes) } },
    ...outcomeSaid(reflection.outcome),
    ...conductSaid(reflection, name, timesMissed(reflection, recent)),
    ...commonSaid(starred, event.startMs, input.nowMs),
  ];
  return {
    sinceMs: reflection.answeredAtMs,
    item: {
      id,
      section: "folded",
      kind: "reflection",
      title: event.title,
      whenMs: event.startMs,
      score,
      reasons,
      answer: reflection.answer,
      words: wordsOf(reflection),
      starred,
      sharing: reflection.sharing,
      rolledOver: 0,
      success: isSuccess(reflection),
      commitment: null,
      reflectionId: reflection.id,
      eventKey: reflection.eventKey,
    },
  };
}

function unreflectedTopic(event: PastEvent, input: QueueInput): Topic {
  const id = `unreflected:${event.eventKey}`;
  const edit = input.edits.get(id);
  const starred = edit?.starred ?? false;
  return {
    sinceMs: event.endMs,
    item: {
      id,
      section: "folded",
      kind: "unreflected",
      title: event.title,
      whenMs: event.startMs,
      score: queueScore({ ...event, outcome: null, answer: null, starred }, input.nowMs),
      reasons: [
        { code: "queue.stakes", params: { stakes: Math.round(event.stakes) } },
        { code: "queue.unreflected", params: {} },
        ...commonSaid(starred, event.startMs, input.nowMs),
      ],
      answer: null,
      words: [],
      starred,
      sharing: edit?.sharing ?? "device",
      rolledOver: 0,
      success: false,
      commitment: null,
      reflectionId: null,
      eventKey: event.eventKey,
    },
  };
}

function outcomeSaid(outcome: number | null): Said[] {
  if (outcome === null || outcome === 0) return [];
  return [{ code: outcome > 0 ? "queue.above" : "queue.below", params: { count: Math.abs(outcome) } }];
}

function conductSaid(reflection: Reflection, name: string | undefined, times: number): Said[] {
  const { answer } = reflection;
  if (answer !== "missed" && answer !== "partly") return [];
  if (name === undefined) return [{ code: `queue.${answer}.none`, params: {} }];
  if (answer === "missed" && times >= 2)
    return [
      {
        code: times <= 5 ? `queue.missed.${times}` : "queue.missed.more",
        params: { priority: name, count: times },
      },
    ];
  return [{ code: `queue.${answer}`, params: { priority: name } }];
}

function commonSaid(starred: boolean, startMs: number, nowMs: number): Said[] {
  const said: Said[] = starred ? [{ code: "queue.starred", params: {} }] : [];
  const days = Math.floor((nowMs - startMs) / dayMs);
  if (days >= 14) said.push({ code: "queue.age", params: { count: days } });
  return said;
}

/** Why and when a topic left the queue; `null` while it is in it. `rolledOver` counts sessions waited through. */
export function leaving(
  topic: Topic,
  input: QueueInput,
): { rolledOver: number; left: { atMs: number; why: Said } | null } {
  const edit = input.edits.get(topic.item.id);
  const countedMs = edit?.rolledOverAtMs ?? null;
  const discussedMs = edit?.discussedAtMs ?? null;
  const countedTo = Math.max(topic.sinceMs, countedMs ?? -Infinity);
  const sessions = input.sessionEnds.filter((end) => end > countedTo && end <= input.nowMs);
  const counted = countedMs === null ? 0 : (edit?.rolledOver ?? 0);
  const rolledOver = counted + sessions.length;
  if (discussedMs !== null)
    return {
      rolledOver,
      left: {
        atMs: discussedMs,
        why: { code: "queue.discussed", params: { onMs: discussedMs } },
      },
    };
  if (rolledOver > maxRollOvers) {
    const atMs = sessions[maxRollOvers - counted] ?? countedTo;
    return {
      rolledOver: maxRollOvers,
      left: { atMs, why: { code: "queue.archived.rolled", params: { onMs: atMs } } },
    };
  }
  const agedOutMs = Math.max(topic.item.whenMs ?? 0, countedMs ?? -Infinity) + topicDays * dayMs;
  if (agedOutMs <= input.nowMs)
    return {
      rolledOver,
      left: { atMs: agedOutMs, why: { code: "queue.archived.age", params: { count: topicDays } } },
    };
  return { rolledOver, left: null };
}
