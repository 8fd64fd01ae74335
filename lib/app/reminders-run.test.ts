import { beforeEach, expect, test } from "vitest";
import { fakeDeps } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import { capture, dayMs, hourMs, see, write } from "../../test/support/loop-world.ts";
import { runReminders } from "./reminders-run.ts";
import type { Notice } from "./reminders-run.ts";
import { snooze } from "./reminders-snooze.ts";
import { putSettings } from "./settings-read.ts";

let deps: FakeDeps;
let shown: Notice[];
const show = async (notice: Notice) => shown.push(notice);
const at = (hours: number) => deps.now.ms + hours * hourMs;

beforeEach(() => {
  deps = fakeDeps();
  shown = [];
});

test("before a flagged event the plan alone is shown: no title, no name", async () => {
  await write(deps, "steering");
  const key = await see(deps, "Pricing steering, Leo", at(0.25), { mark: "high-stakes" });
  await runReminders(deps, show);
  expect(shown).toMatchObject([
    {
      title: "In 15 min",
      message: "If someone turns to me, then I will ask what they would do.",
      eventKey: key,
      canSnooze: true,
    },
  ]);
  expect(JSON.stringify(shown[0]?.message) + shown[0]?.title).not.toMatch(/Pricing|Leo/);
});

test("a flagged event without a plan is announced neutrally", async () => {
  await see(deps, "Pricing steering", at(0.2), { mark: "high-stakes" });
  await runReminders(deps, show);
  expect(shown.map(({ message }) => message)).toEqual(["A meeting to prepare."]);
});

test("an ordinary meeting of no priority and a declined one are not reminded of", async () => {
  await see(deps, "Lunch talk", at(0.2));
  await see(deps, "Steering", at(0.2), { mark: "high-stakes", answer: "declined" });
  await runReminders(deps, show);
  expect(shown).toEqual([]);
});

test("killed after showing and before remembering, the same id is shown again, and never another", async () => {
  await see(deps, "Steering", at(0.2), { mark: "high-stakes" });
  await expect(
    runReminders(deps, async (notice) => {
      await show(notice);
      throw new Error("killed");
    }),
  ).rejects.toThrow("killed");
  const restarted = deps.reopen();
  await runReminders(restarted, show);
  await runReminders(restarted.reopen(), show);
  expect(shown).toHaveLength(2);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(1);
});

test("a snoozed reminder comes again after its minutes, once", async () => {
  const key = await see(deps, "Steering", at(0.25), { mark: "high-stakes" });
  await runReminders(deps, show);
  await snooze(deps, { eventKey: key, minutes: 10 });
  const { nextMs } = await runReminders(deps, show);
  expect(nextMs).toBe(at(10 / 60));
  deps.now.ms += 10 * 60_000;
  await runReminders(deps, show);
  await runReminders(deps, show);
  expect(shown.map(({ title }) => title)).toEqual(["In 15 min", "In 5 min"]);
});

test("snoozing what is not known or for no time at all is refused", async () => {
  await expect(snooze(deps, { eventKey: "none", minutes: 5 })).rejects.toMatchObject({ code: "not-found" });
  await expect(snooze(deps, { eventKey: "none", minutes: 0 })).rejects.toMatchObject({ code: "bad-input" });
});

test("after three successes every second occasion is reminded of, captured or not", async () => {
  const priority = await write(deps, "steering", { name: "Ask first" });
  for (const days of [9, 8, 7]) {
    const key = await see(deps, "Steering", deps.now.ms - days * dayMs);
    await capture(deps, key, "did", priority.id);
  }
  const coming = [2, 4, 6, 8];
  for (const hours of coming) await see(deps, "Steering", at(hours));
  const start = deps.now.ms;
  for (const hours of coming) {
    deps.now.ms = start + hours * hourMs - 15 * 60_000;
    await runReminders(deps, show);
  }
  expect(shown).toHaveLength(2);
  expect(shown.map(({ id }) => Number(/@(\d+)-/.exec(id)?.[1]) - start)).toEqual([4 * hourMs, 8 * hourMs]);
});

test("out of office nothing is shown", async () => {
  await see(deps, "Steering", at(0.2), { mark: "high-stakes" });
  await see(deps, "Away", at(-1), {
    kind: "out-of-office",
    availability: "out-of-office",
    timing: {
      kind: "timed",
      startMs: at(-1),
      endMs: at(5),
      startLocal: null,
      endLocal: null,
    },
  });
  await runReminders(deps, show);
  expect(shown).toEqual([]);
});

test("morning and evening speak in counts and times", async () => {
  await deps.store.write((tx) =>
    putSettings(tx, { lookAheadAt: "08:00", sweepAt: "18:00", leadMinutes: [] }),
  );
  const noon = deps.now.ms;
  deps.now.ms = noon - 4 * hourMs;
  await see(deps, "Steering", noon - hourMs, { mark: "high-stakes" });
  await runReminders(deps, show);
  deps.now.ms = noon + 6 * hourMs;
  await runReminders(deps, show);
  expect(shown.map(({ title, message }) => `${title}: ${message}`)).toEqual([
    "Today: One high-stakes meeting, at 11:00 AM.",
    "Before the day ends: One capture waiting.",
  ]);
});

test("a priority that faded down to the weekly recap is recalled on Friday, without its name", async () => {
  const priority = await write(deps, "steering", { name: "Ask first" });
  for (let i = 10; i > 0; i--) {
    const key = await see(deps, "Steering", deps.now.ms - i * dayMs);
    await capture(deps, key, "did", priority.id);
  }
  await runReminders(deps, show);
  expect(shown).toEqual([]);
  deps.now.ms = Date.UTC(2026, 10, 27, 17);
  await runReminders(deps, show);
  expect(shown).toMatchObject([{ id: "recap:2026-11-27", title: "This week", canSnooze: false }]);
  expect(JSON.stringify(shown)).not.toContain("Ask first");
});
