/**
 * `npm test`: everything that can be checked on this computer, one suite after the other. Ends with one line,
 * `N passed, N failed`. A skipped test counts as failed, and so does a suite that could not run.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "../test/support/browser.ts";
import { ensureFirefox } from "../test/support/firefox.ts";
import { build, run } from "./run.ts";
import type { Ran } from "./run.ts";

interface Counted {
  passed: number;
  failed: number;
  /** Shown when something failed. */
  output: string;
}

type Suite = () => Promise<Counted>;

const reports = mkdtempSync(join(tmpdir(), "throughline-test-"));

const suites: Record<string, Suite> = {
  lint: () => script("check:lint"),
  format: () => script("check:format"),
  types: () => script("check:types"),
  unit: () => tests("unit", ["run"]),
  builds,
  size: () => program("node", ["tools/size.ts", "--no-build"]),
  browser: async () => ({ passed: 1, failed: 0, output: ensureBrowser() }),
  firefox: async () => ({ passed: 1, failed: 0, output: ensureFirefox() }),
  journeys: () => tests("journeys", ["run", "--config", "vitest.e2e.config.ts"]),
};

const ok = ({ code, output }: Ran): Counted => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  output,
});

const program = async (name: string, args: string[]) => ok(await run(name, args, { quiet: true }));
const script = (name: string) => program("npm", ["run", "-s", name]);

async function builds(): Promise<Counted> {
  const names = ["build", "build:e2e", "build:firefox", "build:firefox:e2e"] as const;
  for (const name of names) await build(name);
  return { passed: names.length, failed: 0, output: "" };
}

/** The part of vitest's JSON report that is counted. */
interface Report {
  numTotalTests: number;
  numPassedTests: number;
  testResults: { status: string; name: string; message: string; assertionResults: unknown[] }[];
}

/** A run of vitest. What is not passed is failed: failing, skipped, to do, and files that could not be loaded. */
async function tests(name: string, args: string[]): Promise<Counted> {
  const file = join(reports, `${name}.json`);
  const ran = await run(
    "vitest",
    [...args, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    {
      quiet: true,
      env: { NO_COLOR: "1" },
    },
  );
  // Written by vitest itself just now.
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const failed = report.numTotalTests - report.numPassedTests + unloaded;
  // An error outside of any test fails the run although every test passed; no test at all is no success either.
  const otherwise = failed === 0 && (ran.code !== 0 || report.numTotalTests === 0) ? 1 : 0;
  return { passed: report.numPassedTests, failed: failed + otherwise, output: ran.output };
}

async function runSuite(name: string, suite: Suite): Promise<Counted> {
  const started = performance.now();
  let counted: Counted;
  try {
    counted = await suite();
  } catch (thrown) {
    counted = { passed: 0, failed: 1, output: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (counted.failed > 0) console.log(`\n${counted.output.trim()}\n`);
  console.log(`${name.padEnd(9)} ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`);
  return counted;
}

const total = { passed: 0, failed: 0 };
for (const [name, suite] of Object.entries(suites)) {
  const { passed, failed } = await runSuite(name, suite);
  total.passed += passed;
  total.failed += failed;
}
rmSync(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
