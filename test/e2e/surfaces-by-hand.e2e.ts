/**
 * Our own surfaces as a person uses them: words that are kept, a queue moved by pointer and by keyboard, a focus that is
 * never lost, settings that show at once and after a reload.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askFirst } from "../support/ask.ts";
import { launchWithExtension } from "../support/launch.ts";
import type { Launched } from "../support/launch.ts";

const minute = 60_000;
const folder = mkdtempSync(join(tmpdir(), "throughline-by-hand-"));
const titles = ["pricing", "succession", "audit"].map((topic) => `Board meeting: decision on ${topic}`);
let launched: Launched;
let page: Page;

/** Three board meetings that ended in the last hours. */
function calendarFile(nowMs: number): string {
  const stamp = (ms: number) => new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const entries = titles.flatMap((title, n) => [
    "BEGIN:VEVENT",
    `UID:${n}@by-hand.test`,
    `DTSTAMP:${stamp(nowMs)}`,
    `DTSTART:${stamp(nowMs - (n + 1) * 60 * minute)}`,
    `DTEND:${stamp(nowMs - (n + 1) * 60 * minute + 30 * minute)}`,
    `SUMMARY:${title}`,
    "END:VEVENT",
  ]);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//by-hand//test//EN",
    ...entries,
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

const topics = () => page.locator(".q-item:not(.c) h3 > span").allTextContents();
const handle = (title: string) => page.getByRole("button", { name: `Move ${title}` });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);
const focusedTag = () => page.evaluate(() => document.activeElement?.tagName);

async function open(path: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(launched.url(path));
}

beforeAll(async () => {
  launched = await launchWithExtension({ build: "e2e" });
  page = await launched.openPage("app.html#/settings");
  const path = join(folder, "dana.ics");
  writeFileSync(path, calendarFile(Date.now()));
  await page.setInputFiles("[data-import=ics]", path);
  await page.getByText("dana.ics: 3 events were read.", { exact: false }).waitFor();
  const nowMs = Date.now();
  const events = await ask(page, "event.list", { fromMs: nowMs - 300 * minute, toMs: nowMs });
  await Promise.all(
    events.map(({ eventKey }) => ask(page, "capture.save", { eventKey, priorityId: null, answer: "missed" })),
  );
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a priority half written is there again after its page was left and its tab closed, until it is put away", async () => {
  await open("app.html#/plan");
  await page.getByRole("button", { name: "Write your own" }).click();
  await expect.poll(focusedTag).toBe("H2");
  await page.getByLabel("Short name").fill("Speak last");
  await page.getByRole("link", { name: "Journal" }).click();
  await page.getByRole("heading", { name: "Journal" }).waitFor();
  await page.close();
  page = await launched.openPage("app.html#/plan");
  const name = page.getByLabel("Short name");
  await expect.poll(() => name.inputValue()).toBe("Speak last");
  await page.getByRole("button", { name: "Cancel" }).click();
  await name.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(() => name.inputValue()).toBe("Speak last");
  await page.getByLabel("To: what should be seen instead").fill("hearing everybody first");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Speak last", level: 2, exact: true }).waitFor();
  await expect.poll(focusedTag).toBe("H1");
  await open("app.html#/plan");
  await page.getByRole("heading", { name: "Speak last", level: 2, exact: true }).waitFor();
  expect(await name.count()).toBe(0);
});

test("the queue is put in order by a real pointer and by keyboard, and stays so", async () => {
  await open("app.html#/queue");
  await expect.poll(async () => (await topics()).length).toBe(3);
  const before = await topics();
  const [first = "", second = "", third = ""] = before;
  const [from, to] = [await handle(third).boundingBox(), await handle(first).boundingBox()];
  if (from === null || to === null) throw new Error("the handles are not to be seen");
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y - 8, { steps: 4 });
  await page.mouse.move(to.x + 8, to.y + 8, { steps: 8 });
  await page.mouse.up();
  await expect.poll(topics).toEqual([third, first, second]);
  await handle(third).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(topics).toEqual([first, third, second]);
  expect(await focused()).toBe(`Move ${third}`);
  await page.reload();
  await expect.poll(topics).toEqual([first, third, second]);
  await page.getByRole("button", { name: "Put back" }).click();
  await expect.poll(topics).toEqual(before);
});

