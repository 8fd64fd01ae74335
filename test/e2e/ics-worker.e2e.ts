/**
 * Feeds in a real Chromium: read through the offscreen document and its worker, and a worker that never returns is
 * killed while the pages stay alive. Works on a private copy of the e2e build, so that its worker can be replaced.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildFolder, launchWithExtension } from "../support/launch.ts";
import type { Launched } from "../support/launch.ts";
import { chromiumArgs, serve } from "../host-pages/serve.mjs";
import type { Served } from "../host-pages/serve.mjs";

const dayMs = 86_400_000;
const feedText = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "X-WR-CALNAME:Quarter",
  "BEGIN:VEVENT",
  "UID:weekly@feed.test",
  "SUMMARY:Portfolio review",
  "DTSTART;TZID=Europe/Berlin:20260105T090000",
  "DTEND;TZID=Europe/Berlin:20260105T100000",
  "RRULE:FREQ=WEEKLY",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

const host = "feed.test";
let server: Served;

beforeAll(async () => {
  const headers = {
    "content-type": "text/calendar",
    etag: '"one"',
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "etag",
  };
  const isFeed = (asked: string) => asked === host;
  server = await serve({
    quiet: true,
    hosts: [host],
    routes: [[isFeed, /^\/secret\.ics$/, () => ({ body: feedText, headers })]],
  });
});
afterAll(() => server.close());

test("a feed is read in the offscreen document's worker and reported to the background", async () => {
  await withCopy({}, async (browser) => {
    const page = await listeningPage(browser);
    await openReader(page);
    await send(page, request());
    const report = await reported(page);
    expect(report.throughline).toEqual("source.commit");
    expect(report.input.problemCount).toEqual(0);
    expect(report.input.etag).toEqual('"one"');
    expect(report.input.events).toHaveLength(2);
  });
});

test("a worker that never returns is killed, told as a timeout, and the pages go on", async () => {
  const stuck = 'postMessage({ kind: "alive" }); for (;;);';
  await withCopy({ worker: stuck }, async (browser) => {
    const page = await listeningPage(browser);
    // The reading document in a tab, so that its worker can be watched.
    const reader = await browser.openPage("offscreen.html");
    const spawned = reader.waitForEvent("worker");
    const begun = Date.now();
    await send(page, request());
    const worker = await spawned;
    const ended = new Promise<void>((resolve) => worker.once("close", () => resolve()));
    expect(await reader.evaluate(() => 6 * 7)).toEqual(42);
    const report = await reported(page);
    expect(report.throughline).toEqual("source.fail");
    expect(report.input.code).toEqual("timeout");
    await ended;
    const tookMs = Date.now() - begun;
    expect(tookMs).toBeGreaterThanOrEqual(2_000);
    expect(tookMs).toBeLessThan(40_000);
  });
});

interface Report {
  throughline: string;
  input: { code?: string; events?: unknown[]; problemCount?: number; etag?: string | null };
}

function request() {
  const fromMs = Date.UTC(2026, 0, 4);
  return {
    sourceId: "01J00000000000000000000000",
    address: `https://${host}/secret.ics`,
    etag: null,
    lastModified: null,
    coverage: null,
    calendarName: "feed.test",
    zone: "Europe/Berlin",
    ownAddresses: [],
    mayFollow: false,
    failures: 0,
    fromMs,
    toMs: fromMs + 14 * dayMs,
  };
}

async function withCopy(
  replace: { worker?: string },
  use: (browser: Launched) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-ics-"));
  cpSync(buildFolder("e2e"), folder, { recursive: true });
  writeFileSync(join(folder, "listen.html"), "<!doctype html><title>listen</title>");
  const assets = join(folder, "assets");
  const entry = readdirSync(assets).filter((name) => /^worker-.*\.js$/.test(name));
  expect(entry, "the build has one reading worker").toHaveLength(1);
  if (replace.worker !== undefined) writeFileSync(join(assets, entry[0] ?? ""), replace.worker);
  const browser = await launchWithExtension({ build: folder, extraArgs: chromiumArgs(server, [host]) });
  try {
    await use(browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page of the extension that hears what the offscreen document reports. */
async function listeningPage(browser: Launched): Promise<Page> {
  const page = await browser.openPage("listen.html");
  await page.evaluate(() => {
    const scope = globalThis as unknown as { reports: unknown[]; chrome: ExtensionApi };
    scope.reports = [];
    scope.chrome.runtime.onMessage.addListener((message) => {
      const named = typeof message === "object" && message !== null && "throughline" in message;
      if (named && String(message.throughline).startsWith("source.")) scope.reports.push(message);
    });
  });
  return page;
}

/** The part of the extension API this test uses inside pages. */
interface ExtensionApi {
  runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    onMessage: { addListener(listener: (message: unknown) => void): void };
  };
  offscreen: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  };
}

/** Opens the offscreen document as the background does. */
async function openReader(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    const document = { url: "offscreen.html", reasons: ["WORKERS"], justification: "reads a calendar feed" };
    return chrome.offscreen.createDocument(document);
  });
}

async function send(page: Page, feed: ReturnType<typeof request>): Promise<void> {
  const reply = await page.evaluate((asked) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return chrome.runtime.sendMessage({ throughlineFeed: asked });
  }, feed);
  expect(reply).toEqual({ accepted: true });
}

async function reported(page: Page): Promise<Report> {
  const handle = await page.waitForFunction(
    () => (globalThis as unknown as { reports: Report[] }).reports[0],
    null,
    { timeout: 60_000 },
  );
  return (await handle.jsonValue()) as Report;
}
