/**
 * The loop in a stock Firefox: badges, card, a capture that outlives the background, the pages a person opens, a calendar
 * file, a calendar address, and nothing that the extension's policy had to refuse. Needs Firefox 140 or later.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serveCalendar } from "../support/calendar-page.ts";
import type { CalendarServer } from "../support/calendar-page.ts";
import { keys, launchFirefox } from "../support/firefox.ts";
import type { LaunchedFirefox, Place, Tab } from "../support/firefox.ts";
import { ask, askFirst, chipId, expectRightBadges } from "../support/journey.ts";
import type { PageHelp } from "../support/journey.ts";
import { seededWeek } from "../support/seeded-week.ts";
import type { SeededEvent } from "../support/seeded-week.ts";
import { asIcs } from "../support/seeded-week-as.ts";

const feed = "https://feeds.example.com/dana.ics";
const week = seededWeek();
const patient = { timeout: 15_000 };

let calendar: CalendarServer;
let firefox: LaunchedFirefox;
let page: Tab;
let own: Tab;

beforeAll(async () => {
  const answer = () => ({ body: asIcs(week), headers: { "content-type": "text/calendar" } });
  calendar = await serveCalendar({
    week,
    routes: [[(host) => host === new URL(feed).host, /^\/dana\.ics$/, answer]],
  });
  // The question for a host is the browser's; here it counts as answered with yes.
  firefox = await launchFirefox({ ...calendar.prefs, "extensions.webextOptionalPermissionPrompts": false });
  own = await firefox.openTab(firefox.url("app.html#/settings"));
  await ask(own, "priority.save", askFirst);
  page = await firefox.openTab(calendar.googleUrl("week", { churn: "off", slow: 0 }));
  const isDrawn = () => (globalThis as unknown as { __page?: PageHelp }).__page?.ready ?? false;
  await vi.waitUntil(() => page.evaluate(isDrawn), patient);
});
afterAll(async () => {
  await firefox.close();
  await calendar.close();
});

describe("the loop, in Firefox", () => {
  it("badges every high-stakes meeting and coaching session of the week, and nothing else", async () => {
    await expectRightBadges(page, week);
  });

  it("shows the card with the plan when an event is opened, and none of the from side", async () => {
    await openEvent(week.ahead);
    const id = await chipId(page, week.ahead);
    await expect
      .poll(() => shadowText(`throughline-card[data-event="${id}"]`), patient)
      .toContain(askFirst.plan.then);
    const text = await shadowText("throughline-card");
    expect(text).toContain(askFirst.plan.if);
    expect(text).not.toContain(askFirst.from);
    await page.type(keys.escape);
    await expect.poll(() => shadowText("throughline-card"), patient).toBeNull();
  });

  it("ignores a made-up click on the capture, and stores a real one", async () => {
    const id = await chipId(page, week.ended);
    const offered = `throughline-capture[data-event="${id}"][data-state="offered"]`;
    await expect.poll(() => shadowText(offered), patient).not.toBeNull();
    await page.evaluate((host) => {
      const button = document.querySelector(host)?.shadowRoot?.querySelector('[data-action="capture-did"]');
      if (button instanceof HTMLElement) button.click();
    }, offered);
    expect((await ask(own, "journal.get", { search: "", before: null, limit: 10 })).total).toBe(0);
    await page.click(await placeOf(page, offered, '[data-action="capture-partly"]'));
    const stored = `throughline-capture[data-event="${id}"][data-state="stored"]`;
    await expect.poll(() => shadowText(stored), patient).not.toBeNull();
  });

  it("keeps the reflection when the event page has ended, and proposes it for the session", async () => {
    await firefox.endBackground();
    const journal = await ask(own, "journal.get", { search: "", before: null, limit: 10 });
    expect(journal.entries.map(({ reflection }) => [reflection.event.title, reflection.answer])).toEqual([
      [week.ended.title, "partly"],
    ]);
    const queue = await ask(own, "queue.get", {});
    expect(queue.items.map(({ title }) => title)).toContain(week.ended.title);
    expect(queue.session?.title).toBe(week.session.title);
  });

  it("shows the card again to a page whose background had ended meanwhile", async () => {
    await firefox.endBackground();
    await openEvent(week.ahead);
    const id = await chipId(page, week.ahead);
    await expect
      .poll(() => shadowText(`throughline-card[data-event="${id}"]`), patient)
      .toContain(askFirst.plan.then);
    await page.type(keys.escape);
    await expect.poll(() => shadowText("throughline-card"), patient).toBeNull();
  });

  it.each([
    ["app.html#/journal", week.ended.title],
    ["app.html#/queue", week.ended.title],
    ["app.html#/today", new Date(week.nowMs).toLocaleDateString("en-US", { weekday: "long" })],
    ["app.html#/plan", askFirst.name],
    ["app.html#/progress", askFirst.name],
    ["app.html#/stakeholders", "Stakeholders"],
    ["popup.html", week.ahead.title],
    ["sidepanel.html#/today", week.ahead.title],
    ["welcome.html", "Before the meeting that matters"],
    ["coach.html", "What clients send you"],
  ])("opens %s with what belongs there", async (path, text) => {
    const tab = await firefox.openTab(firefox.url(path));
    await expect.poll(() => textOf(tab), patient).toContain(text);
    await tab.close();
  });

  it("reads a calendar file in a worker", async () => {
    await own.evaluate((ics) => {
      const input = document.querySelector<HTMLInputElement>('[data-import="ics"]');
      if (input === null) throw new Error("No place for a calendar file.");
      const chosen = new DataTransfer();
      chosen.items.add(new File([ics], "dana.ics", { type: "text/calendar" }));
      input.files = chosen.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }, asIcs(week));
    await expect.poll(() => readFrom("ics-file"), patient).toBeGreaterThan(0);
  });

  it("reads a calendar address in the event page, asking for its host alone", async () => {
    await own.click(await placeOf(own, "form.feed input"));
    await own.type(feed);
    await own.type(keys.enter);
    await expect.poll(() => readFrom("ics-feed"), patient).toBeGreaterThan(0);
    const { origins } = await own.evaluate(async () => {
      const { browser } = globalThis as unknown as {
        browser: { permissions: { getAll(): Promise<{ origins: string[] }> } };
      };
      return browser.permissions.getAll();
    });
    expect(origins).toContain("https://feeds.example.com/*");
    expect(origins).not.toContain("https://*/*");
  });

  it("opens its sidebar from a click in a page of its own", async () => {
    const popup = await firefox.openTab(firefox.url("popup.html"));
    await expect.poll(() => textOf(popup), patient).toContain("Prepare");
    const prepare = await popup.evaluate(() => {
      const button = [...document.querySelectorAll("button")].find((each) => each.textContent === "Prepare");
      const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await popup.click(prepare);
    await expect.poll(() => firefox.sidebar(), patient).toContain(firefox.url("sidepanel.html#/"));
  });

  it("gave the browser nothing to refuse and no error to note", async () => {
    // One refusal is made on purpose: once it is there, so is everything before it.
    await own.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "void 'on purpose'";
      document.body.append(script);
    });
    const isOurs = (message: string) => message.includes("blocked an inline script");
    await expect.poll(async () => (await firefox.complaints()).some(isOurs), patient).toBe(true);
    expect((await firefox.complaints()).filter((message) => !isOurs(message) && !isGoodbye(message))).toEqual(
      [],
    );
  });
});

