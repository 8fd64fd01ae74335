/**
 * No capture is lost and none is doubled, whenever the background dies. The moment of each kill is drawn before the
 * click; into which part of the filing it fell is told afterwards from measured times. Also the sudden death of every
 * browser process right after "stored".
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as until } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reflection } from "../../lib/domain/reflection.ts";
import { serveCalendar } from "../support/calendar-page.ts";
import type { CalendarServer } from "../support/calendar-page.ts";
import { ask, capture, chipId, startJourney } from "../support/journey.ts";
import type { Journey } from "../support/journey.ts";
import { killTree } from "../support/processes.ts";
import { pick, randomFrom } from "../support/seeded-names.ts";

const killsEach = 30;
/** More clicks than this mean that the draw misses its aim, which is a failure of the test itself. */
const mostRounds = 500;
const answers = ["did", "partly", "missed", "not-applicable"] as const;

const phases = ["before the outbox write", "between write and commit", "after the commit"] as const;
type Phase = (typeof phases)[number];

/** Where the kills are aimed, ms after the click. What counts is where they fell. */
const aims: Record<Phase, [number, number]> = {
  "before the outbox write": [-120, -15],
  "between write and commit": [0, 90],
  "after the commit": [40, 400],
};

/** What the pages saw of one click, all in ms since the epoch on one clock. */
interface Times {
  /** The pill showed the press. */
  pressed: number | null;
  /** The outbox entry was seen in extension storage; the write itself was earlier. */
  written: number | null;
}

async function journalOf(own: Page): Promise<Reflection[]> {
  const { entries } = await ask(own, "journal.get", { search: "", before: null, limit: 100 });
  return entries.map(({ reflection }) => reflection);
}

describe("the background is killed around a capture", () => {
  let journey: Journey;
  let page: Page;
  let own: Page;
  let id: string;
  const random = randomFrom(`kills/${Date.now()}`);

  beforeAll(async () => {
    journey = await startJourney();
    own = await journey.openPage("app.html#/settings");
    page = await journey.openCalendar("day");
    id = await chipId(page, journey.week.ended);
    await capture(page, id, "offered").waitFor({ state: "attached" });
    await watch(page, own);
  });
  afterAll(() => journey.end());

  it(
    `loses none and doubles none in at least ${killsEach} kills of each kind`,
    async () => {
      const fell: Record<Phase | "in the write itself", number> = {
        "before the outbox write": 0,
        "between write and commit": 0,
        "after the commit": 0,
        "in the write itself": 0,
      };
      let rounds = 0;
      for (; phases.some((phase) => fell[phase] < killsEach) && rounds < mostRounds; rounds += 1) {
        const lacking = phases.filter((phase) => fell[phase] < killsEach);
        const [first = "after the commit", ...others] = lacking;
        fell[await round(pick(random, [first, ...others]))] += 1;
      }
      console.log(
        `${rounds} captures, kills: ${phases.map((phase) => `${fell[phase]} ${phase}`).join(", ")}`,
      );
      for (const phase of phases) expect(fell[phase], phase).toBeGreaterThanOrEqual(killsEach);
    },
    10 * 60_000,
  );

  /** One click and one kill. Throws when the capture is lost, doubled or changed. */
  async function round(aim: Phase): Promise<Phase | "in the write itself"> {
    // Everything is drawn before the click: the answer, whether the background sleeps, the moment of the kill.
    const answer = pick(random, answers);
    const asleep = random() < 0.5;
    const [from, to] = aims[aim];
    const delayMs = from + random() * (to - from);

    if (asleep) await journey.killServiceWorker();
    const box = await capture(page, id, "offered").locator(`[data-action="capture-${answer}"]`).boundingBox();
    if (box === null) throw new Error(`No button for ${answer} can be seen.`);
    await forget(page, own);
    const clickAt = Date.now() + 130;
    const click = until(clickAt - Date.now()).then(() =>
      page.mouse.click(box.x + box.width / 2, box.y + box.height / 2),
    );
    const kill = until(clickAt + delayMs - Date.now()).then(async () => {
      const started = Date.now();
      await journey.killServiceWorker();
      return { started, done: Date.now() };
    });
    await click;
    const killed = await kill;
    await capture(page, id, "stored").waitFor({ state: "attached", timeout: 15_000 });

    const filed = await journalOf(own);
    expect(
      filed.map((reflection) => reflection.answer),
      `${aim}, ${Math.round(delayMs)} ms`,
    ).toEqual([answer]);
    expect(await outboxKeys(own)).toEqual([]);
    const times = await timesOf(page, own);
    await capture(page, id, "stored").locator('[data-action="undo"]').click();
    await capture(page, id, "offered").waitFor({ state: "attached" });
    expect(await journalOf(own)).toEqual([]);
    return fallen(killed, times, filed[0]?.updatedAtMs ?? 0);
  }
});

