/**
 * The capture pill and the notice on the look-alike page: one press, kept before it says so; the keys; the way back; the
 * script that an update has cut off; the page that cannot be read.
 */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, capture, chipId, startJourney } from "../support/journey.ts";
import type { Journey } from "../support/journey.ts";
import { buildFolder } from "../support/launch.ts";
import { frames } from "./page-support.ts";

let journey: Journey;
let own: Page;
let page: Page;
let id: string;

beforeAll(async () => {
  journey = await startJourney();
  own = await journey.openPage("app.html#/journal");
  page = await journey.openCalendar("week");
  id = await chipId(page, journey.week.ended);
});
afterAll(() => journey.end());

const journal = () => ask(own, "journal.get", { search: "", before: null, limit: 10 });
async function takeAllBack(): Promise<void> {
  const { entries } = await journal();
  for (const { reflection } of entries) {
    await ask(own, "capture.undo", { eventKey: reflection.eventKey, priorityId: reflection.priorityId });
  }
}

describe("the pill", () => {
  beforeEach(async () => {
    await takeAllBack();
    await page.reload();
    await capture(page, id, "offered").waitFor({ state: "attached" });
  });

  it("says Saved once the answer is kept, and offers the way back", async () => {
    await capture(page, id, "offered").locator('[data-action="capture-did"]').click();
    const stored = capture(page, id, "stored");
    await stored.getByText("Saved").waitFor();
    await stored.locator('[data-action="undo"]').click();
    await capture(page, id, "offered").waitFor({ state: "attached" });
    await expect.poll(async () => (await journal()).total).toBe(0);
  });

  it("takes the keys 1 to 4 while it has the focus, and leaves them to the page otherwise", async () => {
    await capture(page, id, "offered").locator('[data-action="capture-did"]').focus();
    await page.keyboard.press("3");
    await capture(page, id, "stored").waitFor({ state: "attached" });
    await expect
      .poll(async () => (await journal()).entries.map(({ reflection }) => reflection.answer))
      .toEqual(["missed"]);
    expect(await page.evaluate(() => globalThis.__page.probe.snapshot().keys)).toEqual([]);
  });

  it("shows the press in the frame of the press", async () => {
    const offered = capture(page, id, "offered");
    await offered.evaluate((host) => {
      host.shadowRoot?.addEventListener("click", () =>
        requestAnimationFrame(() => {
          globalThis.__atPaint = host.dataset["state"] ?? "";
        }),
      );
    });
    await offered.locator('[data-action="capture-did"]').click();
    await expect.poll(() => page.evaluate(() => globalThis.__atPaint)).toMatch(/^(?:storing|stored)$/);
  });

  it("can be waved away, and comes back when the event is opened", async () => {
    await capture(page, id, "offered").getByRole("button", { name: "Not now" }).click();
    await capture(page, id, "offered").waitFor({ state: "detached" });
    await page.evaluate(() => globalThis.__page.rerender("all"));
    await frames(page, 3);
    expect(await capture(page, id, "offered").count()).toBe(0);
    await page.evaluate((key) => globalThis.__page.open(key), journey.week.ended.uid);
    await capture(page, id, "offered").waitFor({ state: "attached" });
  });

  it("is kept when the background cannot be reached, and filed when it is back", async () => {
    await journey.killServiceWorker();
    await capture(page, id, "offered").locator('[data-action="capture-partly"]').click();
    await capture(page, id, "stored").waitFor({ state: "attached" });
    await expect
      .poll(async () => (await journal()).entries.map(({ reflection }) => reflection.answer))
      .toEqual(["partly"]);
  });

  it("puts nothing into the page's own storage", async () => {
    await capture(page, id, "offered").locator('[data-action="capture-did"]').click();
    await capture(page, id, "stored").waitFor({ state: "attached" });
    const kept = await page.evaluate(() => [
      Object.keys(localStorage),
      Object.keys(sessionStorage),
      document.cookie,
    ]);
    expect(kept).toEqual([[], [], ""]);
  });
});

describe("a page that cannot be read", () => {
  it("is told of in one line after two seconds, and the line goes when the page can be read again", async () => {
    const broken = await journey.context.newPage();
    const script = readFileSync(new URL("../host-pages/google.js", import.meta.url), "utf8");
    await broken.route("**/__pages/google.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: script.replaceAll("'data-eventchip'", "'data-otherchip'"),
      }),
    );
    await broken.goto(journey.calendar.googleUrl("week", { churn: "off", slow: 0 }));
    const notice = broken.locator("throughline-notice");
    await notice.getByText("This page has changed and cannot be read.", { exact: false }).waitFor();
    expect(await notice.count()).toBe(1);
    await broken.evaluate(() => {
      for (const chip of document.querySelectorAll("[role=main] [data-eventid]")) {
        if (chip.parentElement?.closest("[data-eventid]") === null) chip.setAttribute("data-eventchip", "");
      }
    });
    await notice.waitFor({ state: "detached" });
    await broken.locator("throughline-badge").first().waitFor({ state: "attached" });
    await broken.close();
  });
});

describe("when the extension is updated under an open page", () => {
  beforeEach(async () => {
    await takeAllBack();
    await page.reload();
    await capture(page, id, "offered").waitFor({ state: "attached" });
  });

  it("the new script takes over: nothing of the old one is left, and the pill is offered once", async () => {
    await page.evaluate(() => {
      for (const host of document.querySelectorAll("throughline-capture, throughline-badge")) {
        host.setAttribute("data-old", "");
      }
    });
    await journey.protocol.send("Extensions.loadUnpacked", { path: buildFolder("e2e") });
    await page.locator("throughline-capture:not([data-old])").waitFor({ state: "attached" });
    expect(await page.locator("[data-old]").count()).toBe(0);
    expect(await page.locator("throughline-capture").count()).toBe(1);
    own = await journey.openPage("app.html#/journal");
    await capture(page, id, "offered").locator('[data-action="capture-did"]').click();
    await capture(page, id, "stored").waitFor({ state: "attached" });
    await expect.poll(async () => (await journal()).total).toBe(1);
  });

  it("a script that is cut off never says Saved: it says that Throughline was updated, and offers nothing else", async () => {
    // The page that asks goes with its extension, so its answer never comes.
    await own
      .evaluate(() => {
        const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
        chrome.runtime.reload();
      })
      .catch(() => null);
    await capture(page, id, "offered").locator('[data-action="capture-did"]').click();
    const refused = capture(page, id, "refused");
    await refused.getByText("Throughline was updated.", { exact: false }).waitFor();
    expect(await refused.locator("[data-action]").count()).toBe(0);
    expect(await capture(page, id, "stored").count()).toBe(0);
  });
});
