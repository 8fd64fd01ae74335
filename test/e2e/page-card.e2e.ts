/**
 * The card on the look-alike page: beside the pop-up, keyed by the event, deaf to the page's shortcuts and presses,
 * reachable and closable by keyboard, and never more than the page may learn.
 */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, askFirst, chipId, chips, openEvent, pageKey, startJourney } from "../support/journey.ts";
import type { Journey } from "../support/journey.ts";
import type { SeededEvent } from "../support/seeded-week.ts";
import { frames, layout } from "./page-support.ts";

let journey: Journey;
let own: Page;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  own = await journey.openPage("app.html#/today");
  await ask(own, "priority.save", askFirst);
  page = await journey.openCalendar("week");
});
afterAll(() => journey.end());
beforeEach(async () => {
  await page.goto(journey.calendar.googleUrl("week", { churn: "off", slow: 200 }));
  await page.waitForFunction(() => globalThis.__page?.ready);
  await page.locator("throughline-badge").first().waitFor({ state: "attached" });
});

const card = () => page.locator("throughline-card");
async function cardOf(event: SeededEvent): Promise<Locator> {
  const shown = page.locator(`throughline-card[data-event="${await chipId(page, event)}"]`);
  await shown.locator(".card").waitFor();
  return shown;
}
const probe = () => page.evaluate(() => globalThis.__page.probe.snapshot());
const isOpen = () => page.locator("#xDetDlg").isVisible();

describe("beside the pop-up", () => {
  it("stands within the window, over neither the pop-up nor the chip, and moves nothing", async () => {
    const { ahead } = journey.week;
    await openEvent(page, ahead);
    await cardOf(ahead);
    await page.locator("#xDetDlgAtt").waitFor();
    const box = await (await cardOf(ahead)).locator(".card").boundingBox();
    const dialog = await page.locator("[data-chips-dialog]").boundingBox();
    const chip = await page
      .locator(`[data-eventchip][data-eventid="${await chipId(page, ahead)}"]`)
      .boundingBox();
    if (box === null || dialog === null || chip === null) throw new Error("Nothing is shown.");
    const apart = (a: typeof box, b: typeof box) =>
      a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
    expect(apart(box, dialog)).toBe(true);
    expect(apart(box, chip)).toBe(true);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(900);
    const withCard = await layout(page);
    await card().evaluate((host) => host.remove());
    expect(withCard).toEqual(await layout(page));
  });

  it("shows the right card when the pop-up is used for one event after another", async () => {
    for (const event of [journey.week.ahead, journey.week.running, journey.week.ahead, journey.week.ended]) {
      await page.evaluate((key) => globalThis.__page.open(key), pageKey(event));
      await cardOf(event);
      expect(await card().count()).toBe(1);
    }
    const text = await card().evaluate((host) => host.shadowRoot?.textContent ?? "");
    expect(text).toContain(askFirst.plan.then);
  });

  it("goes when the pop-up goes", async () => {
    await openEvent(page, journey.week.ahead);
    await cardOf(journey.week.ahead);
    await page.evaluate(() => globalThis.__page.closeDialog());
    await card().waitFor({ state: "detached" });
  });

  it("does not come for somebody's task or while an event is being made", async () => {
    await page.mouse.click(700, 400);
    await frames(page, 10);
    expect(await card().count()).toBe(0);
  });
});

