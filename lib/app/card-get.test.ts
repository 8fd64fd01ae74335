import { beforeEach, describe, expect, test } from "vitest";
import { fakeDeps } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { capture, dayMs, hourMs, see, write } from "../../test/support/loop-world.ts";
import type { CalendarEvent } from "../domain/event.ts";
import { cardGet } from "./card-get.ts";
import { commitmentSave } from "./commitment-save.ts";
import { panelGet } from "./panel-get.ts";
import { reflectionEdit } from "./reflection-edit.ts";
import { putSettings } from "./settings-read.ts";

let deps: FakeDeps;

beforeEach(() => {
  deps = fakeDeps();
});

const ahead = (hours: number) => deps.now.ms + hours * hourMs;
const guests = (...names: string[]): Pick<CalendarEvent, "attendees"> => ({
  attendees: names.map((name) => ({
    name,
    email: `${name.slice(0, 3)}@x.example`,
    answer: "accepted",
    self: false,
  })),
});

describe("the card", () => {
  test("a flagged event with a matching priority shows the to side, the plan and at most three prompts", async () => {
    const priority = await write(deps, "steering");
    const key = await see(deps, "Steering", ahead(48), { mark: "high-stakes" });
    const card = await cardGet(deps, { eventKey: key });
    expect(card).toMatchObject({
      flag: "high-stakes",
      marked: true,
      priority: {
        id: priority.id,
        name: "Ask first",
        to: "asking the question",
        why: "“steering” in the title",
      },
      plan: { if: "someone turns to me", then: "ask what they would do", rehearsals: 0, rehearsedAtMs: null },
      canMark: false,
      canUnmark: true,
      capture: null,
      session: null,
    });
    expect(card?.prompts).toHaveLength(3);
    for (const { text, by } of card?.prompts ?? []) {
      expect(text).not.toMatch(/^prompt\./);
      expect(by).toMatch(/^Throughline, because /);
    }
  });

  test("an ordinary event with no priority is one line with mark alone", async () => {
    const key = await see(deps, "Dentist", ahead(5));
    expect(await cardGet(deps, { eventKey: key })).toMatchObject({
      flag: null,
      reasons: [],
      priority: null,
      plan: null,
      prompts: [],
      before: null,
      room: [],
      canMark: true,
      canUnmark: false,
    });
  });

  test("a session can be said to be none, and to be a high-stakes event instead", async () => {
    const key = await see(deps, "Coaching", ahead(5), { mark: "coaching" });
    const card = await cardGet(deps, { eventKey: key });
    expect(card).toMatchObject({ flag: "coaching", canMark: true, canUnmark: true });
  });

  test("an unknown event has no card", async () => {
    expect(await cardGet(deps, { eventKey: "none" })).toBeNull();
  });

  test("a cancelled event cannot be marked", async () => {
    const key = await see(deps, "Steering", ahead(5), { status: "cancelled" });
    expect(await cardGet(deps, { eventKey: key })).toMatchObject({ canMark: false, canUnmark: false });
  });

  test("earlier occasions of the series are shown as outcomes, oldest first", async () => {
    const priority = await write(deps, "steering");
    for (const [i, answer] of (["did", "missed", "partly", "did"] as const).entries()) {
      const key = await see(deps, "Steering", deps.now.ms - (28 - 7 * i) * dayMs, { seriesId: "s" });
      await capture(deps, key, answer, priority.id);
    }
    const next = await see(deps, "Steering", ahead(24), { seriesId: "s" });
    expect((await cardGet(deps, { eventKey: next }))?.before).toEqual({
      outcomes: ["did", "missed", "partly", "did"],
      text: "did 2, partly 1, missed 1",
    });
  });

  test("outside a series earlier occasions with the same people are shown", async () => {
    const priority = await write(deps, "review");
    const past = await see(deps, "Review A", deps.now.ms - 5 * dayMs, guests("Priya Raman", "Leo Martins"));
    await capture(deps, past, "missed", priority.id);
    const next = await see(deps, "Review B", ahead(5), guests("Raman, Priya"));
    const other = await see(deps, "Review C", ahead(6), guests("Somebody Else"));
    expect((await cardGet(deps, { eventKey: next }))?.before?.outcomes).toEqual(["missed"]);
    expect((await cardGet(deps, { eventKey: other }))?.before).toBeNull();
  });

  test("enrolled people in the room are named, by their relation and without an address", async () => {
    await deps.store.write((tx) =>
      putSettings(tx, {
        people: [{ id: "p", name: "Priya Raman", email: "PRI@x.example", relation: "board" }],
      }),
    );
    const key = await see(deps, "Review", ahead(5), { mark: "high-stakes", ...guests("Priya R.", "Leo") });
    const card = await cardGet(deps, { eventKey: key });
    expect(card?.room).toEqual([{ name: "Priya Raman", note: "board" }]);
    expect(JSON.stringify(card)).not.toContain("x.example");
  });

  test("open commitments bound to it stand there", async () => {
    const key = await see(deps, "Heron", ahead(22));
    const base = { id: null, by: "you" as const, dueMs: null, eventKey: key };
    await commitmentSave(deps, { ...base, text: "Walk-away price to Priya", done: false });
    await commitmentSave(deps, { ...base, text: "Done already", done: true });
    expect((await cardGet(deps, { eventKey: key }))?.due).toMatchObject([
      { text: "Walk-away price to Priya" },
    ]);
  });

  test("a session shows counts, titles and outcomes of the first topics", async () => {
    const priority = await write(deps, "steering");
    for (const days of [1, 2, 3]) {
      const key = await see(deps, "Steering", deps.now.ms - days * dayMs);
      await capture(deps, key, "did", priority.id);
    }
    const session = await see(deps, "Sofia B.", ahead(24), { mark: "coaching" });
    await commitmentSave(deps, {
      id: null,
      text: "Call",
      by: "you",
      dueMs: deps.now.ms,
      eventKey: null,
      done: false,
    });
    const card = await cardGet(deps, { eventKey: session });
    expect(card).toMatchObject({ flag: "coaching", plan: null, session: { total: 4, due: 1, folded: 1 } });
    expect(card?.session?.first).toHaveLength(2);
    expect(card?.session?.first[0]).toMatchObject({ title: "Steering", answer: "did" });
  });

  test("after the event the one-click capture is offered, then its answer shown", async () => {
    const priority = await write(deps, "steering");
    const key = await see(deps, "Steering", deps.now.ms - 3 * hourMs);
    expect((await cardGet(deps, { eventKey: key }))?.capture).toMatchObject({
      priorityId: priority.id,
      answer: null,
    });
    await capture(deps, key, "partly", priority.id);
    expect((await cardGet(deps, { eventKey: key }))?.capture).toMatchObject({ answer: "partly" });
  });

  test("no word of a reflection, no from side and no address reaches it", async () => {
    const canary = "canary-4711";
    const priority = await write(deps, "steering", { from: canary, outcome: canary, impact: canary });
    const key = await see(deps, "Steering", deps.now.ms - dayMs, { seriesId: "s", description: canary });
    const { id } = await capture(deps, key, "missed", priority.id);
    const words = { nextTime: canary, surprised: canary, decisionTaken: canary, whoNoticed: canary };
    await reflectionEdit(deps, { id, changes: { ...words, bringToSession: true } });
    const next = await see(deps, "Steering", ahead(2), { seriesId: "s", mark: "high-stakes" });
    const session = await see(deps, "Sofia B.", ahead(24), { mark: "coaching" });
    for (const eventKey of [key, next, session])
      expect(JSON.stringify(await cardGet(deps, { eventKey }))).not.toContain(canary);
  });
});

