/**
 * Our own surfaces in the built extension: a calendar file in the welcome page, a priority in the plan, a reflection
 * in the side panel by keyboard alone, and all of it found again in journal and queue.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventView } from "../../lib/rpc/views.ts";
import { launchWithExtension } from "../support/launch.ts";
import type { Launched } from "../support/launch.ts";

const minute = 60_000;

/** What the test uses of an extension page's own world. */
interface ExtensionPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
}
const folder = mkdtempSync(join(tmpdir(), "throughline-surfaces-"));
const dialogs: string[] = [];
const brokenPages: string[] = [];
let launched: Launched;

/** A calendar around now: one meeting that ended an hour ago, one that is ahead. */
function calendarFile(nowMs: number): string {
  const stamp = (ms: number) => new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const entry = (uid: string, title: string, startMs: number) => [
    "BEGIN:VEVENT",
    `UID:${uid}@surfaces.test`,
    `DTSTAMP:${stamp(nowMs)}`,
    `DTSTART:${stamp(startMs)}`,
    `DTEND:${stamp(startMs + 30 * minute)}`,
    `SUMMARY:${title}`,
    "END:VEVENT",
  ];
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//surfaces//test//EN",
    ...entry("ended", "Board meeting: options for the northern plants", nowMs - 90 * minute),
    ...entry("ahead", "Board meeting: acquisition, final decision", nowMs + 45 * minute),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function open(path: string): Promise<Page> {
  const page = await launched.context.newPage();
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => brokenPages.push(`${path}: ${error.message}`));
  await page.goto(launched.url(path));
  return page;
}

/** The event with this title, as the background lists it. */
async function eventCalled(page: Page, title: string): Promise<EventView> {
  const nowMs = Date.now();
  const reply = await page.evaluate(
    (input) => (globalThis as unknown as ExtensionPage).chrome.runtime.sendMessage(input),
    {
      throughline: "event.list",
      input: { fromMs: nowMs - 3 * 60 * minute, toMs: nowMs + 3 * 60 * minute },
    },
  );
  const found = (reply as { value: EventView[] }).value.find((event) => event.title === title);
  if (found === undefined) throw new Error(`${title} is not in the calendar`);
  return found;
}

