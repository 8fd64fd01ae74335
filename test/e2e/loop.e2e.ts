/**
 * The whole loop at the real origin: the calendar is opened, badges are right, an opened event shows its card, one click
 * after the meeting is stored, the background dies, and the reflection waits in the debrief queue.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JournalView } from "../../lib/rpc/views.ts";
import {
  ask,
  askFirst,
  capture,
  chipId,
  expectRightBadges,
  openEvent,
  startJourney,
} from "../support/journey.ts";
import type { Journey } from "../support/journey.ts";

let journey: Journey;
let page: Page;
let own: Page;

beforeAll(async () => {
  journey = await startJourney();
  own = await journey.openPage("app.html#/queue");
  await ask(own, "priority.save", askFirst);
  page = await journey.openCalendar();
});
afterAll(() => journey.end());

describe("the loop", () => {
  it("badges every high-stakes meeting and coaching session of the week, and nothing else", async () => {
    await expectRightBadges(page, journey.week);
  });

  it("shows the card with the plan when an event is opened, and none of the from side", async () => {
    const { ahead } = journey.week;
    await openEvent(page, ahead);
    const card = page.locator(`throughline-card[data-event="${await chipId(page, ahead)}"]`);
    await card.getByText(askFirst.plan.then, { exact: false }).first().waitFor();
    const text = await card.evaluate((host) => host.shadowRoot?.textContent ?? "");
    expect(text).toContain(askFirst.plan.if);
    expect(text).not.toContain(askFirst.from);
  });

  it("shows the card of the next event when the page re-uses its pop-up", async () => {
    await openEvent(page, journey.week.running);
    await page
      .locator(`throughline-card[data-event="${await chipId(page, journey.week.running)}"]`)
      .waitFor();
    expect(await page.locator("throughline-card").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.locator("throughline-card").waitFor({ state: "detached" });
  });

  it("offers the capture of the meeting that has ended, ignores a made-up click, and stores a real one", async () => {
    const id = await chipId(page, journey.week.ended);
    const offered = capture(page, id, "offered");
    await offered.waitFor({ state: "attached" });
    await offered.evaluate((host) => {
      const button = host.shadowRoot?.querySelector<HTMLElement>('[data-action="capture-did"]');
      button?.click();
      button?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
    });
    expect(await offered.count()).toBe(1);
    expect((await ask(own, "journal.get", { search: "", before: null, limit: 10 })).total).toBe(0);
    await offered.locator('[data-action="capture-partly"]').click();
    await capture(page, id, "stored").waitFor({ state: "attached" });
  });

  it("keeps the reflection when the background is killed: it is in the queue and in the journal", async () => {
    await journey.killServiceWorker();
    const queue = await ask(own, "queue.get", {});
    const items = queue.items.filter(
      ({ title, kind }) => kind === "reflection" && title === journey.week.ended.title,
    );
    expect(items.map(({ answer }) => answer)).toEqual(["partly"]);
    expect(items[0]?.reasons).not.toEqual([]);
    const journal = await ask(own, "journal.get", { search: "", before: null, limit: 10 });
    expect(journal.entries.map(({ reflection }) => [reflection.event.title, reflection.answer])).toEqual([
      [journey.week.ended.title, "partly"],
    ]);
    expect(journal.entries[0]?.priorityName).toBe(askFirst.name);
    expect(queue.session?.title).toBe(journey.week.session.title);
  });

  it("shows the same in the pages a person opens", async () => {
    await own.goto(journey.url("app.html#/queue"));
    await own.getByText(journey.week.ended.title).first().waitFor();
    await own.goto(journey.url("app.html#/journal"));
    await own.getByText(journey.week.ended.title).first().waitFor();
  });

  it("writes nothing about coaching into the calendar, and leaves no title in the outbox", async () => {
    const left = await own.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(keys: null): Promise<Record<string, unknown>> } } };
      };
      return Object.keys(await chrome.storage.local.get(null));
    });
    expect(left.filter((key) => key.startsWith("outbox/"))).toEqual([]);
  });
});

describe("two tabs on the same calendar", () => {
  it("agree: what is captured in one is settled in the other", async () => {
    const other = await journey.openCalendar("day");
    const id = await chipId(other, journey.week.ended);
    await expectRightBadges(other, journey.week);
    expect(await capture(other, id, "offered").count()).toBe(0);
    const { reflection: filed } = await newestEntry();
    await ask(own, "capture.undo", { eventKey: filed.eventKey, priorityId: filed.priorityId });
    await page.reload();
    await capture(other, id, "offered").waitFor({ state: "attached" });
    await capture(page, id, "offered").waitFor({ state: "attached" });
    await capture(other, id, "offered").locator('[data-action="capture-did"]').click();
    await capture(other, id, "stored").waitFor({ state: "attached" });
    await expect.poll(() => capture(page, id, "offered").count(), { timeout: 10_000 }).toBe(0);
    const journal = await ask(own, "journal.get", { search: "", before: null, limit: 10 });
    expect(journal.entries.map(({ reflection }) => reflection.answer)).toEqual(["did"]);
  });

  it("agree on a mark: a badge taken away in one is gone in the other, and comes back by undo", async () => {
    const other = await journey.openCalendar("week");
    const id = await chipId(other, journey.week.ahead);
    const badge = (tab: Page) => tab.locator(`throughline-badge[data-event="${id}"]`).count();
    await openEvent(page, journey.week.ahead);
    await page.locator(`throughline-card [data-action="unmark"]`).click();
    await expect.poll(() => badge(other), { timeout: 10_000 }).toBe(0);
    await page.locator('throughline-card [data-action="undo"]').click();
    await expect.poll(() => badge(other), { timeout: 10_000 }).toBe(1);
  });
});

async function newestEntry(): Promise<JournalView["entries"][number]> {
  const { entries } = await ask(own, "journal.get", { search: "", before: null, limit: 10 });
  const [newest] = entries;
  if (newest === undefined) throw new Error("The journal is empty.");
  return newest;
}
