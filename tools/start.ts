/**
 * `npm start [-- --ics FILE]`: builds the extension, finds or installs a browser and opens it with the extension in it:
 * on the look-alike calendar page with a fictional executive's week, or on the extension's own page with a calendar
 * file imported. Prints what was found. With a screen it stays open until the browser is closed; without one it runs
 * headless, leaves a screenshot and ends.
 */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import type { EventView } from "../lib/rpc/views.ts";
import { ensureBrowser } from "../test/support/browser.ts";
import { serveCalendar } from "../test/support/calendar-page.ts";
import type { CalendarServer } from "../test/support/calendar-page.ts";
import { ask, askFirst } from "../test/support/ask.ts";
import { launchWithExtension } from "../test/support/launch.ts";
import type { Launched } from "../test/support/launch.ts";
import { build, root } from "./run.ts";

const dayMs = 86_400_000;
const readingTimeoutMs = 120_000;
const screens = ["DISPLAY", "WAYLAND_DISPLAY"];
const hasScreen =
  ["darwin", "win32"].includes(process.platform) || screens.some((name) => (process.env[name] ?? "") !== "");

/** What went wrong, in a sentence for the person at the terminal. */
class Stop extends Error {}

try {
  const file = fileGiven();
  const headless = !hasScreen;
  say("Building the extension …");
  await build("build:e2e");
  const browser = ensureBrowser();
  say(`Opening ${browser}${headless ? " without a window, as there is no screen" : ""} …`);
  const calendar = await serveCalendar();
  const launched = await launchWithExtension({
    build: "e2e",
    extraArgs: calendar.args,
    headless,
    ...(headless ? {} : { viewport: null }),
  });
  try {
    const shown = file === null ? await showWeek(launched, calendar) : await importFile(launched, file);
    const own = await launched.openPage("app.html#/today");
    await report(own);
    if (headless)
      await leaveScreenshots(file === null ? "start" : "start-ics", { calendar: shown, today: own });
    else await untilClosed(launched, shown);
  } finally {
    await launched.close();
    await calendar.close();
  }
} catch (thrown) {
  const told = thrown instanceof Stop || process.env["DEBUG"] === undefined;
  console.error(thrown instanceof Error ? (told ? thrown.message : thrown.stack) : String(thrown));
  process.exitCode = 1;
}

function fileGiven(): string | null {
  const { values } = parseArgs({ options: { ics: { type: "string" } }, strict: true });
  if (values.ics === undefined) return null;
  const path = resolve(process.cwd(), values.ics);
  if (!existsSync(path)) throw new Stop(`There is no file ${path}.`);
  if (!statSync(path).isFile()) throw new Stop(`${path} is not a file.`);
  return path;
}

/** The look-alike calendar with the week, until the page has been read. */
async function showWeek(launched: Launched, calendar: CalendarServer): Promise<Page> {
  const own = await launched.openPage("app.html#/plan");
  await ask(own, "priority.save", askFirst);
  await own.close();
  const page = await firstPage(launched);
  await page.goto(calendar.googleUrl("week", { slow: 0 }));
  await page
    .locator("throughline-badge")
    .first()
    .waitFor({ state: "attached", timeout: readingTimeoutMs })
    .catch(() => {
      throw new Stop("The calendar page was opened but nothing on it was recognised.");
    });
  say(`The week of ${calendar.week.owner.name} is open at ${page.url().split("?")[0]}.`);
  return page;
}

/** Imports through the same field a person uses, in the settings. */
async function importFile(launched: Launched, path: string): Promise<Page> {
  const page = await firstPage(launched);
  await page.goto(launched.url("app.html#/settings"));
  await page.locator('input[data-import="ics"]').setInputFiles(path);
  const said = page.locator('.import [role="status"]');
  await page
    .waitForFunction(
      () => {
        const status = document.querySelector('.import [role="status"]');
        return status?.querySelector("p") !== null && status?.querySelector("progress") === null;
      },
      { timeout: readingTimeoutMs },
    )
    .catch(() => {
      throw new Stop(`${path} was not read within ${readingTimeoutMs / 1000} seconds.`);
    });
  const sentences = (await said.locator("> p").allInnerTexts()).map((text) => text.trim());
  const { reading } = await ask(page, "popup.get", {});
  if (!reading.sources.some(({ kind }) => kind === "ics-file")) throw new Stop(sentences.join("\n"));
  for (const sentence of sentences) say(sentence);
  return page;
}

async function report(own: Page): Promise<void> {
  const nowMs = Date.now();
  const { reading, nextSession } = await ask(own, "popup.get", {});
  const events = await ask(own, "event.list", { fromMs: nowMs - 2 * dayMs, toMs: nowMs + 14 * dayMs });
  const flagged = events.filter(({ flag }) => flag === "high-stakes");
  say("");
  say(`Events read: ${reading.eventCount}`);
  say(`High-stakes from two days ago to fourteen days ahead: ${flagged.length}`);
  for (const event of flagged) {
    say(`  ${when(event)}  ${event.title}  (${event.stakes})`);
    for (const reason of event.reasons) say(`      ${reason}`);
  }
  say(
    nextSession === null
      ? "Next session: none found"
      : `Next session: ${when(nextSession)}  ${nextSession.title}`,
  );
}

function when({ startMs, allDay }: EventView): string {
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  const time = allDay ? {} : ({ hour: "2-digit", minute: "2-digit", hour12: false } as const);
  return new Intl.DateTimeFormat("en-GB", { ...day, ...time }).format(startMs);
}

/** Pictures of what a person would see. */
async function leaveScreenshots(name: string, pages: Record<string, Page>): Promise<void> {
  const folder = join(root, "artifacts");
  mkdirSync(folder, { recursive: true });
  say("");
  for (const [what, page] of Object.entries(pages)) {
    const path = join(folder, `${name}-${what}.png`);
    await page.bringToFront();
    await page.screenshot({ path });
    say(`Screenshot: ${path}`);
  }
}

async function untilClosed({ context }: Launched, shown: Page): Promise<void> {
  await shown.bringToFront();
  say("");
  say("The browser stays open until you close it.");
  await context.waitForEvent("close", { timeout: 0 });
}

async function firstPage({ context }: Launched): Promise<Page> {
  return context.pages().find((page) => page.url() === "about:blank") ?? (await context.newPage());
}

function say(line: string): void {
  console.log(line);
}
