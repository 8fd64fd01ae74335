import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Commitment } from "../commitment.ts";
import type { QueueEdit } from "../queue-edit.ts";
import type { Answer, EventSnapshot, Reflection } from "../reflection.ts";
import type { PastEvent, QueueInput } from "./item.ts";
import { buildQueue } from "./queue.ts";
import { queueScore } from "./score.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24, 9);
const base = { rev: 1, createdAtMs: 0, updatedAtMs: 0, deletedAtMs: null };

type Changes = Partial<Omit<Reflection, "event">> & { daysAgo?: number; event?: Partial<EventSnapshot> };

function reflection(id: string, changes: Changes = {}): Reflection {
  const { daysAgo = 1, event, ...rest } = changes;
  const startMs = now - daysAgo * day;
  return {
    ...base,
    id,
    eventKey: `e-${id}`,
    priorityId: "ask",
    answer: "missed",
    answeredAtMs: startMs + 3_600_000,
    late: false,
    event: {
      title: id,
      startMs,
      endMs: startMs + 3_600_000,
      seriesKey: null,
      label: "high-stakes",
      domain: "none",
      stakes: 50,
      people: [],
      ...event,
    },
    plan: null,
    effort: null,
    outcome: null,
    nextTime: "",
    surprised: "",
    decisionTaken: "",
    whoNoticed: "",
    energy: null,
    bringToSession: false,
    sharing: "device",
    ...rest,
  };
}

function edit(id: string, changes: Partial<QueueEdit>): QueueEdit {
  return {
    ...base,
    id,
    starred: false,
    droppedAtMs: null,
    discussedAtMs: null,
    order: null,
    sharing: null,
    rolledOver: 0,
    rolledOverAtMs: null,
    archivedAtMs: null,
    ...changes,
  };
}

function commitment(id: string, changes: Partial<Commitment> = {}): Commitment {
  return {
    ...base,
    id,
    text: id,
    by: "you",
    dueMs: null,
    eventKey: null,
    doneAtMs: null,
    sharing: "device",
    ...changes,
  };
}

function queue(changes: Partial<Omit<QueueInput, "edits">> & { edits?: QueueEdit[] } = {}) {
  const { edits = [], ...rest } = changes;
  return buildQueue({
    nowMs: now,
    commitments: [],
    reflections: [],
    pastEvents: [],
    priorities: [{ id: "ask", name: "Ask first" }],
    sessionEnds: [],
    nextSessionMs: now + 2 * day,
    boundStarts: new Map(),
    edits: new Map(edits.map((one) => [one.id, one])),
    ...rest,
  });
}

const ids = (items: { id: string }[]) => items.map((item) => item.id.replace(/^\w+:/, ""));
const codes = (items: { reasons: { code: string }[] }[], place = 0) =>
  items[place]?.reasons.map((said) => said.code) ?? [];

const past = (eventKey: string, hoursAgo: number): PastEvent => ({
  eventKey,
  title: eventKey,
  startMs: now - (hoursAgo + 1) * 3_600_000,
  endMs: now - hoursAgo * 3_600_000,
  stakes: 80,
});

const series = (id: string, daysAgo: number, changes: Changes = {}) =>
  reflection(id, { daysAgo, ...changes, event: { seriesKey: "s", stakes: 72 } });

const board = (id: string, daysAgo: number, answer: Answer) =>
  reflection(id, { daysAgo, answer, event: { domain: "external-board-investor" } });

const run = (letters: string) =>
  letters.split("").map((letter, i) => board(`r${i}`, 50 - i, letter === "M" ? "missed" : "did"));

const old = (daysAgo: number) => queue({ reflections: [reflection("r", { daysAgo })] });

