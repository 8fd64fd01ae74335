import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["{components,entrypoints,lib,tools}/**/*.test.{ts,tsx}", "test/*.test.{ts,tsx}"],
    environment: "node",
    restoreMocks: true,
    retry: 0,
  },
});
