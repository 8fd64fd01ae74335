import { beforeEach, expect, test } from "vitest";
import { anEvent, timed } from "../../test/support/an-event.ts";
import { fakeDeps, testNowMs } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import type { CalendarEvent } from "../domain/event.ts";
import { captureSave } from "./capture-save.ts";
import { eventList } from "./event-list.ts";
import { markSet } from "./mark-set.ts";
import { pageHealth } from "./page-health.ts";
import { pageReport } from "./page-report.ts";
import { pageState } from "./page-state.ts";
import { settingsGet } from "./settings-get.ts";
import { settingsSave, toggleHidden } from "./settings-save.ts";
import { undo } from "./undo.ts";

const hour = 3_600_000;
const day = 24 * hour;
const site = "google-calendar" as const;
let deps: FakeDeps;
beforeEach(() => {
  deps = fakeDeps();
});

const report = (
  events: CalendarEvent[],
  coverage: { fromMs: number; toMs: number; complete: boolean } | null = null,
) => pageReport(deps, { site, account: "me", zone: "UTC", events, coverage });
const board = (changes: Partial<CalendarEvent> = {}) =>
  anEvent({ title: "Board meeting", timing: timed(testNowMs + 2 * hour), ...changes });

test("a page is told at once what is on it, by its own ids, and the source is noted with how far was read", async () => {
  const coverage = { fromMs: testNowMs - day, toMs: testNowMs + 6 * day, complete: false };
  const state = await report([board(), anEvent({ sourceEventId: "chip-2", title: "Dentist" })], coverage);
  expect(state.judgements).toMatchObject([
    { pageEventId: "chip-2", flag: null },
    { pageEventId: "chip-1", flag: "high-stakes", marked: false, title: "Board meeting", capture: null },
  ]);
  expect((await settingsGet(deps)).sources).toMatchObject([
    { id: "page:google-calendar:me", kind: "page", name: "me", readUpToMs: coverage.toMs, eventCount: 2 },
  ]);
});

test("calendars of others count only by choice", async () => {
  const theirs = board({ calendar: { id: "team", name: "Team", own: false } });
  expect((await report([theirs])).judgements).toEqual([]);
  expect(await deps.store.events.all()).toEqual([]);
  await settingsSave(deps, { changes: { includedCalendars: ["team"] } });
  expect((await report([theirs])).judgements).toHaveLength(1);
});

test("calendars that were seen are offered by source, also those that do not count; without one they go again", async () => {
  const theirs = board({ calendar: { id: "team", name: "Team", own: false } });
  await report([board({ sourceEventId: "mine", title: "Mine" }), theirs]);
  const calendars = async () => (await settingsGet(deps)).calendars;
  expect(await calendars()).toEqual([
    { sourceId: "page:google-calendar:me", id: "me", name: "Me", own: true, included: true },
    { sourceId: "page:google-calendar:me", id: "team", name: "Team", own: false, included: false },
  ]);
  await settingsSave(deps, { changes: { includedCalendars: ["team"] } });
  expect((await report([theirs])).judgements).toHaveLength(2);
  expect((await calendars()).map(({ included }) => included)).toEqual([true, true]);
  await settingsSave(deps, { changes: { includedCalendars: [] } });
  const titles = (await pageState(deps, { site })).judgements.map(({ title }) => title);
  expect(titles).toEqual(["Mine"]);
  expect((await calendars()).map(({ included }) => included)).toEqual([true, false]);
});

test("what a page says of another source's events is filed under the page's own", async () => {
  await report([board({ sourceId: "somebody else's file" })]);
  const [record] = await deps.store.events.all();
  expect(record?.sightings[0]?.event.sourceId).toBe("page:google-calendar:me");
});

test("a page's answer holds no words of a reflection, no people and no plan", async () => {
  const anna = { name: "Anna", email: "anna@x.example", answer: "accepted" as const, self: false };
  const state = await report([
    board({ timing: timed(testNowMs - 2 * hour), attendees: [anna], description: "secret" }),
  ]);
  const eventKey = state.judgements[0]?.eventKey ?? "";
  await captureSave(deps, { eventKey, priorityId: null, answer: "missed" });
  const told = JSON.stringify(await pageState(deps, { site }));
  for (const word of ["anna", "Anna", "secret", "nextTime"]) expect(told).not.toContain(word);
  expect(told).toContain("missed");
});

test("the same report twice changes and announces nothing the second time", async () => {
  await report([board()]);
  const { count } = deps.announced;
  const before = await deps.store.events.raw();
  await report([board()]);
  expect(deps.announced.count).toBe(count);
  expect(await deps.store.events.raw()).toEqual(before);
});

test("a capture is offered once the event has ended, for 48 hours, and the page knows when to ask again", async () => {
  const state = await report([board()]);
  const end = testNowMs + 3 * hour;
  expect(state.refreshAtMs).toBe(end);
  const offered = async (atMs: number) => {
    deps.now.ms = atMs;
    return (await pageState(deps, { site })).judgements[0]?.capture !== null;
  };
  expect(await offered(end - 1)).toBe(false);
  expect(await offered(end)).toBe(true);
  expect((await pageState(deps, { site })).refreshAtMs).toBe(end + 48 * hour);
  expect(await offered(end + 48 * hour - 1)).toBe(true);
  expect(await offered(end + 48 * hour)).toBe(false);
});

