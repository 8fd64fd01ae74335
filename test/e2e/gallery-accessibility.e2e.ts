/**
 * axe-core over every state of every surface: light, dark, high contrast, right to left. No rule is off, nothing is
 * excluded. What axe could not decide is listed, so that somebody can look.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, Result } from "axe-core";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveGallery } from "../../tools/gallery.ts";
import type { ServedGallery } from "../../tools/gallery.ts";
import { ensureBrowser } from "../support/browser.ts";
import { isRoot } from "../support/programs.ts";
import type { Look } from "../gallery/look.ts";

/** Ninety states on a slow computer take minutes, and a single one seconds. */
const perLookMs = 400_000;

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const looks = {
  light: { theme: "light", contrast: "usual", dir: "ltr" },
  dark: { theme: "dark", contrast: "usual", dir: "ltr" },
  contrast: { theme: "light", contrast: "more", dir: "ltr" },
  "right to left": { theme: "light", contrast: "usual", dir: "rtl" },
} satisfies Record<string, Omit<Look, "exhibit">>;

let gallery: ServedGallery;
let browser: Browser;
let page: Page;
const undecided = new Set<string>();
const pageErrors: string[] = [];

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    chromiumSandbox: !isRoot(),
  });
  page = await browser.newPage();
  page.on("pageerror", (error) => pageErrors.push(error.message));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(gallery.url);
  await page.evaluate(axeSource);
});

afterAll(async () => {
  if (undecided.size > 0) {
    console.log(`axe could not decide, for a person to look at:\n${[...undecided].toSorted().join("\n")}`);
  }
  await browser.close();
  await gallery.close();
});

/** One sentence per finding: which rule, where, why. */
function sentences(exhibit: string, results: readonly Result[]): string[] {
  return results.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any, all, none }) =>
        `${exhibit}: ${id} at ${target.join(" ")} (${[...any, ...all, ...none].map(({ message }) => message).join("; ")})`,
    ),
  );
}

async function check(exhibit: string, width: number, look: Omit<Look, "exhibit">): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate((whole) => window.gallery.show(whole), { exhibit, ...look });
  const results = await page.evaluate(
    // Set into the page above; its types are not the page's.
    () => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  for (const { id, nodes } of results.incomplete) {
    undecided.add(`${id} in ${exhibit} (${nodes.length})`);
  }
  return sentences(exhibit, results.violations);
}

describe("accessibility of every state of every surface", () => {
  test.each(Object.entries(looks))(
    "has no violations in %s",
    async (_name, look) => {
      const exhibits = await page.evaluate(() => window.gallery.ids);
      expect(exhibits.length).toBeGreaterThan(60);
      const violations: string[] = [];
      for (const { id, width } of exhibits) violations.push(...(await check(id, width, look)));
      expect(violations).toEqual([]);
    },
    perLookMs,
  );

  test("nothing is wider than its window at 200 % zoom, in either direction", async () => {
    const exhibits = await page.evaluate(() => window.gallery.ids);
    const sideways: string[] = [];
    for (const { id, width } of exhibits) {
      await page.setViewportSize({ width: Math.max(320, Math.round(width / 2)), height: 450 });
      for (const dir of ["ltr", "rtl"]) {
        await page.evaluate((whole) => window.gallery.show(whole), { exhibit: id, ...looks.light, dir });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) sideways.push(`${id}, ${dir}: ${overflow} px wider than its window`);
      }
    }
    expect(sideways).toEqual([]);
  });

  test.each(["queue/usual", "queue/overfull"])("%s prints on one page", async (exhibit) => {
    await page.evaluate((whole) => window.gallery.show(whole), { exhibit, ...looks.light });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  test("draws every state without an error, but for the one that is drawn to be caught", () => {
    expect(pageErrors).toEqual([]);
  });
});
