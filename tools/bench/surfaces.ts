/**
 * How soon the popup paints, beside an empty Preact popup: a page of a bare extension whose whole work is to render,
 * with Preact and the same styles, the very text the popup shows.
 */
import { equal } from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build as bundle } from "vite";
import { buildFolder, launchWithExtension } from "../../test/support/launch.ts";
import type { Launched } from "../../test/support/launch.ts";
import { root } from "../run.ts";

export interface BenchRow {
  name: string;
  /** Milliseconds, medians. */
  value: number;
  baseline: number;
  ratio: number;
}

const rounds = 21;
const warmUp = 3;

/** One element of the popup as it was rendered: tag, attributes, children. */
type Drawn = string | [tag: string, attributes: Record<string, string>, children: Drawn[]];

/** Rows for `npm run bench`. `build` is a folder of the end-to-end build. */
export async function rows(build = "e2e"): Promise<BenchRow[]> {
  const ours = await launchWithExtension({ build });
  const folder = mkdtempSync(join(tmpdir(), "throughline-empty-popup-"));
  try {
    const { drawn, text } = await popupAsDrawn(ours);
    await emptyPopup(folder, drawn, build);
    const bare = await launchWithExtension({ build: folder });
    try {
      equal((await popupAsDrawn(bare)).text, text, "both popups show the same text");
      const mine: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < rounds + warmUp; round += 1) {
        const [own, empty] = [await firstPaint(ours), await firstPaint(bare)];
        if (round < warmUp) continue;
        mine.push(own);
        theirs.push(empty);
      }
      const [value, baseline] = [median(mine), median(theirs)];
      return [{ name: "popup, first paint", value, baseline, ratio: value / baseline }];
    } finally {
      await bare.close();
    }
  } finally {
    await ours.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function popupAsDrawn(launched: Launched): Promise<{ drawn: Drawn[]; text: string }> {
  const page = await launched.openPage("popup.html");
  await page.locator("body :text-matches('.')").first().waitFor();
  await page.waitForFunction(() => document.querySelector("button, a") !== null);
  const found = await page.evaluate(() => {
    const draw = (node: Node): Drawn[] => {
      if (node instanceof Text) return [node.data];
      if (!(node instanceof Element) || node instanceof HTMLScriptElement) return [];
      const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
      return [[node.localName, attributes, [...node.childNodes].flatMap(draw)]];
    };
    return { drawn: [...document.body.childNodes].flatMap(draw), text: document.body.innerText.trim() };
  });
  await page.close();
  return found;
}

/** Opens the popup as a page and asks the browser when it first painted content, ms after the navigation began. */
async function firstPaint(launched: Launched): Promise<number> {
  const page = await launched.openPage("popup.html");
  const ms = await page.evaluate(
    () =>
      new Promise<number>((painted) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === "first-contentful-paint") painted(startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.close();
  return ms;
}

/** A bare extension whose popup renders what was drawn, with Preact and our own styles. */
async function emptyPopup(folder: string, drawn: Drawn[], build: string): Promise<void> {
  const source = join(folder, "source");
  const styles = readdirSync(join(buildFolder(build), "assets")).filter((name) =>
    /^(mount|popup)-.*\.css$/.test(name),
  );
  mkdirSync(source);
  for (const name of styles) cpSync(join(buildFolder(build), "assets", name), join(folder, name));
  writeFileSync(
    join(source, "popup.js"),
    `import { h, render } from "preact";
const make = (node) => typeof node === "string" ? node : h(node[0], node[1], ...node[2].map(make));
render(${JSON.stringify(drawn)}.map(make), document.body);`,
  );
  const links = styles.map((name) => `<link rel="stylesheet" href="/${name}">`).join("");
  writeFileSync(
    join(folder, "popup.html"),
    `<!doctype html><meta charset="utf-8"><title>Empty</title>${links}<script type="module" src="/popup.js"></script><body></body>`,
  );
  writeFileSync(join(folder, "background.js"), "");
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "Empty",
      version: "1",
      background: { service_worker: "background.js" },
      action: { default_popup: "popup.html" },
    }),
  );
  await bundle({
    configFile: false,
    publicDir: false,
    root,
    logLevel: "error",
    resolve: { alias: { preact: join(root, "node_modules/preact") } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: join(source, "popup.js"), formats: ["es"], fileName: () => "popup.js" },
    },
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
