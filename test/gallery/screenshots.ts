/** Pictures of every surface for the documentation, light and dark, taken from the gallery. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import type { ServedGallery } from "../../tools/gallery.ts";
import { ensureBrowser } from "../support/browser.ts";
import { isRoot } from "../support/programs.ts";
import { smallPng } from "./small-png.ts";

/** Surfaces by the name of their picture, and the state that shows them best. */
const pictures = {
  popup: "popup/usual",
  "popup-first-run": "popup/first-run",
  "side-panel-before": "sidepanel/before",
  "side-panel-after": "sidepanel/captured",
  today: "today/usual",
  queue: "queue/usual",
  plan: "plan/usual",
  progress: "progress/usual",
  stakeholders: "stakeholders/usual",
  journal: "journal/usual",
  settings: "settings/usual",
  welcome: "welcome/usual",
  coach: "coach/usual",
  card: "in-page-card/high-stakes",
  pill: "in-page-pill/offered",
} as const;

/** Writes `<name>-<theme>.png` into `folder`; returns the names. */
export async function takeScreenshots(gallery: ServedGallery, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), chromiumSandbox: !isRoot() });
  const page = await browser.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(gallery.url);
  const ids = await page.evaluate(() => window.gallery.ids);
  const written: string[] = [];
  for (const theme of ["light", "dark"]) {
    for (const [name, exhibit] of Object.entries(pictures)) {
      const width = ids.find(({ id }) => id === exhibit)?.width;
      if (width === undefined) throw new Error(`${exhibit} is not in the gallery.`);
      // As tall as the content, so that what sticks to the foot of the window stands at the end.
      await page.setViewportSize({ width, height: 400 });
      await page.evaluate((look) => window.gallery.show(look), {
        exhibit,
        theme,
        contrast: "usual",
        dir: "ltr",
      });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height });
      const file = `${name}-${theme}.png`;
      const part = exhibit.startsWith("in-page") ? page.locator(".parts-sheet > div") : null;
      writeFileSync(join(folder, file), await smaller(page, await (part ?? page).screenshot()));
      written.push(file);
    }
  }
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate((look) => window.gallery.show(look), {
    exhibit: "queue/usual",
    theme: "light",
    contrast: "usual",
    dir: "ltr",
  });
  writeFileSync(join(folder, "queue-print.png"), await smaller(page, await page.screenshot()));
  await browser.close();
  return [...written, "queue-print.png"];
}

/** The same picture with a palette. The browser itself takes the PNG apart. */
async function smaller(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, base64 } = await page.evaluate(async (given) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${given}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const drawing = canvas.getContext("2d");
    if (drawing === null) throw new Error("this browser cannot draw");
    drawing.drawImage(bitmap, 0, 0);
    const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
    const whole = new Blob([data]);
    const text = await new Promise<string>((read, fail) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => read(typeof reader.result === "string" ? reader.result : ""));
      reader.addEventListener("error", () => fail(new Error("the picture could not be read back")));
      reader.readAsDataURL(whole);
    });
    return { width: bitmap.width, height: bitmap.height, base64: text.slice(text.indexOf(",") + 1) };
  }, png.toString("base64"));
  return smallPng({ width, height, data: Buffer.from(base64, "base64") });
}