/** The browser's words for what was under way when a tab was closed or the background ended: no fault. */
const isGoodbye = (message: string) =>
  /Promise (?:resolved|rejected) after context unloaded|has been aborted due to page navigation/.test(
    message,
  );

const textOf = (tab: Tab) => tab.evaluate(() => document.body.innerText);

/** What an injected host says in its shadow; `null` while there is no such host. */
const shadowText = (host: string) =>
  page.evaluate((selector) => document.querySelector(selector)?.shadowRoot?.textContent ?? null, host);

/** The middle of an element, or of one in its shadow, brought into view first. */
function placeOf(tab: Tab, selector: string, inside: string | null = null): Promise<Place> {
  return tab.evaluate(
    (outer, inner) => {
      const host = document.querySelector(outer);
      const element = inner === null ? host : host?.shadowRoot?.querySelector(inner);
      if (element === null || element === undefined) throw new Error(`${outer} ${inner ?? ""} is not there.`);
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    selector,
    inside,
  );
}

async function openEvent(event: SeededEvent): Promise<void> {
  const id = await chipId(page, event);
  const chip = await page.evaluate((eventId) => {
    const element = document.querySelector(`[data-eventchip][data-eventid="${eventId}"]`);
    if (element === null) throw new Error("The event has no chip.");
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y } = element.getBoundingClientRect();
    return { x: x + 8, y: y + 6 };
  }, id);
  await page.click(chip);
}

/** How many events the one source of this kind has given. */
async function readFrom(kind: string): Promise<number> {
  const { sources } = await ask(own, "settings.get", {});
  return sources.find((source) => source.kind === kind)?.eventCount ?? 0;
}
