import { expect, test } from "vitest";
import { aliasesForGoogleId, aliasesForUid, googleSeriesId } from "./identity.ts";

test("an occurrence made in Google has the same alias from the page and from a file", () => {
  const fromPage = aliasesForGoogleId("4q8b2l0m3c5d6e7f8g9h0i1j2k_20261125T090000Z");
  const fromFile = aliasesForUid("4q8b2l0m3c5d6e7f8g9h0i1j2k@google.com", {
    startMs: Date.UTC(2026, 10, 25, 9),
  });
  expect(fromFile.filter((alias) => fromPage.includes(alias))).toHaveLength(1);
});

test("an event that came in by invitation shares its original UID", () => {
  const uid = "040000008200E00074C5B7101A82E008";
  const encoded = [...Buffer.from(uid)]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("")
    .match(/.{1,5}/g)
    ?.map((bits) => Number.parseInt(bits.padEnd(5, "0"), 2).toString(32))
    .join("");
  expect(aliasesForGoogleId(`_${encoded}`)).toContain(`uid:${uid}`);
});

test("an all-day occurrence is named by its date", () => {
  expect(aliasesForUid("x@google.com", { date: "2026-11-26" })).toContain("google:x_20261126");
  expect(googleSeriesId("x_20261126")).toBe("x");
});

test("an id with an underscore that is no occurrence has no series", () => {
  expect(googleSeriesId("20261126_1fx0fixturehol1day0demo0")).toBeNull();
});