test("a dropped topic leaves the focus at its neighbour, and comes back", async () => {
  const [first = "", second = ""] = await topics();
  await page.getByRole("button", { name: `Drop: ${first}` }).press("Enter");
  await expect.poll(async () => (await topics()).length).toBe(2);
  await expect.poll(focused).toBe(`Move ${second}`);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(async () => (await topics()).length).toBe(3);
});

test("two topics are merged into one row and split again", async () => {
  const [first = "", second = ""] = await topics();
  await page.getByRole("button", { name: `Merge: ${first}` }).press("Enter");
  await page.getByLabel("Merge with").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Merge", exact: true }).press("Enter");
  await expect.poll(async () => (await topics()).length).toBe(2);
  await page.getByRole("button", { name: `Split off: ${second}` }).click();
  await expect.poll(async () => (await topics()).length).toBe(3);
});

test("a commitment due long after the session does not vanish", async () => {
  await page.getByRole("button", { name: "Add a commitment" }).click();
  await page.getByLabel("What is promised").fill("Tell the chair");
  const day = new Date(Date.now() + 60 * 24 * 60 * minute).toISOString().slice(0, 10);
  await page.getByLabel("Due on").fill(day);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("One due after the session").click();
  await page.getByRole("heading", { name: "Tell the chair" }).waitFor();
});

test("choices in settings stand as chosen, quickly one after the other and after a reload", async () => {
  await open("app.html#/settings");
  const box = (name: string) => page.getByRole("checkbox", { name, exact: true });
  await box("5 min").check();
  await box("30 min").check();
  await box("15 min").uncheck();
  await page.getByLabel("A day, at most", { exact: true }).fill("2");
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  await page.reload();
  await box("5 min").waitFor();
  const chosen = await Promise.all(["5 min", "15 min", "30 min"].map((name) => box(name).isChecked()));
  expect(chosen).toEqual([true, false, true]);
  expect(await page.getByLabel("A day, at most", { exact: true }).inputValue()).toBe("2");
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
});

test("an archive saved, everything erased, and the archive brought back: priorities and reflections are there", async () => {
  await ask(page, "priority.save", askFirst);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save archive" }).click(),
  ]);
  const archive = join(folder, "archive.json");
  await download.saveAs(archive);
  await page.evaluate(() => localStorage.setItem("draft/priority", "{}"));
  await page.getByLabel("To erase, write “erase”").fill("erase");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByText("Everything on this device was erased.").waitFor();
  expect(await page.evaluate(() => localStorage.getItem("draft/priority"))).toBeNull();
  expect((await ask(page, "journal.get", { search: "", before: null, limit: 10 })).total).toBe(0);
  await page.setInputFiles("[data-import=archive]", archive);
  await page.getByText(/archive\.json: \d+ added/).waitFor();
  expect((await ask(page, "journal.get", { search: "", before: null, limit: 10 })).total).toBe(3);
  await open("app.html#/plan");
  await page.getByRole("heading", { name: "Ask first", level: 2, exact: true }).waitFor();
});

test("what a newer version stored is said to be so, and can be saved as one file", async () => {
  await open("app.html#/settings");
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("throughline", 99);
        opening.addEventListener("success", () => {
          opening.result.close();
          resolve();
        });
        opening.addEventListener("error", () => reject(new Error("the store was not opened")));
      }),
  );
  await page.reload();
  await page.getByRole("heading", { name: "What is stored does not open" }).waitFor();
  expect(await page.getByRole("button", { name: "Start anew" }).count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save what can be read" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^throughline-salvaged-/);
  await page.getByText(/records? (was|were) saved in throughline-salvaged-/).waitFor();
});
