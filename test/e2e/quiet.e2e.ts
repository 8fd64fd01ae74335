/**
 * What the whole extension does beside its work: nothing. Every surface opened and used once on the built extension,
 * then: axe-core finds nothing in what was put into the calendar or in any page of the extension (no rule off, nothing
 * excluded), no page violated its policy, and not one request left because of the extension.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "throughline-quiet-"));
const netLog = join(folder, "net-log.json");

const surfaces = [
  "popup.html",
  "sidepanel.html",
  "welcome.html",
  "coach.html",
  ...["today", "queue", "plan", "progress", "stakeholders", "journal", "settings"].map(
    (route) => `app.html#/${route}`,
  ),
];

let journey: Journey;
let page: Page;
const violations: string[] = [];
const undecided = new Set<string>();

beforeAll(async () => {
  journey = await startJourney({ extraArgs: [`--log-net-log=${netLog}`] });
  await journey.context.exposeBinding("policyViolated", ({ page: where }, said: string) => {
    violations.push(`${where.url()}: ${said}`);
  });
  await journey.context.addInitScript(() => {
    const { policyViolated } = globalThis as unknown as { policyViolated(said: string): Promise<void> };
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      void policyViolated(`${effectiveDirective} ${blockedURI}`);
    });
  });
  page = await journey.openCalendar();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until what is arriving in our hosts has arrived: axe would measure colours half faded in. */
function settled(where: Page): Promise<unknown> {
  return where.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll("*")]
        .flatMap(({ shadowRoot }) => shadowRoot?.getAnimations() ?? [])
        .map(({ finished }) => finished),
    ),
  );
}

/** Findings of axe, one sentence each; with `within`, only those inside elements of that name. */
async function findings(where: Page, name: string, within?: string): Promise<string[]> {
  await where.evaluate(axeSource);
  await settled(where);
  const results = await where.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const said = (list: AxeResults["violations"]) =>
    list.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => within === undefined || target.flat().join(" ").includes(within))
        .map(
          ({ target, failureSummary }) =>
            `${name}: ${id} at ${target.flat().join(" ")}: ${failureSummary ?? ""}`,
        ),
    );
  for (const sentence of said(results.incomplete)) undecided.add(sentence);
  return said(results.violations);
}

describe("axe-core on the built extension", () => {
  it("finds nothing in badges, card and pill in the calendar", async () => {
    await expectRightBadges(page, journey.week);
    const { ended, ahead } = journey.week;
    await capture(page, await chipId(page, ended), "offered").waitFor({ state: "attached" });
    expect(await findings(page, "pill", "throughline-")).toEqual([]);
    await openEvent(page, ahead);
    await page.locator("throughline-card").waitFor();
    expect(await findings(page, "card", "throughline-")).toEqual([]);
    await page.keyboard.press("Escape");
  });

  it("finds nothing in any page of the extension, with something in it", async () => {
    const own = await journey.openPage("app.html#/plan");
    await ask(own, "priority.save", askFirst);
    const id = await chipId(page, journey.week.ended);
    await page.reload();
    await capture(page, id, "offered").locator('[data-action="capture-missed"]').click();
    await capture(page, id, "stored").waitFor({ state: "attached" });
    await own.close();
    for (const path of surfaces) {
      const surface = await journey.openPage(path);
      await surface.locator("h1, h2, button").first().waitFor();
      expect(await findings(surface, path)).toEqual([]);
      await surface.close();
    }
    if (undecided.size > 0) console.log(`axe could not decide:\n${[...undecided].toSorted().join("\n")}`);
  }, 300_000);
});

describe("after every surface was used", () => {
  it("no page has violated its policy", () => {
    expect(violations).toEqual([]);
  });

  it("not one request has left because of the extension", async () => {
    const { extensionId } = journey;
    await journey.end();
    const requests = requestsIn(netLog);
    // The log itself works: the calendar page's own requests are in it.
    expect(requests.filter(({ url }) => url.startsWith("https://calendar.google.com/"))).not.toEqual([]);
    const ours = requests.filter(({ initiator }) => initiator.includes(extensionId));
    expect(ours.filter(({ url }) => /^(https?|wss?|ftp):/.test(url))).toEqual([]);
    const ofPage = requests.filter(({ initiator }) => initiator === "https://calendar.google.com");
    const foreign = ofPage.filter(
      ({ url }) => !/^https:\/\/calendar\.google\.com\/(__pages\/|__week\.json|calendar\/|favicon)/.test(url),
    );
    expect(foreign).toEqual([]);
  });
});

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; initiator?: string } }[];
}

/** Every request the browser began, with the origin that asked for it. */
function requestsIn(file: string): { url: string; initiator: string }[] {
  // Written by the browser that just ended.
  const { constants, events } = JSON.parse(readFileSync(file, "utf8")) as NetLog;
  const began = constants.logEventTypes["URL_REQUEST_START_JOB"];
  return events.flatMap(({ type, params }) =>
    type === began && params?.url !== undefined
      ? [{ url: params.url, initiator: params.initiator ?? "" }]
      : [],
  );
}
