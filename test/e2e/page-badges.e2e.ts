/**
 * Badges on the look-alike page: one for each visible chip of a flagged event, in every view, in every frame, however
 * the page takes its own tree apart; and nothing of the page moves.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GoogleView } from "../support/calendar-page.ts";
import { ask, startJourney } from "../support/journey.ts";
import type { Journey } from "../support/journey.ts";
import { frames, layout, watchFrames } from "./page-support.ts";
import type { Rerender } from "./page-support.ts";

const dayMs = 86_400_000;

let journey: Journey;
let own: Page;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  own = await journey.openPage("app.html#/today");
  page = await journey.openCalendar("week");
});
afterAll(() => journey.end());

const badgeIds = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("throughline-badge")]
      .map((each) => each.getAttribute("data-event") ?? "")
      .toSorted(),
  );
/** Ids of the visible chips of events that the background flags, one entry for each chip. */
async function flaggedChips(): Promise<string[]> {
  const [fromMs, toMs] = [Date.now() - 40 * dayMs, Date.now() + 60 * dayMs];
  const events = await ask(own, "event.list", { fromMs, toMs });
  const flagged = events
    .filter(({ flag }) => flag !== null)
    .map(({ title, startMs }) => `${title} ${startMs}`);
  return page.evaluate((wanted) => {
    const ids = globalThis.__page
      .events()
      .filter(({ title, start }) => wanted.includes(`${title} ${Date.parse(start)}`))
      .map(({ eid }) => eid);
    return [...document.querySelectorAll<HTMLElement>("[data-eventchip][data-eventid]")]
      .filter((chip) => {
        const painted = chip.querySelector("[data-stacked-layout-chip]") ?? chip;
        return Number(getComputedStyle(painted).opacity) > 0.1;
      })
      .map((chip) => chip.dataset["eventid"] ?? "")
      .filter((id) => ids.includes(id))
      .toSorted();
  }, flagged);
}

/** Waits until the page has been read and the badges are those of the flagged chips, once each. */
async function expectBadges(): Promise<void> {
  const differ = async () => {
    const [badges, chips] = await Promise.all([badgeIds(), flaggedChips()]);
    return chips.length > 0 && badges.join() === chips.join() ? [] : { badges, chips };
  };
  await expect.poll(differ, { timeout: 10_000 }).toEqual([]);
}

async function show(view: GoogleView, params: Record<string, string | number> = {}): Promise<void> {
  await page.goto(journey.calendar.googleUrl(view, { churn: "off", slow: 0, ...params }));
  await page.waitForFunction(() => globalThis.__page?.ready);
  await expectBadges();
}

describe.each<GoogleView>(["day", "customday", "week", "month", "agenda"])("in the %s view", (view) => {
  it("each visible chip of a flagged event has exactly one badge, and no other has one", async () => {
    await show(view);
    expect((await badgeIds()).length).toBeGreaterThan(0);
  });
});

it("has nothing to badge in the year view, and no error", async () => {
  await page.goto(journey.calendar.googleUrl("year", { churn: "off", slow: 0 }));
  await page.waitForFunction(() => globalThis.__page?.ready);
  await frames(page, 5);
  expect(await badgeIds()).toEqual([]);
});