describe("score", () => {
  const worked = {
    stakes: 80,
    outcome: -2,
    answer: "missed" as Answer,
    starred: false,
    startMs: now - 7 * day,
  };

  test("stakes 80, outcome -2, missed, no star, 7 days is 0.78", () => {
    expect(queueScore(worked, now)).toBeCloseTo(0.78, 10);
  });

  test("distance counts in either direction, partly is half a miss, an absent outcome is 0", () => {
    expect(queueScore({ ...worked, outcome: 2 }, now)).toBeCloseTo(0.78, 10);
    expect(queueScore({ ...worked, answer: "partly" }, now)).toBeCloseTo(0.68, 10);
    expect(queueScore({ ...worked, outcome: null }, now)).toBeCloseTo(0.53, 10);
    expect(queueScore({ ...worked, answer: "not-applicable", starred: true }, now)).toBeCloseTo(0.68, 10);
  });

  test("age stops at fourteen days and a score never leaves 0 to 1", () => {
    expect(queueScore({ ...worked, startMs: now - 100 * day }, now)).toBeCloseTo(0.83, 10);
    const top = { stakes: 100, outcome: 2, answer: "missed" as Answer, starred: true, startMs: 0 };
    expect(queueScore(top, now)).toBeCloseTo(1, 10);
    expect(queueScore({ ...worked, stakes: 0, outcome: null, answer: "did", startMs: now + day }, now)).toBe(
      0,
    );
  });
});

describe("topics", () => {
  test("two are proposed, highest first, and the rest is folded", () => {
    const list = [10, 90, 50, 70].map((stakes, i) =>
      reflection(`r${i}`, { event: { stakes }, answer: "did" }),
    );
    const { items } = queue({ reflections: list });
    expect(ids(items)).toEqual(["r1", "r3", "r2", "r0"]);
    expect(items.map((item) => item.section)).toEqual(["proposed", "proposed", "folded", "folded"]);
  });

  test("a success is among the two proposed, and says why it is there", () => {
    const list = [
      ...[90, 80, 70].map((stakes) => reflection(`m${stakes}`, { event: { stakes } })),
      reflection("good", { answer: "did", event: { stakes: 20 } }),
    ];
    const { items } = queue({ reflections: list });
    expect(ids(items)).toEqual(["m90", "good", "m80", "m70"]);
    expect(codes(items, 1)).toContain("queue.success");
  });

  test("better than expected is a success too, a miss never is", () => {
    const lucky = reflection("lucky", { answer: "missed", outcome: 1, event: { stakes: 90 } });
    const better = reflection("better", { answer: "partly", outcome: 1, event: { stakes: 10 } });
    const list = [lucky, reflection("m", { event: { stakes: 80 } }), better];
    expect(ids(queue({ reflections: list }).items)).toEqual(["lucky", "better", "m"]);
  });

  test("a flagged meeting nobody reflected on is a topic once two hours have passed", () => {
    const { items } = queue({
      pastEvents: [past("forgotten", 50), past("just", 1), past("e-done", 50)],
      reflections: [reflection("done")],
    });
    expect(ids(items).toSorted()).toEqual(["done", "forgotten"]);
    const forgotten = items.find((item) => item.kind === "unreflected");
    expect(forgotten?.reasons.map((said) => said.code)).toEqual(["queue.stakes", "queue.unreflected"]);
  });

  test("what did not come up is no topic unless the person says more", () => {
    const list = [
      reflection("silent", { answer: "not-applicable" }),
      reflection("spoken", { answer: "not-applicable", surprised: "The chair left." }),
    ];
    expect(ids(queue({ reflections: list }).items)).toEqual(["spoken"]);
  });

  test("a deleted reflection is gone", () => {
    expect(queue({ reflections: [reflection("r", { deletedAtMs: now })] }).items).toEqual([]);
  });
});

test("each row says why it is there", () => {
  const { items, patterns } = queue({
    reflections: [
      series("a", 30),
      series("b", 15),
      series("c", 1, { outcome: -2, bringToSession: true, surprised: "Silence." }),
    ],
  });
  expect(ids(items)[0]).toBe("c");
  expect(items[0]?.reasons).toEqual([
    { code: "queue.stakes", params: { stakes: 72 } },
    { code: "queue.below", params: { count: 2 } },
    { code: "queue.missed.3", params: { priority: "Ask first", count: 3 } },
    { code: "queue.starred", params: {} },
  ]);
  expect(items[0]?.words).toEqual(["Silence."]);
  expect(patterns).toMatchObject([{ priorityId: "ask", missed: 3, group: { kind: "series", name: "c" } }]);
});

