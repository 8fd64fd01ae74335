import { defineConfig } from "vitest/config";

/** Journeys in a real browser: one at a time, patient, never repeated. `npm run test:e2e` builds first. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/e2e/**/*.e2e.ts"],
    environment: "node",
    // Forked, so that a journey can move the zone of its own process.
    pool: "forks",
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
