import { expect, test } from "vitest";
import { digestOfTables, modelVersion, recordedDigest } from "./version.ts";

test("terms, weights or rules do not change without a new version and its digest", () => {
  expect(
    digestOfTables(),
    `Raise modelVersion (now ${modelVersion}) in version.ts and record this digest beside it.`,
  ).toBe(recordedDigest);
});