describe("patterns", () => {
  test("the third board meeting in which a plan was missed is a pattern of the domain", () => {
    const list = [
      board("a", 60, "missed"),
      board("b", 40, "did"),
      board("c", 20, "missed"),
      board("d", 2, "missed"),
    ];
    expect(queue({ reflections: list }).patterns).toEqual([
      {
        priorityId: "ask",
        group: { kind: "domain", name: "external-board-investor" },
        missed: 3,
        outcomes: ["missed", "did", "missed", "missed"],
        sinceMs: now - 60 * day,
      },
    ]);
  });

  test("three misses among the last five count, older ones are forgotten", () => {
    expect(queue({ reflections: run("MMMDDD") }).patterns).toEqual([]);
    expect(queue({ reflections: run("DMMDM") }).patterns).toHaveLength(1);
  });

  test("nothing older than half a year makes a pattern", () => {
    const list = ["a", "b", "c"].map((id, i) => board(id, 181 + i, "missed"));
    expect(queue({ reflections: list }).patterns).toEqual([]);
  });
});

describe("commitments", () => {
  test("come first, soonest due first, undated last", () => {
    const { items } = queue({
      reflections: [reflection("r", { event: { stakes: 100 } })],
      commitments: [
        commitment("undated"),
        commitment("soon", { dueMs: now + day }),
        commitment("overdue", { dueMs: now - 3 * day }),
        commitment("far", { dueMs: now + 30 * day }),
        commitment("bound", { eventKey: "heron" }),
      ],
      boundStarts: new Map([["heron", { title: "Heron", startMs: now + 3_600_000 }]]),
    });
    expect(ids(items)).toEqual(["overdue", "bound", "soon", "undated", "r"]);
    expect(codes(items)).toEqual(["queue.by.you", "queue.due", "queue.open"]);
    expect(items[1]?.reasons[1]).toEqual({
      code: "queue.bound",
      params: { event: "Heron", onMs: now + 3_600_000 },
    });
  });

  test("done ones stay until the next session has passed", () => {
    const done = commitment("done", { dueMs: now - 4 * day, doneAtMs: now - 5 * day });
    expect(ids(queue({ commitments: [done] }).items)).toEqual(["done"]);
    expect(queue({ commitments: [done], sessionEnds: [now - 2 * day] }).items).toEqual([]);
  });
});

const topic = reflection("r", { daysAgo: 50 });
const sessionEnds = [now - 40 * day, now - 26 * day, now - 12 * day];
const after = (sessionsPast: number) =>
  queue({ reflections: [topic], sessionEnds: sessionEnds.slice(0, sessionsPast) });

describe("rolling over", () => {
  test("an undiscussed topic rolls over twice, then is archived with notice", () => {
    expect(after(0).items[0]).toMatchObject({ rolledOver: 0 });
    expect(codes(after(1).items)).toContain("queue.rolled");
    expect(after(2).items[0]).toMatchObject({ rolledOver: 2 });
    expect(codes(after(2).items)).toContain("queue.rolled.last");
    expect(after(3).items).toEqual([]);
    expect(after(3).archived[0]?.reasons[0]).toEqual({
      code: "queue.archived.rolled",
      params: { onMs: now - 12 * day },
    });
  });

  test("a topic put back is counted anew", () => {
    const back = edit("reflection:r", { rolledOverAtMs: now - 13 * day });
    expect(queue({ reflections: [topic], sessionEnds, edits: [back] }).items[0]).toMatchObject({
      rolledOver: 1,
    });
  });

  test("without sessions a topic is archived after ninety days and out of sight thirty days later", () => {
    expect(old(89).items).toHaveLength(1);
    expect(ids(old(91).archived)).toEqual(["r"]);
    expect(old(121)).toMatchObject({ items: [], archived: [] });
  });

  test("a discussed topic is closed at once", () => {
    const discussed = edit("reflection:r", { discussedAtMs: now - day });
    const { items, archived } = queue({ reflections: [topic], edits: [discussed] });
    expect(items).toEqual([]);
    expect(codes(archived)[0]).toBe("queue.discussed");
  });
});