beforeAll(async () => {
  launched = await launchWithExtension({ build: "e2e" });
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("our own surfaces", () => {
  test("a file that is no calendar is answered with a sentence, and nothing is stored", async () => {
    const welcome = await open("welcome.html");
    await welcome.setInputFiles("[data-import=ics]", file("holiday.ics", "not a calendar at all"));
    await welcome.getByText(/holiday\.ics was not opened/).waitFor();
    const settings = await open("app.html#/settings");
    await settings.getByText("No calendar has been read yet.").waitFor();
  });

  test("a calendar file gives the high-stakes meetings ahead before anything is asked", async () => {
    const welcome = await open("welcome.html");
    await welcome.setInputFiles("[data-import=ics]", file("dana.ics", calendarFile(Date.now())));
    await welcome.getByText("dana.ics: 2 events were read.", { exact: false }).waitFor();
    await welcome.getByRole("heading", { name: "Board meeting: acquisition, final decision" }).waitFor();
  });

  test("the same file chosen again renews its source instead of adding one", async () => {
    const settings = await open("app.html#/settings");
    await settings.setInputFiles("[data-import=ics]", file("dana.ics", calendarFile(Date.now())));
    await settings.getByText("dana.ics: 2 events were read.", { exact: false }).waitFor();
    expect(await settings.locator(".source-list > li").count()).toBe(1);
  });

  test("a priority is written, says what it touches, and stands in the plan", async () => {
    const plan = await open("app.html#/plan");
    await plan.getByRole("button", { name: "Write your own" }).click();
    await plan.getByLabel("Short name").fill("Ask first");
    await plan.getByLabel("To: what should be seen instead").fill("asking before answering");
    await plan.getByLabel("If (the moment in the meeting)").fill("someone turns to me for the answer");
    await plan.getByLabel("Then (what I will do)").fill("I will ask what they would do");
    await plan.getByLabel("Words in the title").fill("board");
    await plan.getByRole("heading", { name: "Touches one event in the next four weeks" }).waitFor();
    await plan.getByRole("button", { name: "Save" }).click();
    await plan.getByRole("heading", { name: "Ask first", exact: true, level: 2 }).waitFor();
  });

  test("a reflection is recorded in the side panel by keyboard alone, and saves itself", async () => {
    const finder = await open("popup.html");
    const ended = await eventCalled(finder, "Board meeting: options for the northern plants");
    const panel = await open(`sidepanel.html#/words/${encodeURIComponent(ended.eventKey)}`);
    await panel.getByRole("group", { name: /How it went/ }).waitFor();
    await panel.keyboard.press("3");
    await panel.getByText(/^Saved .*optional/).waitFor();
    await panel.getByRole("radiogroup", { name: "Effort, 0 to 10" }).getByRole("radio").first().focus();
    await panel.keyboard.press("4");
    await panel.keyboard.press("Tab");
    await panel.keyboard.press("ArrowRight");
    await panel.keyboard.press("Tab");
    await panel.keyboard.type("wait for the second option");
    // At once, while the last save is still on its way: nothing of it may be lost.
    await panel.close();

    const again = await open(`sidepanel.html#/words/${encodeURIComponent(ended.eventKey)}`);
    await expect
      .poll(() => again.getByLabel("Next time I will").inputValue())
      .toBe("wait for the second option");
    expect(await again.getByRole("radio", { name: "4", exact: true }).getAttribute("aria-checked")).toBe(
      "true",
    );
    expect(await again.getByRole("radio", { name: "−2" }).getAttribute("aria-checked")).toBe("true");
  });

  test("what was typed last is kept when the panel is closed in the middle of a word", async () => {
    const finder = await open("popup.html");
    const ended = await eventCalled(finder, "Board meeting: options for the northern plants");
    const panel = await open(`sidepanel.html#/words/${encodeURIComponent(ended.eventKey)}`);
    await panel.getByLabel("Who noticed").fill("Priya Raman");
    await panel.close({ runBeforeUnload: true });
    const journal = await open("app.html#/journal");
    await journal.getByText("Priya Raman").waitFor();
  });

  test("the journal finds it, the queue says why it is there, and deleting can be undone", async () => {
    const journal = await open("app.html#/journal");
    await journal.getByRole("searchbox").fill("second option");
    await journal.getByText("wait for the second option").waitFor();
    const queue = await open("app.html#/queue");
    await queue.getByRole("heading", { name: /options for the northern plants/ }).waitFor();
    await journal.getByRole("button", { name: /^Delete: Board meeting/ }).click();
    await journal.getByText("Reflection deleted.").waitFor();
    await journal.getByRole("button", { name: "Undo" }).click();
    await journal.getByText("wait for the second option").waitFor();
  });

  test("a change of route names the document and puts the focus on the heading", async () => {
    const app = await open("app.html#/today");
    await app.getByRole("link", { name: "Progress" }).click();
    await app.getByRole("heading", { name: "Progress" }).waitFor();
    expect(await app.title()).toBe("Progress, Throughline");
    expect(await app.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });

  test("every page has the file inputs others rely on", async () => {
    const inputs = {
      "welcome.html": ["ics"],
      "app.html#/settings": ["ics", "archive"],
      "app.html#/queue": ["packet", "invitation"],
      "app.html#/plan": ["insights"],
      "app.html#/stakeholders": ["pulse"],
      "coach.html": ["packet", "invitation"],
    };
    for (const [path, kinds] of Object.entries(inputs)) {
      const page = await open(path);
      for (const kind of kinds) await page.locator(`[data-import=${kind}]`).waitFor({ state: "attached" });
      await page.close();
    }
  });

  test("a packet is answered with a sentence while this version cannot read it", async () => {
    const coach = await open("coach.html");
    await coach.setInputFiles("[data-import=packet]", file("dana.throughline", "sealed"));
    await coach.getByText(/dana\.throughline was not opened.*Nothing was stored/).waitFor();
  });

  test("no surface used a dialog of the browser or broke", () => {
    expect(dialogs).toEqual([]);
    expect(brokenPages).toEqual([]);
  });
});
