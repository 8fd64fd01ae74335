import { beforeEach, expect, test } from "vitest";
import { anEvent, timed } from "../../test/support/an-event.ts";
import { fakeDeps, testNowMs } from "../../test/support/fake-deps.ts";
import type { FakeDeps } from "../../test/support/fake-deps.ts";
import type { CalendarEvent } from "../domain/event.ts";
import { captureSave } from "./capture-save.ts";
import { retain } from "./data-retention.ts";
import { feedRequest } from "./feed-request.ts";
import { markSet } from "./mark-set.ts";
import { reportGet } from "./report-get.ts";
import { settingsSave } from "./settings-save.ts";
import { sourceAdd } from "./source-add.ts";
import { sourceCommit } from "./source-commit.ts";
import { sourceFail } from "./source-fail.ts";
import { sourceRemove } from "./source-remove.ts";
import { undo } from "./undo.ts";
import { wake } from "./wake.ts";

const hour = 3_600_000;
const day = 24 * hour;
const window = { fromMs: testNowMs - 30 * day, toMs: testNowMs + 90 * day };
let deps: FakeDeps;
beforeEach(() => {
  deps = fakeDeps();
});

const addFile = (name = "calendar.ics") => sourceAdd(deps, { kind: "ics-file", name, address: null });
const addFeed = (address = "https://x.example/private-token/basic.ics") =>
  sourceAdd(deps, { kind: "ics-feed", name: "x.example", address });
const commit = (sourceId: string, events: CalendarEvent[], complete = true) =>
  sourceCommit(deps, {
    sourceId,
    events,
    coverage: { ...window, complete },
    problemCount: 0,
    etag: null,
    lastModified: null,
  });
const board = (changes: Partial<CalendarEvent> = {}) =>
  anEvent({ title: "Board", timing: timed(testNowMs - 2 * hour), ...changes });

test("the same file or feed added again is the same source, and its events stay what they were", async () => {
  const first = await addFile();
  await commit(first.id, [board()]);
  const [before] = await deps.store.events.all();
  const again = await addFile();
  await commit(again.id, [board()]);
  expect(again.id).toBe(first.id);
  expect((await deps.store.events.all()).map((record) => record.id)).toEqual([before?.id]);
  expect((await addFeed()).id).toBe((await addFeed("webcal://x.example/private-token/basic.ics")).id);
});

test("a feed that is not https is refused", async () => {
  for (const address of [
    "http://x.example/a.ics",
    "file:///etc/passwd",
    "",
    "not an address",
    "javascript:1",
  ])
    await expect(addFeed(address)).rejects.toMatchObject({ code: "bad-input" });
});

test("a failed reading takes nothing for gone, and the source says in one sentence what is wrong", async () => {
  const { id } = await addFile();
  await commit(id, [board()]);
  await sourceFail(deps, { sourceId: id, code: "offline", retryAtMs: testNowMs + hour });
  expect((await deps.store.events.all())[0]?.missingSinceMs).toBeNull();
  const view = await commit(id, [board()]);
  expect(view.failure).toBeNull();
});

test("a reading that ends after its source was removed stores nothing", async () => {
  const { id } = await addFile();
  await sourceRemove(deps, { id });
  await expect(commit(id, [board()])).rejects.toMatchObject({ code: "not-found" });
  expect(await deps.store.events.all()).toEqual([]);
});

test("removing a source removes what only it knew, keeps what a reflection needs, and can be taken back", async () => {
  const { id } = await addFile();
  await commit(id, [board(), board({ sourceEventId: "b", title: "Other" })]);
  const records = await deps.store.events.all();
  const kept = records.find((record) => record.facts.title === "Board");
  await captureSave(deps, { eventKey: kept?.id ?? "", priorityId: null, answer: "did" });
  const { undoId } = await sourceRemove(deps, { id });
  expect(await deps.store.events.all()).toMatchObject([
    { id: kept?.id, sightings: [], facts: { title: "Board" } },
  ]);
  expect(await undo(deps, { undoId })).toEqual({ undone: true });
  expect(await deps.store.events.all()).toHaveLength(2);
  expect(await deps.store.sources.all()).toHaveLength(1);
});

test("a feed is read when it is due: at once, after an hour, and as its server asked after a failure", async () => {
  const asked: string[] = [];
  deps.edges.readFeed = async (id) => void asked.push(id);
  const { id } = await addFeed();
  await wake(deps);
  expect(asked).toEqual([id]);
  await commit(id, []);
  expect((await wake(deps)).nextMs).toBe(testNowMs + hour);
  expect(asked).toHaveLength(1);
  await sourceFail(deps, { sourceId: id, code: "http-status", retryAtMs: testNowMs + 10 * 60_000 });
  expect((await wake(deps)).nextMs).toBe(testNowMs + 10 * 60_000);
  deps.now.ms += 11 * 60_000;
  await wake(deps);
  expect(asked).toHaveLength(2);
});