describe("the person's edits", () => {
  const list = [90, 80, 70, 60].map((stakes) =>
    reflection(`r${stakes}`, { answer: "did", event: { stakes } }),
  );

  test("a dropped item waits among the dropped", () => {
    const { items, dropped } = queue({
      reflections: list,
      edits: [edit("reflection:r90", { droppedAtMs: now })],
    });
    expect(ids(items)).toEqual(["r80", "r70", "r60"]);
    expect(ids(dropped)).toEqual(["r90"]);
  });

  test("the person's order stands and can be told from the computed one", () => {
    const order = ["r60", "r90", "r80", "r70"].map((id, place) => edit(`reflection:${id}`, { order: place }));
    const own = queue({ reflections: list, edits: order });
    expect(ids(own.items)).toEqual(["r60", "r90", "r80", "r70"]);
    expect(own.reordered).toBe(true);
    expect(queue({ reflections: list }).reordered).toBe(false);
  });

  test("a topic that came since stands before the first one it outranks", () => {
    const order = ["r60", "r90", "r80", "r70"].map((id, place) => edit(`reflection:${id}`, { order: place }));
    const came = reflection("new", { answer: "did", event: { stakes: 75 } });
    expect(ids(queue({ reflections: [...list, came], edits: order }).items)).toEqual([
      "new",
      "r60",
      "r90",
      "r80",
      "r70",
    ]);
  });

  test("a star on a meeting nobody reflected on lifts it", () => {
    const { items } = queue({
      pastEvents: [past("a", 20), past("b", 20)],
      edits: [edit("unreflected:b", { starred: true, sharing: "coach" })],
    });
    expect(items[0]).toMatchObject({ id: "unreflected:b", starred: true, sharing: "coach" });
    expect(items[1]).toMatchObject({ sharing: "device" });
  });
});

test("the queue does not depend on the order of what is given, and loses nothing", () => {
  const row = fc.record({
    stakes: fc.integer({ min: 0, max: 100 }),
    daysAgo: fc.integer({ min: 0, max: 150 }),
    answer: fc.constantFrom<Answer>("did", "partly", "missed"),
    outcome: fc.constantFrom(null, -2, -1, 0, 1, 2),
    dropped: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const reflections = rows.map(({ stakes, ...rest }, i) =>
        reflection(`r${i}`, { ...rest, event: { stakes } }),
      );
      const edits = rows.flatMap(({ dropped }, i) =>
        dropped ? [edit(`reflection:r${i}`, { droppedAtMs: now })] : [],
      );
      const made = queue({ reflections, edits });
      expect(queue({ reflections: reflections.toReversed(), edits })).toEqual(made);
      const young = rows.filter((one) => one.daysAgo < 90).length;
      expect(made.items.length + made.dropped.length).toBe(young);
      const proposed = made.items.filter((item) => item.section === "proposed");
      expect(proposed.length).toBe(Math.min(2, made.items.length));
      if (proposed.length === 2 && made.items.some((item) => item.success))
        expect(proposed.some((item) => item.success)).toBe(true);
    }),
  );
});

describe("merged topics", () => {
  const two = [reflection("a", { nextTime: "words of a" }), reflection("b", { outcome: -2 })];

  test("share one row, which ranks with the highest of them and keeps each one's words apart", () => {
    const alone = queue({ reflections: two });
    const made = queue({
      reflections: two,
      edits: [edit("reflection:b", { mergedInto: "reflection:a" })],
    });
    expect(ids(made.items)).toEqual(["a"]);
    expect(made.items[0]).toMatchObject({
      words: ["words of a"],
      merged: [{ id: "reflection:b", title: "b", words: [] }],
      score: Math.max(...alone.items.map(({ score }) => score ?? 0)),
    });
    expect(codes(made.items)).toContain("queue.merged");
  });

  test("are discussed and dropped with their row", () => {
    const merged = edit("reflection:b", { mergedInto: "reflection:a" });
    const discussed = queue({
      reflections: two,
      edits: [merged, edit("reflection:a", { discussedAtMs: now - 1 })],
    });
    expect([ids(discussed.items), ids(discussed.archived)]).toEqual([[], ["a"]]);
    const dropped = queue({
      reflections: two,
      edits: [merged, edit("reflection:a", { droppedAtMs: now - 1 })],
    });
    expect([ids(dropped.items), ids(dropped.dropped)]).toEqual([[], ["a"]]);
  });

  test("no topic is ever lost, whatever is merged into whatever", () => {
    const names = ["a", "b", "c", "d"];
    const merges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, "gone")));
    fc.assert(
      fc.property(merges, (pairs) => {
        const edits = pairs.map(([from, into]) =>
          edit(`reflection:${from}`, { mergedInto: `reflection:${into}` }),
        );
        const made = queue({ reflections: names.map((name) => reflection(name)), edits });
        const seen = made.items.flatMap(({ id, merged }) => [id, ...(merged ?? []).map((one) => one.id)]);
        expect(seen.toSorted()).toEqual(names.map((name) => `reflection:${name}`));
      }),
    );
  });
});
