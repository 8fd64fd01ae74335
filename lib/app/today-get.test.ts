import { beforeEach, describe, expect, test } from "vitest";
import { fakeDeps } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { capture, dayMs, hourMs, see, write } from "../../test/support/loop-world.ts";
import { commitmentSave } from "./commitment-save.ts";
import { popupGet } from "./popup-get.ts";
import { putSettings } from "./settings-read.ts";
import { todayGet } from "./today-get.ts";

let deps: FakeDeps;

beforeEach(() => {
  deps = fakeDeps(); // Wednesday noon, UTC
});

const ahead = (hours: number) => deps.now.ms + hours * hourMs;
const titles = (events: { title: string }[]) => events.map(({ title }) => title);

describe("today", () => {
  test("holds the week from Monday and the day, in the person's zone", async () => {
    await see(deps, "Last Sunday", ahead(-3 * 24));
    await see(deps, "Monday", ahead(-2 * 24));
    await see(deps, "Late tonight", ahead(11.5));
    await see(deps, "Next Sunday", ahead(4 * 24));
    await see(deps, "Next Monday", ahead(5 * 24));
    const view = await todayGet(deps);
    expect(titles(view.week)).toEqual(["Monday", "Late tonight", "Next Sunday"]);
    expect(titles(view.today)).toEqual(["Late tonight"]);
    deps.now.zone = "Asia/Tokyo"; // 21:00 there: tonight at 23:30 UTC is tomorrow morning
    expect(titles((await todayGet(deps)).today)).toEqual([]);
  });

  test("leaves out what the person does not attend and what is no meeting, unless it is marked", async () => {
    await see(deps, "Declined", ahead(1), { answer: "declined" });
    await see(deps, "Focus", ahead(2), { kind: "focus-time" });
    await see(deps, "Declined, marked", ahead(3), { answer: "declined", mark: "high-stakes" });
    await see(deps, "Plain", ahead(4));
    expect(titles((await todayGet(deps)).week)).toEqual(["Declined, marked", "Plain"]);
  });

  test("captures wait from the end of a meeting for 48 hours, the latest first, until answered", async () => {
    const priority = await write(deps, "steering");
    await see(deps, "Steering old", ahead(-50));
    const yesterday = await see(deps, "Steering yesterday", ahead(-24));
    await see(deps, "Steering morning", ahead(-3));
    await see(deps, "Steering now", ahead(-0.5));
    await see(deps, "Dentist", ahead(-4));
    const waiting = async () => (await todayGet(deps)).capturesWaiting.map(({ event }) => event.title);
    expect(await waiting()).toEqual(["Steering morning", "Steering yesterday"]);
    await capture(deps, yesterday, "did", priority.id);
    expect(await waiting()).toEqual(["Steering morning"]);
  });

  test("commitments due soon stand there, soonest first", async () => {
    const key = await see(deps, "Heron", ahead(20));
    const base = { id: null, by: "you" as const, eventKey: null, dueMs: null, done: false };
    await commitmentSave(deps, { ...base, text: "bound", eventKey: key });
    await commitmentSave(deps, { ...base, text: "overdue", dueMs: ahead(-72) });
    await commitmentSave(deps, { ...base, text: "far", dueMs: ahead(24 * 9) });
    await commitmentSave(deps, { ...base, text: "undated" });
    await commitmentSave(deps, { ...base, text: "done", dueMs: ahead(1), done: true });
    expect((await todayGet(deps)).commitmentsDue.map(({ text }) => text)).toEqual(["overdue", "bound"]);
  });

  test("says what was read, from where and until when", async () => {
    await see(deps, "Plain", ahead(1));
    const { reading } = await todayGet(deps);
    expect(reading.sources).toHaveLength(1);
    expect(reading).toMatchObject({ eventCount: 1, lastReadAtMs: deps.now.ms });
  });
});

describe("the popup", () => {
  test("is the first run until a source is there", async () => {
    expect(await popupGet(deps)).toMatchObject({
      firstRun: true,
      next: null,
      capturesWaiting: [],
      queueCount: 0,
    });
    await see(deps, "Plain", ahead(1));
    expect(await popupGet(deps)).toMatchObject({ firstRun: false, next: null, reading: { eventCount: 1 } });
  });

  test("names the flagged event that runs or comes next, with its plan, and the next session", async () => {
    await write(deps, "steering");
    await see(deps, "Over", ahead(-5), { mark: "high-stakes" });
    await see(deps, "Steering", ahead(2), { mark: "high-stakes" });
    await see(deps, "Later", ahead(30), { mark: "high-stakes" });
    await see(deps, "Sofia B.", ahead(25), { mark: "coaching" });
    expect(await popupGet(deps)).toMatchObject({
      next: { title: "Steering", plan: { if: "someone turns to me" } },
      nextSession: { title: "Sofia B." },
      // "Over" was high-stakes and has no answer: it waits, and it is a topic.
      capturesWaiting: [{ event: { title: "Over" } }],
      queueCount: 1,
    });
  });

  test("a pause is told while it lasts", async () => {
    await deps.store.write((tx) => putSettings(tx, { pausedUntilMs: ahead(3), hidden: true }));
    expect(await popupGet(deps)).toMatchObject({ pausedUntilMs: ahead(3), hidden: true });
    deps.now.ms += dayMs;
    expect((await popupGet(deps)).pausedUntilMs).toBeNull();
  });
});
