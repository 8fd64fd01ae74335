/**
 * The build as shipped, on a screen, with the browser's own permission prompt: refused once and then accepted by real
 * key presses. Nothing is granted at install; after the grant the page script is registered and the badges are there.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveCalendar } from "../support/calendar-page.ts";
import type { CalendarServer } from "../support/calendar-page.ts";
import { launchWithExtension } from "../support/launch.ts";
import type { Launched } from "../support/launch.ts";
import { addDays, dayStart } from "../support/local-days.ts";
import { openScreen } from "../support/screen.ts";
import type { Screen } from "../support/screen.ts";

let screen: Screen;
let calendar: CalendarServer;
let launched: Launched;
let welcome: Page;

beforeAll(async () => {
  screen = await openScreen();
  calendar = await serveCalendar();
  launched = await launchWithExtension({
    build: "shipped",
    extraArgs: calendar.args,
    headless: false,
    viewport: null,
    env: { DISPLAY: screen.display },
  });
});
afterAll(async () => {
  await launched.close();
  await calendar.close();
  await screen.close();
});

interface Granted {
  chrome: {
    permissions: { getAll(): Promise<{ origins?: string[] }> };
    scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
  };
}

const grantedHosts = () =>
  welcome.evaluate(
    async () => (await (globalThis as unknown as Granted).chrome.permissions.getAll()).origins ?? [],
  );
const registeredFor = () =>
  welcome.evaluate(async () => {
    const scripts = await (globalThis as unknown as Granted).chrome.scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches }) => matches ?? []);
  });
/** Elements of ours in a page; the shipped build marks them with nothing but their name. */
const ours = (page: Page) =>
  page.locator("throughline-badge, throughline-card, throughline-capture, throughline-notice");

function windowOnScreen(): string {
  const [window] = screen.windows("Throughline");
  if (window === undefined) throw new Error("The browser's window is not on the screen.");
  return window;
}

/** Whether a key that does nothing reaches the page: it does not while a prompt of the browser has the keyboard. */
async function keysReachPage(): Promise<boolean> {
  await welcome.evaluate(() => {
    Object.assign(globalThis, { keySeen: false });
    addEventListener("keydown", () => Object.assign(globalThis, { keySeen: true }), { once: true });
  });
  screen.press(windowOnScreen(), "Shift_L");
  return welcome
    .waitForFunction(() => (globalThis as unknown as { keySeen: boolean }).keySeen, undefined, {
      timeout: 500,
    })
    .then(() => true)
    .catch(() => false); // no key within half a second: something else has the keyboard
}

/** Presses the button that asks, waits until the prompt has taken the keyboard from the page, and answers it. */
async function askAndAnswer(...keys: string[]): Promise<void> {
  await welcome.bringToFront();
  await expect.poll(keysReachPage, { timeout: 10_000 }).toBe(true);
  await welcome.getByRole("button", { name: "Use page" }).click();
  await expect.poll(keysReachPage, { timeout: 10_000 }).toBe(false);
  screen.press(windowOnScreen(), ...keys);
}

describe("the shipped extension and the browser's own prompt", () => {
  it("opens the welcome page when it is installed", async () => {
    const find = () => launched.context.pages().find((page) => page.url().endsWith("/welcome.html"));
    await expect.poll(find, { timeout: 15_000 }).toBeDefined();
    welcome = find() ?? (await launched.openPage("welcome.html"));
    await welcome.getByRole("button", { name: "Use page" }).waitFor();
  });

  it("is granted nothing at install, and does nothing in the calendar", async () => {
    expect(await grantedHosts()).toEqual([]);
    expect(await registeredFor()).toEqual([]);
    const page = await launched.context.newPage();
    await page.goto(calendar.googleUrl("week", { slow: 0, churn: "off" }));
    await page.locator("[data-eventchip]").first().waitFor();
    expect(await ours(page).count()).toBe(0);
    await page.close();
  });

  it("takes a refusal: nothing is granted or registered, and the page says what works without", async () => {
    await askAndAnswer("Escape");
    await welcome.getByText("The browser said no.", { exact: false }).waitFor();
    expect(await grantedHosts()).toEqual([]);
    expect(await registeredFor()).toEqual([]);
  });

  it("asks again when pressed again, and is granted that one site alone", async () => {
    // The prompt stands on its refusing button; the other one is a Tab away.
    await askAndAnswer("Tab", "Return");
    await welcome.getByText("Google Calendar can be read.", { exact: false }).waitFor();
    expect(await grantedHosts()).toEqual(["https://calendar.google.com/*"]);
    await expect.poll(registeredFor).toEqual(["https://calendar.google.com/*"]);
  });

  it("badges the flagged events of the calendar, in closed roots and with nothing said in attributes", async () => {
    const { week } = calendar;
    const shown = week.events.filter(
      ({ startMs, endMs, expect: kind }) =>
        kind !== "ordinary" &&
        startMs < addDays(dayStart(week.nowMs), 5) &&
        endMs > addDays(dayStart(week.nowMs), -2),
    );
    const page = await launched.context.newPage();
    await page.goto(calendar.googleUrl("week", { slow: 0, churn: "off" }));
    const overMidnight = shown.filter(
      ({ startMs, endMs }) => dayStart(startMs) !== dayStart(endMs - 1),
    ).length;
    await expect
      .poll(() => page.locator("throughline-badge").count(), { timeout: 20_000 })
      .toBe(shown.length + overMidnight);
    const told = await page
      .locator("throughline-badge")
      .evaluateAll((hosts) =>
        hosts.flatMap((host) => [
          ...(host.shadowRoot === null ? [] : ["an open root"]),
          ...host.getAttributeNames().filter((name) => name.startsWith("data-")),
          ...(host.textContent === "" ? [] : [host.textContent]),
        ]),
      );
    expect(told).toEqual([]);
    await page.close();
  });

  it("shows the first high-stakes meetings of this calendar in the welcome page", async () => {
    await welcome.bringToFront();
    await welcome.getByText(calendar.week.ahead.title).first().waitFor();
  });
});