test("failures in a row are counted, and a good reading starts again", async () => {
  const { id } = await addFeed();
  for (let n = 0; n < 3; n++) await sourceFail(deps, { sourceId: id, code: "offline", retryAtMs: null });
  expect(await feedRequest(deps, id)).toMatchObject({
    failures: 3,
    fromMs: window.fromMs,
    toMs: window.toMs,
  });
  await commit(id, []);
  expect(await feedRequest(deps, id)).toMatchObject({ failures: 0 });
});

test("the toolbar counts waiting captures, and shows a flagged event that begins within the hour", async () => {
  const { id } = await addFile();
  await commit(id, [
    board({ title: "Board meeting" }),
    board({ sourceEventId: "b", title: "Acquisition decision", timing: timed(testNowMs + 30 * 60_000) }),
  ]);
  expect((await wake(deps)).badge).toEqual({ captures: 1, flaggedAtMs: testNowMs + 30 * 60_000 });
});

test("after the retention days an event is gone, one with a reflection keeps title, time and series alone", async () => {
  const anna = { name: "Anna", email: "anna@x.example", answer: "accepted" as const, self: false };
  const { id } = await addFile();
  await commit(id, [
    board({ attendees: [anna], description: "agenda", location: "room", seriesId: "s" }),
    board({ sourceEventId: "b", title: "Other", timing: timed(testNowMs - 5 * hour, 90) }),
  ]);
  const kept = (await deps.store.events.all()).find((record) => record.facts.title === "Board");
  await captureSave(deps, { eventKey: kept?.id ?? "", priorityId: null, answer: "did" });
  deps.now.ms += 90 * day;
  expect(await retain(deps)).toBe(2);
  const left = await deps.store.events.all();
  expect(left).toMatchObject([{ id: kept?.id, seriesKey: kept?.seriesKey, facts: { title: "Board" } }]);
  expect(JSON.stringify(left)).not.toMatch(/Anna|anna|agenda|room/);
  expect(await deps.store.days.all()).toMatchObject([{ id: "2026-11-25", meetings: 2, meetingHours: 2.5 }]);
  expect(await retain(deps)).toBe(0);
});

test("what was let go of is not stored again by the next reading, nor counted twice", async () => {
  const { id } = await addFile();
  await settingsSave(deps, { changes: { retentionDays: 7 } });
  const old = board({ timing: timed(testNowMs - 6 * day) });
  await commit(id, [old]);
  const [first] = await deps.store.events.all();
  await markSet(deps, { eventKey: first?.id ?? "", kind: "high-stakes", scope: "event" });
  deps.now.ms += 2 * day;
  await retain(deps);
  await commit(id, [old]);
  expect((await deps.store.events.all()).map((record) => record.id)).toEqual([first?.id]);
  await retain(deps);
  expect(await deps.store.days.all()).toMatchObject([{ meetings: 1, meetingHours: 1 }]);
});

test("a meeting that was gone from its calendar counts in no day's total", async () => {
  const { id } = await addFile();
  await commit(id, [board()]);
  await commit(id, []);
  deps.now.ms += 91 * day;
  expect(await retain(deps)).toBe(1);
  expect(await deps.store.days.all()).toEqual([]);
});

test("what can no longer be taken back is forgotten, deleted words with it", async () => {
  const { id } = await addFile("Secret name.ics");
  await sourceRemove(deps, { id });
  deps.now.ms += day + 1;
  await retain(deps);
  expect(await deps.store.undo.raw()).toEqual([]);
});

test("retention is a setting", async () => {
  const { id } = await addFile();
  await commit(id, [board({ timing: timed(testNowMs - 10 * day) })]);
  expect(await retain(deps)).toBe(0);
  await settingsSave(deps, { changes: { retentionDays: 7 } });
  expect(await retain(deps)).toBe(1);
});

test("the report holds no title, no name, no address", async () => {
  const feed = await addFeed();
  await addFile("Dana Whitfield.ics");
  await commit(feed.id, [board({ title: "Project Heron" })]);
  const { text } = await reportGet(deps);
  expect(text).toContain("events 1");
  expect(text).not.toMatch(/Heron|Dana|private-token|x\.example/);
});
