/**
 * The reading of the open page against what the look-alike knows of its own events: every view, every language it has,
 * and one it does not have. The adapter runs alone here, so that nothing but the reading is judged.
 */
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../lib/host-pages/host-page.ts";
import { serveCalendar } from "../support/calendar-page.ts";
import type { CalendarServer, GoogleView } from "../support/calendar-page.ts";
import { launchWithExtension } from "../support/launch.ts";
import type { Launched } from "../support/launch.ts";
import type { PageEvent } from "./page-support.ts";

const now = "2026-11-25T09:20";
let calendar: CalendarServer;
let browser: Launched;
let page: Page;
let script: string;

beforeAll(async () => {
  const entry = resolve(import.meta.dirname, "page-adapter-entry.ts");
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "adapter" } },
  });
  const [output] = [built].flat();
  if (output === undefined || !("output" in output)) throw new Error("The adapter was not bundled.");
  script = output.output[0].code;
  calendar = await serveCalendar({ events: "own" });
  browser = await launchWithExtension({ build: "e2e", extraArgs: calendar.args, env: { TZ: "Europe/Oslo" } });
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser.close();
  await calendar.close();
});

async function open(view: GoogleView, params: Record<string, string> = {}): Promise<void> {
  await page.goto(calendar.googleUrl(view, { churn: "off", slow: 0, now, ...params }));
  await page.waitForFunction(() => globalThis.__page?.ready);
  await page.evaluate(script);
}
const read = (): Promise<Reading> => page.evaluate(() => globalThis.__read());
const truth = (): Promise<Map<string, PageEvent>> =>
  page.evaluate(() => globalThis.__page.events()).then((all) => new Map(all.map((each) => [each.eid, each])));
/** Ids of the chips in the grid that can be seen, as the page has them. */
const chipIds = (): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLElement>("[role=main] [data-eventchip][data-eventid]")].map(
        (chip) => chip.dataset["eventid"] ?? "",
      ),
    ),
  ]);

/** What was read wrongly, in words; empty when every event is as the page knows it. */
async function mistakes(known: { ends: boolean }): Promise<string[]> {
  const [{ events }, all] = await Promise.all([read(), truth()]);
  return events.flatMap((event) => {
    const real = all.get(event.sourceEventId);
    if (real === undefined) return [`${event.title}: not on the page`];
    const { startMs, endMs } = event.timing;
    const wrong = [
      real.title === event.title ? "" : `title ${event.title}`,
      startMs === Date.parse(real.start) ? "" : `start ${new Date(startMs).toISOString()}`,
      endMs === Date.parse(real.end) || (endMs === null && (!known.ends || real.kind === "task"))
        ? ""
        : `end ${endMs === null ? "unknown" : new Date(endMs).toISOString()}`,
      (event.timing.kind === "all-day") === real.allDay ? "" : `kind ${event.timing.kind}`,
    ].filter((each) => each !== "");
    return wrong.length === 0 ? [] : [`${real.key} (${real.start} to ${real.end}): ${wrong.join(", ")}`];
  });
}

const views: GoogleView[] = ["day", "customday", "week", "customweek", "month", "agenda"];
const languages = ["en", "de", "ja", "ar"];

describe.each(languages)("in %s", (locale) => {
  it.each(views)("the %s view is read right, and whole", async (view) => {
    await open(view, { locale });
    expect(await mistakes({ ends: true })).toEqual([]);
    const ids = new Set((await read()).events.map(({ sourceEventId }) => sourceEventId));
    const missing = (await chipIds()).filter((id) => !ids.has(id));
    expect(missing).toEqual([]);
    expect(ids.size).toBeGreaterThan(0);
  });

  it("the other clock is read as well", async () => {
    await open("month", { locale, hours: locale === "de" ? "12" : "24" });
    expect(await mistakes({ ends: true })).toEqual([]);
  });
});

describe("in a language that is not in the table", () => {
  it.each(views)("the %s view gives right starts, and ends that are right or unknown", async (view) => {
    await open(view, { locale: "de" });
    await page.evaluate(() => document.documentElement.setAttribute("lang", "nl"));
    // A time without spoken text: the odd minutes of a drawing are beyond what is read from it.
    const wrong = await mistakes({ ends: false });
    expect(wrong.filter((each) => !each.includes("kind all-day"))).toEqual([]);
    const { events, coverage } = await read();
    expect(events.length).toBeGreaterThan(0);
    expect(coverage).not.toBeNull();
  });
});

describe("what a reading says about itself", () => {
  it("knows the account, the zone, and whose calendar an event lies in", async () => {
    await open("week");
    const { account, zone, events } = await read();
    expect(account).toBe("dana.whitfield@example.com");
    expect(zone).toBe("Europe/Oslo");
    const owners = new Map(events.map(({ calendar: { id, own } }) => [id, own]));
    expect(owners.get("dana.whitfield@example.com")).toBe(true);
    expect([...owners].filter(([, own]) => own)).toHaveLength([...owners.keys()].includes("") ? 2 : 1);
  });

  it("covers the grid's days, whole only when every announced event was read", async () => {
    await open("week", { weekstart: "1" });
    const whole = await read();
    expect(whole.coverage).toEqual({
      fromMs: Date.parse("2026-11-22T23:00:00Z"),
      toMs: Date.parse("2026-11-29T23:00:00Z"),
      complete: true,
    });
    await page.evaluate(() => document.querySelector("[role=main] [data-eventchip]")?.remove());
    expect((await read()).coverage?.complete).toBe(false);
  });

  it("is never whole for a month with more than it shows, nor for the schedule", async () => {
    await open("month");
    expect((await read()).coverage?.complete).toBe(false);
    await open("agenda");
    expect((await read()).coverage?.complete).toBe(false);
  });

  it("has nothing to say about a year, and finds nothing wrong with it", async () => {
    await open("year");
    expect(await read()).toMatchObject({ events: [], coverage: null });
    expect(await page.evaluate(() => globalThis.__adapter.health().readable)).toBeNull();
  });

  it("knows the person's own answer where the language says it", async () => {
    await open("week", { weekstart: "1" });
    const answers = new Set((await read()).events.map(({ answer }) => answer));
    expect([...answers]).toEqual(expect.arrayContaining(["accepted", "declined", "tentative", "unknown"]));
  });
});

describe("an opened event", () => {
  it("adds people and place, which stay known after it is closed", async () => {
    await open("week", { weekstart: "1" });
    await page.evaluate(() => globalThis.__page.open("board-q4"));
    await page.locator("#xDetDlgAtt").waitFor();
    const find = async () => (await read()).events.find(({ title }) => title.startsWith("Board meeting"));
    expect(await find()).toMatchObject({ location: "Boardroom 12A", attendeeCount: 5 });
    await page.keyboard.press("Escape");
    const known = await find();
    expect(known?.attendees?.[0]).toMatchObject({ name: "Graham Cole", email: "graham.cole@example.net" });
    expect(known?.attendees?.some(({ self }) => self)).toBe(false);
  });
});
