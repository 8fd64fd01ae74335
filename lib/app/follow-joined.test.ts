import * as fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { anEvent, timed } from "../../test/support/an-event.ts";
import { fakeDeps, testNowMs } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { write } from "../../test/support/loop-world.ts";
import type { CalendarEvent } from "../domain/event.ts";
import { answers } from "../domain/reflection.ts";
import { captureSave } from "./capture-save.ts";
import { drainOutbox } from "./capture-drain.ts";
import { commitReading } from "./commit-reading.ts";
import { commitmentSave } from "./commitment-save.ts";
import { loadJudgedEvent } from "./judged-events.ts";
import { markSet } from "./mark-set.ts";
import { planAdapt } from "./plan-adapt.ts";
import { planRehearse } from "./plan-rehearse.ts";
import { queueEdit } from "./queue-edit.ts";
import { reflectionEdit } from "./reflection-edit.ts";

const page = "page:google-calendar:me";
let deps: FakeDeps;
beforeEach(() => {
  deps = fakeDeps();
});

const meeting = (changes: Partial<CalendarEvent>) =>
  anEvent({ timing: timed(testNowMs - 2 * 3_600_000), ...changes });

async function read(of: FakeDeps, event: CalendarEvent): Promise<void> {
  const reading = { sourceId: event.sourceId, events: [event], coverage: null, speaksFor: "source" as const };
  await commitReading(of, reading, async () => null);
}

/** The page and a file show one meeting under names that have nothing in common: two records. */
async function seenTwice(of: FakeDeps): Promise<[string, string]> {
  await read(of, meeting({ sourceId: page, aliases: ["google:abc"], title: "Board" }));
  of.now.ms += 1;
  await read(of, meeting({ sourceId: "file", sourceEventId: "u", aliases: ["uid:x"], title: "Directors" }));
  const keys = (await of.store.events.all()).map(({ id }) => id);
  return [keys[0] ?? "", keys[1] ?? ""];
}

/** The file is read again, and now says the name that the page knows. */
const provenOne = (of: FakeDeps) =>
  read(
    of,
    meeting({ sourceId: "file", sourceEventId: "u", aliases: ["uid:x", "google:abc"], title: "Directors" }),
  );

test("whatever the person said about either record follows to the one that stays", async () => {
  const [first, second] = await seenTwice(deps);
  const priority = await write(deps, "board");
  const plan = { if: "a", then: "b" };
  await captureSave(deps, { eventKey: second, priorityId: priority.id, answer: "did" });
  await markSet(deps, { eventKey: second, kind: "high-stakes", scope: "event" });
  await planAdapt(deps, { priorityId: priority.id, eventKey: second, scope: "event", plan });
  await planRehearse(deps, { priorityId: priority.id, eventKey: second });
  await queueEdit(deps, { act: "star", itemId: `unreflected:${second}`, on: true });
  await commitmentSave(deps, {
    id: null,
    text: "Call",
    by: "you",
    dueMs: null,
    eventKey: second,
    done: false,
  });
  await provenOne(deps);
  expect((await deps.store.events.all()).map(({ id }) => id)).toEqual([first]);
  expect(await deps.store.reflections.all()).toMatchObject([{ eventKey: first, answer: "did" }]);
  expect(await deps.store.marks.all()).toMatchObject([{ id: `event:${first}`, key: first }]);
  expect(await deps.store.commitments.all()).toMatchObject([{ eventKey: first, text: "Call" }]);
  expect(await deps.store.queueEdits.all()).toMatchObject([{ id: `unreflected:${first}`, starred: true }]);
  expect((await deps.store.priorities.all())[0]).toMatchObject({
    adaptations: [{ scope: { kind: "event", key: first }, plan }],
    rehearsals: [{ eventKey: first }],
  });
});

test("a capture that is on its way to the record that gave way is filed under the one that stayed", async () => {
  const [first, second] = await seenTwice(deps);
  await provenOne(deps);
  deps.waiting["outbox/w"] = {
    id: "w",
    eventKey: second,
    priorityId: null,
    answer: "did",
    atMs: deps.now.ms,
  };
  await drainOutbox(deps);
  expect(await deps.store.reflections.all()).toMatchObject([{ eventKey: first, answer: "did" }]);
  expect(deps.waiting).toEqual({});
  expect((await loadJudgedEvent(deps, second))?.record.id).toBe(first);
});

const said = fc.record({
  at: fc.constantFrom(0, 1),
  answer: fc.constantFrom(...answers),
  words: fc.constantFrom("", "one", "two"),
  marks: fc.boolean(),
});

test("whatever was said about both, in whatever order, no word is lost and nothing stands twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 6 }), async (acts) => {
      const device = fakeDeps();
      const keys = await seenTwice(device);
      const words = new Map<string, string>();
      for (const { at, answer, words: text, marks } of acts) {
        device.now.ms += 1_000;
        const eventKey = keys[at] ?? "";
        await captureSave(device, { eventKey, priorityId: null, answer });
        await reflectionEdit(device, { id: `${eventKey}~none`, changes: { nextTime: text } });
        words.set(eventKey, text);
        if (marks) await markSet(device, { eventKey, kind: "ordinary", scope: "event" });
      }
      await provenOne(device);
      await provenOne(device);
      const reflections = await device.store.reflections.all();
      expect(reflections).toHaveLength(acts.length === 0 ? 0 : 1);
      for (const text of words.values()) expect(reflections[0]?.nextTime).toContain(text);
      expect(reflections[0]?.answer).toBe(acts.at(-1)?.answer);
      expect(await device.store.marks.all()).toHaveLength(acts.some(({ marks }) => marks) ? 1 : 0);
      expect((await device.store.events.all()).map(({ id }) => id)).toEqual([keys[0]]);
    }),
    { numRuns: 40 },
  );
}, 60_000);