/**
 * Into which part a kill fell. The record's own time tells which background filed it: a transaction that was not
 * committed before the kill leaves nothing, so a record older than the kill was committed by the one that died.
 */
function fallen(
  killed: { started: number; done: number },
  times: Times,
  filedAtMs: number,
): Phase | "in the write itself" {
  if (times.pressed === null || times.written === null) throw new Error("The click was not seen.");
  if (killed.done <= times.pressed) return "before the outbox write";
  if (filedAtMs <= killed.started) return "after the commit";
  if (killed.started >= times.written && filedAtMs > killed.done) return "between write and commit";
  return "in the write itself";
}

describe("every browser process dies at once", () => {
  let calendar: CalendarServer;
  let profileDir: string;

  beforeAll(async () => {
    calendar = await serveCalendar();
    profileDir = mkdtempSync(join(tmpdir(), "throughline-durable-"));
  });
  afterAll(async () => {
    await calendar.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it.each([
    ["with the background awake", false],
    ["with the background just killed", true],
    ["with the background awake, once more", false],
  ])(
    "what showed as stored is there after the restart, %s",
    async (_name, asleep) => {
      const before = await startJourney({ calendar, profileDir });
      const page = await before.openCalendar("day");
      const id = await chipId(page, calendar.week.ended);
      await capture(page, id, "offered").waitFor({ state: "attached" });
      if (asleep) await before.killServiceWorker();
      await capture(page, id, "offered").locator('[data-action="capture-missed"]').click();
      await capture(page, id, "stored").waitFor({ state: "attached" });
      await killTree(profileDir);
      await before.context.close().catch(() => undefined); // its browser is dead: nothing is left to close

      const after = await startJourney({ calendar, profileDir });
      const own = await after.openPage("app.html#/queue");
      const [filed, ...more] = await journalOf(own);
      expect(filed?.answer).toBe("missed");
      expect(more).toEqual([]);
      if (filed !== undefined) {
        await ask(own, "capture.undo", { eventKey: filed.eventKey, priorityId: filed.priorityId });
      }
      await after.end();
    },
    60_000,
  );
});

interface Seen {
  seen: { atMs: number; what: string }[];
}

/** Lets both pages write down, with times, what they see: the pill's states, and entries of the outbox. */
async function watch(page: Page, own: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen["seen"] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const what = document.querySelector("throughline-capture")?.getAttribute("data-state") ?? "none";
      if (seen.at(-1)?.what !== what) seen.push({ atMs: Date.now(), what });
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["data-state"],
    });
  });
  await own.evaluate(() => {
    const seen: Seen["seen"] = [];
    Object.assign(globalThis, { seen });
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: {
          onChanged: { addListener(run: (changes: Record<string, { newValue?: unknown }>) => void): void };
        };
      };
    };
    chrome.storage.onChanged.addListener((changes) => {
      for (const [key, { newValue }] of Object.entries(changes)) {
        if (key.startsWith("outbox/"))
          seen.push({ atMs: Date.now(), what: newValue === undefined ? "removed" : "written" });
      }
    });
  });
}

async function forget(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await page.evaluate(() => {
      (globalThis as unknown as Seen).seen.length = 0;
    });
  }
}

async function timesOf(page: Page, own: Page): Promise<Times> {
  const first = (where: Page, wanted: string) =>
    where.evaluate(
      (what) => (globalThis as unknown as Seen).seen.find((each) => each.what === what)?.atMs ?? null,
      wanted,
    );
  return { pressed: await first(page, "storing"), written: await first(own, "written") };
}

function outboxKeys(own: Page): Promise<string[]> {
  return own.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(keys: null): Promise<Record<string, unknown>> } } };
    };
    return Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith("outbox/"));
  });
}
