/** What the journeys have in common: a calendar page with the extension in it, and questions put to it. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
export { ask, askFirst } from "./ask.ts";
import type { Asked } from "./ask.ts";
import { serveCalendar } from "./calendar-page.ts";
import type { CalendarServer, GoogleView } from "./calendar-page.ts";
import { launchWithExtension } from "./launch.ts";
import type { Launched, LaunchOptions } from "./launch.ts";
import { addDays, dayStart } from "./local-days.ts";
import type { SeededEvent, SeededWeek } from "./seeded-week.ts";

export interface Journey extends Launched {
  calendar: CalendarServer;
  week: SeededWeek;
  /** Opens a view of the look-alike and waits until the page itself has drawn all its events. */
  openCalendar(view?: GoogleView, params?: Record<string, string | number>): Promise<Page>;
  end(): Promise<void>;
}

/** The look-alike's own means for tests (test/host-pages/README.md), as far as they are used here. */
export interface PageHelp {
  ready: boolean;
  find(key: string): string;
}

export async function startJourney(
  options: Partial<LaunchOptions> & { week?: SeededWeek; calendar?: CalendarServer } = {},
): Promise<Journey> {
  const { week, calendar: given, extraArgs = [], ...rest } = options;
  const calendar = given ?? (await serveCalendar(week === undefined ? {} : { week }));
  const launched = await launchWithExtension({
    build: "e2e",
    ...rest,
    extraArgs: [...calendar.args, ...extraArgs],
  });
  return {
    ...launched,
    calendar,
    week: calendar.week,
    async openCalendar(view = "week", params = {}) {
      const page = await launched.context.newPage();
      await page.goto(calendar.googleUrl(view, { churn: "off", slow: 0, ...params }));
      await page.waitForFunction(() => (globalThis as unknown as { __page?: PageHelp }).__page?.ready);
      return page;
    },
    async end() {
      await launched.close();
      if (given === undefined) await calendar.close();
    },
  };
}

/** Key of an event in the look-alike: its uid, with the day of the occurrence when it repeats. */
export function pageKey(event: SeededEvent): string {
  if (event.everyWeeks === 0) return event.uid;
  const day = new Date(event.startMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${event.uid}/${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The page's own id of an event, as chips carry it. */
export function chipId(page: Asked, event: SeededEvent): Promise<string> {
  return page.evaluate(
    (key) => (globalThis as unknown as { __page: PageHelp }).__page.find(key),
    pageKey(event),
  );
}

export const chips = (page: Page, id: string): Locator =>
  page.locator(`[data-eventchip][data-eventid="${id}"]`);

export async function openEvent(page: Page, event: SeededEvent): Promise<void> {
  await chips(page, await chipId(page, event))
    .first()
    .click({ position: { x: 8, y: 6 } });
  await page.locator("#xDetDlg").waitFor();
}

export interface Badges {
  [title: string]: { kind: string; badges: number; chips: number };
}

/** For every event of the week on the page: how many chips it has, how many badges, and of which kind. */
export async function badgesOf(page: Asked, week: SeededWeek): Promise<Badges> {
  const shown = week.events.filter(({ startMs }) => startMs < addDays(dayStart(week.nowMs), 5));
  const ids = await Promise.all(
    shown.map(async (event) => [event.title, await chipId(page, event)] as const),
  );
  return page.evaluate((pairs) => {
    const out: Badges = {};
    for (const [title, id] of pairs) {
      const found = [...document.querySelectorAll("throughline-badge")].filter(
        (each) => each.getAttribute("data-event") === id,
      );
      const kinds = [...new Set(found.map((each) => each.getAttribute("data-kind")))];
      const all = [...document.querySelectorAll("[data-eventchip]")].filter(
        (each) => each.getAttribute("data-eventid") === id,
      );
      if (all.length > 0)
        out[title] = { kind: kinds.join("+") || "none", badges: found.length, chips: all.length };
    }
    return out;
  }, ids);
}

/** Waits until each chip of the week carries the badge a fair reader expects, and no other does. */
export async function expectRightBadges(page: Asked, week: SeededWeek): Promise<void> {
  const wanted = new Map(week.events.map(({ title, expect: kind }) => [title, kind]));
  await expect
    .poll(
      async () =>
        Object.entries(await badgesOf(page, week)).filter(([title, { kind, badges, chips: count }]) => {
          const want = wanted.get(title) ?? "ordinary";
          return want === "ordinary" ? badges > 0 : kind !== want || badges !== count;
        }),
      { timeout: 15_000 },
    )
    .toEqual([]);
}

/** The capture pill (or the row in a card) for an event, in the state asked for. */
export const capture = (page: Page, id: string, state: string): Locator =>
  page.locator(`throughline-capture[data-event="${id}"][data-state="${state}"]`).first();
