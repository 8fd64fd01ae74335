/**
 * What the extension costs a calendar page: a month of more than 400 chips with it and without it, same page, same run.
 * Script time is the renderer's own count (page and extension together); layout shift and long tasks are the browser's.
 */
import { equal, ok } from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { ensureBrowser } from "../../test/support/browser.ts";
import { serveCalendar } from "../../test/support/calendar-page.ts";
import type { CalendarServer } from "../../test/support/calendar-page.ts";
import { launchWithExtension } from "../../test/support/launch.ts";
import { isRoot } from "../../test/support/programs.ts";

export interface BenchRow {
  name: string;
  /** Medians: milliseconds of script, score of layout shift, number of long tasks. */
  value: number;
  baseline: number;
  ratio: number;
}

interface Sample {
  loadMs: number;
  rerenderMs: number;
  shift: number;
  longTasks: number;
}

const runs = 9;
const rerenders = 10;
const chipsADay = 14;

/** Rows for `npm run bench`; nine openings of the page each way. */
export async function rows(): Promise<BenchRow[]> {
  const calendar = await serveCalendar({ events: fullMonth() });
  const withIt = await launchWithExtension({ build: "e2e", extraArgs: calendar.args });
  const without = await chromium.launch({
    executablePath: ensureBrowser(),
    chromiumSandbox: !isRoot(),
    args: calendar.args,
  });
  try {
    const bare = await without.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1400, height: 900 },
    });
    const [ours, theirs]: [Sample[], Sample[]] = [[], []];
    await sample(withIt.context, calendar, true);
    await sample(bare, calendar, false);
    for (let run = 0; run < runs; run++) {
      ours.push(await sample(withIt.context, calendar, true));
      theirs.push(await sample(bare, calendar, false));
    }
    return (["loadMs", "rerenderMs", "shift", "longTasks"] as const).map((what) => {
      const value = median(ours.map((each) => each[what]));
      const baseline = median(theirs.map((each) => each[what]));
      return { name: names[what], value, baseline, ratio: value === baseline ? 1 : value / baseline };
    });
  } finally {
    await withIt.close();
    await without.close();
    await calendar.close();
  }
}

const names = {
  loadMs: "page-month-load-script-ms",
  rerenderMs: "page-month-rerender-script-ms",
  shift: "page-month-layout-shift",
  longTasks: "page-month-long-tasks",
} as const;

async function sample(context: BrowserContext, calendar: CalendarServer, badged: boolean): Promise<Sample> {
  const page = await context.newPage();
  try {
    await page.route("**/__pages/google-boot.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `import { start } from "./google.js"; start({ monthRows: ${chipsADay + 2} });`,
      }),
    );
    await page.addInitScript(() => {
      const seen = { shift: 0, longTasks: 0 };
      Object.assign(globalThis, { __seen: seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
      new PerformanceObserver((list) => {
        seen.longTasks += list.getEntries().length;
      }).observe({ type: "longtask", buffered: true });
    });
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    const scriptMs = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1000;
    };
    await page.goto(calendar.googleUrl("month", { churn: "off", slow: 0 }));
    await page.waitForFunction(
      () => (globalThis as unknown as { __page?: { ready: boolean } }).__page?.ready,
    );
    if (badged) await page.locator("throughline-badge").first().waitFor({ state: "attached" });
    await frames(page, 30);
    const loadMs = await scriptMs();
    const chips = await page.locator("[role=main] [data-eventchip]").count();
    ok(chips >= 400, `${chips} chips`);
    equal(chips % chipsADay, 0, "both ways of opening show the same chips");
    await page.evaluate(async (times) => {
      const { __page: own } = globalThis as unknown as { __page: { rerender(what: string): void } };
      for (let round = 0; round < times; round++) {
        // In a task of the page's own: what a debugger evaluates is not counted as script.
        await new Promise<void>((done) => {
          setTimeout(() => {
            own.rerender("all");
            requestAnimationFrame(() => done());
          });
        });
      }
    }, rerenders);
    await frames(page, 30);
    const rerenderMs = ((await scriptMs()) - loadMs) / rerenders;
    const seen = await page.evaluate(
      () => (globalThis as unknown as { __seen: { shift: number; longTasks: number } }).__seen,
    );
    return { loadMs, rerenderMs, ...seen };
  } finally {
    await page.close();
  }
}

function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(
    (left) =>
      new Promise<void>((done) => {
        const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
        next();
      }),
    count,
  );
}

/** Fourteen events on every day of the nine weeks around now, in the look-alike's own form; one a day is a board meeting. */
function fullMonth(): unknown {
  const me = { name: "Dana Whitfield", email: "dana.whitfield@example.com" };
  const two = (value: number) => String(value).padStart(2, "0");
  const events = Array.from({ length: 9 * 7 * chipsADay }, (_, at) => {
    const [slot, day] = [at % chipsADay, Math.floor(at / chipsADay)];
    const hour = 7 + slot;
    return {
      uid: `full-${at}`,
      title: slot === 3 ? "Board meeting: quarterly review" : `Team ${slot}`,
      week: Math.floor(day / 7) - 4,
      day: day % 7,
      start: `${two(hour)}:00`,
      end: `${two(hour)}:45`,
    };
  });
  return {
    version: 1,
    me,
    calendars: [{ id: "me", name: me.name, gid: me.email, color: "#039be5", primary: true }],
    events,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
