/**
 * `npm run test:e2e [-- words]`: builds the e2e and the shipped extensions once, then runs the journeys of test/e2e in
 * real browsers. Words choose files by name. `--no-build` takes the builds as they stand.
 */
import { ensureBrowser } from "../test/support/browser.ts";
import { ensureFirefox } from "../test/support/firefox.ts";
import { build, run } from "./run.ts";

const given = process.argv.slice(2);
const words = given.filter((word) => word !== "--no-build");

try {
  ensureBrowser();
  ensureFirefox();
  if (!given.includes("--no-build")) {
    await build("build:e2e");
    await build("build");
    await build("build:firefox:e2e");
    await build("build:firefox");
  }
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  process.exit(1);
}
const { code } = await run("vitest", ["run", "--config", "vitest.e2e.config.ts", ...words]);
process.exit(code);