test("a declined, cancelled or vanished meeting is not asked about", async () => {
  const ended = { timing: timed(testNowMs - 2 * hour) };
  const state = await report([
    board({ ...ended, sourceEventId: "a", answer: "declined", title: "Board one" }),
    board({ ...ended, sourceEventId: "b", status: "cancelled", title: "Board two" }),
  ]);
  expect(state.judgements.map((one) => [one.flag, one.capture])).toEqual([
    [null, null],
    [null, null],
  ]);
});

/** An occurrence of a series, n days ahead. */
const weekly = (n: number) =>
  anEvent({
    sourceEventId: `chip-${n}`,
    aliases: [`google:abc_2026112${n}T090000Z`],
    seriesId: "abc",
    title: "Weekly tea",
    timing: timed(testNowMs + n * day),
  });

test("a mark wins at once, on one event or its whole series, and can be taken back", async () => {
  const state = await report([weekly(1), weekly(2)]);
  const eventKey = state.judgements[0]?.eventKey ?? "";
  const flags = async () => (await pageState(deps, { site })).judgements.map((one) => [one.flag, one.marked]);
  const { undoId } = await markSet(deps, { eventKey, kind: "high-stakes", scope: "event" });
  expect(await flags()).toEqual([
    ["high-stakes", true],
    [null, false],
  ]);
  await markSet(deps, { eventKey, kind: "high-stakes", scope: "series" });
  expect(await flags()).toEqual([
    ["high-stakes", true],
    ["high-stakes", true],
  ]);
  expect(await undo(deps, { undoId })).toEqual({ undone: false });
  expect(await deps.store.marks.all()).toHaveLength(1);
});

test("unmarking takes a flag away although the score would give it", async () => {
  const state = await report([board()]);
  const { undoId } = await markSet(deps, {
    eventKey: state.judgements[0]?.eventKey ?? "",
    kind: "ordinary",
    scope: "event",
  });
  expect((await pageState(deps, { site })).judgements[0]?.flag).toBeNull();
  expect(await undo(deps, { undoId })).toEqual({ undone: true });
  expect((await pageState(deps, { site })).judgements[0]?.flag).toBe("high-stakes");
});

test("flags are capped by day, the highest first, and the cap is a setting", async () => {
  const many = [1, 2, 3, 4].map((n) =>
    board({ sourceEventId: `chip-${n}`, title: `Board meeting ${n}`, timing: timed(testNowMs + n * hour) }),
  );
  const flagged = async () =>
    (await pageState(deps, { site })).judgements.filter((one) => one.flag === "high-stakes").length;
  await report(many);
  expect(await flagged()).toBe(3);
  await settingsSave(deps, { changes: { flagsPerDay: 1 } });
  expect(await flagged()).toBe(1);
});

test("a setting that makes no sense is refused by name and nothing is saved", async () => {
  const save = settingsSave(deps, { changes: { theme: "dark", flagsPerDay: -1 } });
  await expect(save).rejects.toMatchObject({ code: "bad-input", params: { place: "flagsPerDay" } });
  await expect(settingsSave(deps, { changes: { constructor: 1 } })).rejects.toMatchObject({
    code: "bad-input",
  });
  expect((await settingsGet(deps)).settings.theme).toBe("system");
});

test("stored settings that cannot be read fall back field by field", async () => {
  await deps.store.write((tx) =>
    tx.settings.put({ id: "settings", values: { theme: "dark", flagsPerDay: "many", people: 7 } }),
  );
  expect((await settingsGet(deps)).settings).toMatchObject({ theme: "dark", flagsPerDay: 3, people: [] });
});

test("the hide-all key hides everything, and shows it again", async () => {
  await toggleHidden(deps);
  expect((await pageState(deps, { site })).hidden).toBe(true);
  await toggleHidden(deps);
  expect((await pageState(deps, { site })).hidden).toBe(false);
});

test("a page that cannot be read says so on its source, and only then is it news", async () => {
  await report([board()]);
  await pageHealth(deps, { site, readable: false, misses: { chips: 3 } });
  const { count } = deps.announced;
  expect((await settingsGet(deps)).sources[0]?.failure).toContain("could not be read");
  await pageHealth(deps, { site, readable: false, misses: { chips: 3 } });
  expect(deps.announced.count).toBe(count);
  await pageHealth(deps, { site, readable: true, misses: {} });
  expect((await settingsGet(deps)).sources[0]?.failure).toBeNull();
});

test("events are listed by start, with those that last for weeks", async () => {
  await report([
    board({ sourceEventId: "long", title: "Secondment", timing: timed(testNowMs - 40 * day, 60 * 24 * 60) }),
    board(),
    board({ sourceEventId: "later", title: "Later", timing: timed(testNowMs + 5 * day) }),
  ]);
  const list = await eventList(deps, { fromMs: testNowMs, toMs: testNowMs + day });
  expect(list.map((one) => one.title)).toEqual(["Secondment", "Board meeting"]);
  expect(list[1]).toMatchObject({ sources: ["me"], attending: true, allDay: false });
});