describe("gestures", () => {
  it("a press on the card does not close the pop-up and is not seen by the page", async () => {
    await openEvent(page, journey.week.ahead);
    const shown = await cardOf(journey.week.ahead);
    await shown.locator(".plan").click();
    await frames(page, 3);
    expect(await isOpen()).toBe(true);
    expect((await probe()).outsidePointer).toBe(0);
  });

  it("the page's shortcuts do not fire while the focus is in the card", async () => {
    await openEvent(page, journey.week.ahead);
    const shown = await cardOf(journey.week.ahead);
    await shown.getByRole("button", { name: "Rehearse" }).focus();
    for (const key of ["d", "m", "w", "j", "k", "t", "x", "1"]) await page.keyboard.press(key);
    expect((await probe()).keys).toEqual([]);
    expect(await isOpen()).toBe(true);
  });

  it("is reached by Tab from the pop-up, and Escape closes the card alone", async () => {
    await openEvent(page, journey.week.ahead);
    await cardOf(journey.week.ahead);
    await page.locator("#xDetDlgAtt").waitFor();
    const inCard = () => page.evaluate(() => document.activeElement?.localName === "throughline-card");
    for (let step = 0; step < 20 && !(await inCard()); step++) await page.keyboard.press("Tab");
    expect(await inCard()).toBe(true);
    await page.keyboard.press("Escape");
    await card().waitFor({ state: "detached" });
    expect(await isOpen()).toBe(true);
  });

  it("ignores clicks made by the page", async () => {
    await openEvent(page, journey.week.ahead);
    const shown = await cardOf(journey.week.ahead);
    await shown.evaluate((host) =>
      host.shadowRoot?.querySelector<HTMLElement>('[data-action="unmark"]')?.click(),
    );
    await frames(page, 10);
    expect(await ask(own, "settings.get", {})).toMatchObject({ marks: [] });
  });

  it.each([
    ["see-through", "opacity: 0.05"],
    ["filtered away", "filter: opacity(0.05)"],
    ["blurred", "filter: blur(12px)"],
    ["masked", "mask-image: linear-gradient(transparent, transparent)"],
    ["shrunk", "transform: scale(0.6)"],
  ])("ignores clicks on a card that the page has %s, and takes honest ones after that", async (_, trick) => {
    const { ahead } = journey.week;
    await openEvent(page, ahead);
    const shown = await cardOf(ahead);
    await page.evaluate((rules) => document.documentElement.setAttribute("style", rules), trick);
    await shown.locator('[data-action="unmark"]').click();
    await frames(page, 10);
    expect(await ask(own, "settings.get", {})).toMatchObject({ marks: [] });
    await page.evaluate(() => document.documentElement.removeAttribute("style"));
    await shown.locator('[data-action="unmark"]').click();
    await shown.locator('[data-action="undo"]').click();
    await expect.poll(() => ask(own, "settings.get", {})).toMatchObject({ marks: [] });
  });

  it("takes clicks on a page that an extension has made dark by filter", async () => {
    const { ahead } = journey.week;
    await openEvent(page, ahead);
    const shown = await cardOf(ahead);
    await page.evaluate(() =>
      document.documentElement.setAttribute("style", "filter: invert(1) hue-rotate(180deg)"),
    );
    await shown.locator('[data-action="unmark"]').click();
    await shown.locator('[data-action="undo"]').click();
    await expect.poll(() => ask(own, "settings.get", {})).toMatchObject({ marks: [] });
    await page.evaluate(() => document.documentElement.removeAttribute("style"));
  });

  it("keeps its looks whatever the page's style sheets say", async () => {
    await openEvent(page, journey.week.ahead);
    const shown = await cardOf(journey.week.ahead);
    const looks = () =>
      shown.locator(".plan").evaluate((plan) => {
        const { color, fontSize, opacity } = getComputedStyle(plan);
        const { width, height } = plan.getBoundingClientRect();
        // Boxes are differences of coordinates: equal to the last bit only at the same place.
        return [color, fontSize, opacity, width.toFixed(2), height.toFixed(2)];
      });
    const before = await looks();
    await page.evaluate(() => {
      const hostile = new CSSStyleSheet();
      hostile.replaceSync(
        "* { color: red !important; font-size: 40px !important; --ink: red !important; } throughline-card { position: static !important; width: 9px !important; --raised: red !important }",
      );
      document.adoptedStyleSheets = [hostile];
    });
    await frames(page, 3);
    expect(await looks()).toEqual(before);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  });
});

describe("what can be done", () => {
  it("rehearsing is one press, shown at once and stored", async () => {
    await openEvent(page, journey.week.ahead);
    const shown = await cardOf(journey.week.ahead);
    await shown.getByRole("button", { name: "Rehearse" }).click();
    await shown.getByRole("button", { name: /^Rehearsed/ }).waitFor();
    const rehearsals = async () => (await ask(own, "plan.get", {})).priorities[0]?.priority.rehearsals.length;
    await expect.poll(rehearsals).toBe(1);
  });

  it("an ordinary event offers marking alone; marked, it has its hollow badge; undone, it has none", async () => {
    const { running } = journey.week;
    const id = await chipId(page, running);
    await openEvent(page, running);
    const shown = await cardOf(running);
    expect(await shown.locator("button").count()).toBeLessThanOrEqual(2);
    await shown.locator('[data-action="mark"]').click();
    // Late in the evening the meeting runs over midnight: then it has a chip, and a badge, on either day.
    const badges = page.locator(`throughline-badge[data-event="${id}"]`);
    const chipCount = await chips(page, id).count();
    await expect.poll(() => badges.count()).toBe(chipCount);
    const byHand = (host: Element) => host.shadowRoot?.querySelector(".mark-hand") !== null;
    expect(await badges.first().evaluate(byHand)).toBe(true);
    await shown.locator('[data-action="undo"]').click();
    await expect.poll(() => badges.count()).toBe(0);
  });

  it("the hide button takes everything off the page", async () => {
    await openEvent(page, journey.week.ahead);
    const shown = await cardOf(journey.week.ahead);
    await shown.getByRole("button", { name: /^Hide all/ }).click();
    await expect
      .poll(() => page.locator("throughline-badge, throughline-capture, throughline-card").count())
      .toBe(0);
    await expect.poll(() => ask(own, "settings.get", {})).toMatchObject({ settings: { hidden: true } });
    await ask(own, "settings.save", { changes: { hidden: false } });
    await page.locator("throughline-badge").first().waitFor({ state: "attached" });
  });
});

describe("on an event's own page", () => {
  it("stands at the edge, and the page's fields work on", async () => {
    const { ahead } = journey.week;
    await page.evaluate((key) => globalThis.__page.edit(key), pageKey(ahead));
    await cardOf(ahead);
    await page.locator("#xTiIn").fill("Another title");
    expect(await page.locator("#xTiIn").inputValue()).toBe("Another title");
    await page.keyboard.press("Escape");
    await card().waitFor({ state: "detached" });
  });
});

it("breaks no policy of the page and runs nothing from event texts", async () => {
  expect((await probe()).csp).toEqual([]);
});
