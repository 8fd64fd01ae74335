/**
 * `npm run bench [-- words]`: every measurement of tools/bench, one row each, `name<TAB>value<TAB>baseline<TAB>ratio`.
 * Each compares with a baseline in the same run; the files say which, and check that both give the same. Words choose
 * files by name. `--no-build` takes the e2e build as it stands.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "../test/support/browser.ts";
import { build } from "./run.ts";

interface BenchRow {
  name: string;
  value: number;
  baseline: number;
  ratio: number;
}

const given = process.argv.slice(2);
const words = given.filter((word) => word !== "--no-build");
const folder = join(import.meta.dirname, "bench");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .toSorted()
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)));

ensureBrowser();
if (!given.includes("--no-build")) await build("build:e2e");
for (const file of files) {
  try {
    // Every file of the folder has this one export; a file without it is a mistake worth a failure.
    const { rows } = (await import(join(folder, file))) as { rows(): Promise<BenchRow[]> };
    for (const { name, value, baseline, ratio } of await rows()) {
      console.log([name, shown(value), shown(baseline), ratio.toFixed(2)].join("\t"));
    }
  } catch (thrown) {
    console.error(`${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    process.exitCode = 1;
  }
}

/** Three significant digits, whole numbers from 100 on. */
function shown(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