describe("however the page re-renders", () => {
  beforeEach(() => show("week"));

  it.each<Rerender>(["all", "column", "chips", "recycle", "strip", "style"])(
    "%s: in no frame is a chip without its badge, or a badge without its chip",
    async (what) => {
      await watchFrames(page, await flaggedNow());
      for (let round = 0; round < 12; round++) {
        await page.evaluate((kind) => globalThis.__page.rerender(kind), what);
        await frames(page, 2);
      }
      expect(await page.evaluate(() => globalThis.__frames)).toBeGreaterThan(12);
      expect(await page.evaluate(() => globalThis.__gaps)).toEqual([]);
      await expectBadges();
    },
  );

  it("through every view and back, with the old and the new grid side by side", async () => {
    await watchFrames(page, await flaggedNow());
    for (const view of ["month", "day", "customday", "agenda", "year", "week"]) {
      await page.evaluate((name) => globalThis.__page.go(name), view);
      await frames(page, 30);
    }
    expect(await page.evaluate(() => globalThis.__gaps)).toEqual([]);
    await expectBadges();
  });

  it("month chips too are there again in the frame in which they are made", async () => {
    await show("month");
    await page.evaluate(() => globalThis.__page.probe.reset());
    for (let round = 0; round < 6; round++) {
      await page.evaluate(() => globalThis.__page.rerender("all"));
      await frames(page, 2);
    }
    const { reinjections } = await page.evaluate(() => globalThis.__page.probe.snapshot());
    expect(reinjections.length).toBeGreaterThan(6);
    expect(reinjections.filter((each) => each.frames > 0)).toEqual([]);
    expect(await page.evaluate(() => globalThis.__page.probe.unrestored())).toEqual([]);
  });

  /** Flags of the near future are capped, so the page says which they are. */
  async function flaggedNow(): Promise<string[]> {
    return [...new Set(await badgeIds())];
  }
});

describe("nothing of the page changes", () => {
  it.each<GoogleView>(["week", "month", "agenda"])("%s: every element lies where it lay", async (view) => {
    await show(view);
    const withBadges = await layout(page);
    await page.evaluate(() => {
      for (const badge of document.querySelectorAll("throughline-badge")) badge.remove();
      for (const pill of document.querySelectorAll("throughline-capture")) pill.remove();
    });
    expect(withBadges).toEqual(await layout(page));
  });

  it("no letter and no control lies under a badge, and presses go through", async () => {
    await show("week");
    const covered = await page.evaluate(() => {
      const found: string[] = [];
      for (const badge of document.querySelectorAll("throughline-badge")) {
        const mark = badge.shadowRoot?.querySelector("svg")?.getBoundingClientRect();
        if (mark === undefined) continue;
        const walker = document.createTreeWalker(badge.parentElement ?? document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const { parentElement } = node;
          if (parentElement === null || parentElement.closest("[aria-hidden=true]") === null) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const box of range.getClientRects()) {
            const clear =
              box.right <= mark.left ||
              box.left >= mark.right ||
              box.bottom <= mark.top ||
              box.top >= mark.bottom;
            if (!clear) found.push(node.textContent ?? "");
          }
        }
        const at = document.elementFromPoint(mark.left + 6, mark.top + 6);
        if (at?.localName === "throughline-badge") found.push("a press");
      }
      return found;
    });
    expect(covered).toEqual([]);
  });
});

describe("what the person decides", () => {
  it("takes badge, card and pill off every calendar page with the hide-all key, and brings them back", async () => {
    await show("week");
    await ask(own, "settings.save", { changes: { hidden: true } });
    await expect
      .poll(() => page.locator("throughline-badge, throughline-capture, throughline-card").count())
      .toBe(0);
    await page.evaluate(() => globalThis.__page.rerender("all"));
    await frames(page, 3);
    expect(await badgeIds()).toEqual([]);
    await ask(own, "settings.save", { changes: { hidden: false } });
    await expectBadges();
  });

  it("follows the page's theme and direction, not the system's", async () => {
    await show("week", { theme: "dark" });
    const fill = () =>
      page.evaluate(() => {
        const mark = document
          .querySelector("throughline-badge")
          ?.shadowRoot?.querySelector(".mark-stakes .f");
        return mark === null || mark === undefined ? "" : getComputedStyle(mark).fill;
      });
    expect(await fill()).toBe("rgb(240, 174, 87)");
    await show("week", { locale: "ar" });
    expect(await fill()).toBe("rgb(144, 74, 0)");
    const sides = await page.evaluate(() =>
      [...document.querySelectorAll("[data-eventchip] + throughline-badge")].map((badge) => {
        const chip = badge.previousElementSibling?.getBoundingClientRect();
        const mark = badge.shadowRoot?.querySelector("svg")?.getBoundingClientRect();
        return chip === undefined || mark === undefined ? 99 : Math.round(mark.left + 6 - chip.left);
      }),
    );
    expect(sides.length).toBeGreaterThan(0);
    expect(sides.every((distance) => Math.abs(distance) <= 1)).toBe(true);
  });
});
