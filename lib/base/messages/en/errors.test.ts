import { expect, test } from "vitest";
import { errorCodes } from "../../errors.ts";
import { errors } from "./errors.ts";

test("every error code has one sentence, and every sentence a code", () => {
  const keys = errorCodes.map((code) => `error.${code}`);
  expect(Object.keys(errors).toSorted()).toEqual(keys.toSorted());
});
