/**
 * Reminders and captures at hours that go wrong easily: a Sunday at 23:50, and both nights of a change of daylight
 * saving. The browser's virtual time moves the background; alarms are fired through their real listener.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readIcs } from "../../lib/calendars/ics/read.ts";
import { ask, askFirst } from "../support/ask.ts";
import { launchWithExtension } from "../support/launch.ts";
import type { Launched } from "../support/launch.ts";
import { seededWeek } from "../support/seeded-week.ts";
import type { SeededWeek } from "../support/seeded-week.ts";
import { asIcs } from "../support/seeded-week-as.ts";
import { virtualClock } from "../support/virtual-clock.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";

const zone = "Europe/Zurich";
const zoneBefore = process.env["TZ"];
const [minute, day] = [60_000, 86_400_000];
const leadMinutes = 15;

beforeAll(() => {
  process.env["TZ"] = zone;
});
afterAll(() => {
  if (zoneBefore === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zoneBefore;
});

let launched: Launched;
afterEach(() => launched.close());

describe.each([
  ["a Sunday at 23:50", "2026-11-29T22:50:00Z"],
  ["the night the clocks go back, before the hour that comes twice", "2026-10-25T00:20:00Z"],
  ["the night the clocks go forward, before the hour that is left out", "2027-03-28T00:20:00Z"],
])("on %s", (_name, iso) => {
  it("the meeting that ended can be captured, the next one is known, and its reminder comes exactly once", async () => {
    const nowMs = Date.parse(iso);
    const week = seededWeek({ nowMs });
    launched = await launchWithExtension({ build: "e2e", env: { TZ: zone } });
    const own = await launched.openPage("app.html#/settings");
    const clock = await virtualClock(launched, own, nowMs);
    await readWeek(own, week);

    const popup = await ask(own, "popup.get", {});
    expect(popup.next?.title).toBe(week.ahead.title);
    expect(popup.next?.startMs).toBe(week.ahead.startMs);
    expect(popup.capturesWaiting.map(({ event }) => event.title)).toEqual([week.ended.title]);
    expect(popup.nextSession?.startMs).toBe(week.session.startMs);

    // A minute before it is due nothing is shown; a minute after, once, however often the alarm comes.
    await clock.pass(week.ahead.startMs - leadMinutes * minute - minute - nowMs);
    expect(await remindersShown(own, clock)).toBe(0);
    await clock.pass(2 * minute);
    expect(await remindersShown(own, clock)).toBe(1);
    const [first] = await notices(own);
    await clearNotice(own, first ?? "");
    expect(await remindersShown(own, clock)).toBe(0);
    await launched.killServiceWorker();
    expect(await remindersShown(own, clock)).toBe(0);
  });
});

describe("on a Sunday at 23:50", () => {
  it("the capture is filed before midnight and still belongs to its event after it", async () => {
    const nowMs = Date.parse("2026-11-29T22:50:00Z");
    const week = seededWeek({ nowMs });
    launched = await launchWithExtension({ build: "e2e", env: { TZ: zone } });
    const own = await launched.openPage("app.html#/settings");
    const clock = await virtualClock(launched, own, nowMs);
    await readWeek(own, week);
    const { capturesWaiting } = await ask(own, "popup.get", {});
    const waiting = capturesWaiting[0]?.capture;
    if (waiting === undefined) throw new Error("Nothing can be captured.");
    const { eventKey, priorityId } = waiting;
    await ask(own, "capture.save", { eventKey, priorityId, answer: "did" });
    await clock.pass(30 * minute);
    await launched.killServiceWorker();
    const { entries } = await ask(own, "journal.get", { search: "", before: null, limit: 5 });
    expect(
      entries.map(({ reflection }) => [reflection.event.startMs, reflection.answer, reflection.late]),
    ).toEqual([[week.ended.startMs, "did", false]]);
    expect((await ask(own, "popup.get", {})).capturesWaiting).toEqual([]);
    const queue = await ask(own, "queue.get", {});
    expect(queue.items.map(({ title }) => title)).toContain(week.ended.title);
  });
});

/** Gives the extension the week as a calendar file would, through the messages of an import. */
async function readWeek(own: Page, week: SeededWeek): Promise<void> {
  await ask(own, "priority.save", askFirst);
  const source = await ask(own, "source.add", { kind: "ics-file", name: "week.ics", address: null });
  const bytes = new TextEncoder().encode(asIcs(week));
  const reading = await readIcs(bytes, {
    sourceId: source.id,
    calendarName: "week.ics",
    zone,
    fromMs: week.nowMs - 30 * day,
    toMs: week.nowMs + 90 * day,
  });
  await ask(own, "source.commit", {
    sourceId: source.id,
    events: reading.events,
    coverage: reading.coverage,
    problemCount: reading.problems.length,
    etag: null,
    lastModified: null,
  });
}

interface Notices {
  chrome: {
    notifications: {
      getAll(): Promise<Record<string, boolean>>;
      clear(id: string): Promise<boolean>;
    };
  };
}

const notices = (own: Page) =>
  own.evaluate(async () =>
    Object.keys(await (globalThis as unknown as Notices).chrome.notifications.getAll()),
  );

const clearNotice = (own: Page, id: string) =>
  own.evaluate((name) => (globalThis as unknown as Notices).chrome.notifications.clear(name), id);

/** Fires the alarm twice, waits until the background has looked for reminders as often, and counts what stands. */
async function remindersShown(own: Page, clock: VirtualClock): Promise<number> {
  for (let times = 0; times < 2; times += 1) {
    const before = await looks(own);
    await clock.fire("next");
    await expect
      .poll(
        async () => {
          await clock.pass(50);
          return looks(own);
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(before);
  }
  return (await notices(own)).length;
}

/** How often this background has looked for reminders, by its own log; asking wakes it. */
async function looks(own: Page): Promise<number> {
  const { text } = await ask(own, "report.get", {});
  return text.split("\n").filter((line) => / reminders \{/.test(line)).length;
}