describe("the side panel", () => {
  test("shows the event that runs, else the next that matters", async () => {
    await write(deps, "steering");
    await see(deps, "Dentist", ahead(1));
    const next = await see(deps, "Steering", ahead(5));
    expect((await panelGet(deps, { eventKey: null }))?.event.eventKey).toBe(next);
    const running = await see(deps, "Forum", ahead(-0.5), { mark: "high-stakes" });
    expect((await panelGet(deps, { eventKey: null }))?.event.eventKey).toBe(running);
  });

  test("is empty when nothing matters and for an unknown event", async () => {
    await see(deps, "Dentist", ahead(1));
    expect(await panelGet(deps, { eventKey: null })).toBeNull();
    expect(await panelGet(deps, { eventKey: "none" })).toBeNull();
  });

  test("has one row for each priority that applies or was captured, the one-click one first, with words", async () => {
    const first = await write(deps, "steering");
    const second = await write(deps, "pricing", { name: "Say the gap" });
    const key = await see(deps, "Pricing steering", deps.now.ms - 3 * hourMs);
    const { id } = await capture(deps, key, "did", first.id);
    await reflectionEdit(deps, { id, changes: { surprised: "Silence." } });
    await see(deps, "Sofia B.", ahead(24), { mark: "coaching" });
    const panel = await panelGet(deps, { eventKey: key });
    expect(panel?.reflections).toMatchObject([
      { capture: { priorityId: first.id, answer: "did" }, reflection: { surprised: "Silence." } },
      { capture: { priorityId: second.id, priorityName: "Say the gap", answer: null }, reflection: null },
    ]);
    expect(panel?.reflections[1]?.plan).toEqual(second.plan);
    expect(panel?.allPriorities.map(({ name }) => name)).toEqual(["Ask first", "Say the gap"]);
    expect(panel?.sessionMs).toBe(ahead(24));
  });
});
