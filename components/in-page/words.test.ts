import { describe, expect, it } from "vitest";
import { wordsFor } from "./words.ts";

const now = Date.parse("2026-11-24T09:18:00Z");
const at = (text: string) => Date.parse(text);
const words = wordsFor("en-GB", "UTC");

describe("until", () => {
  it.each([
    ["2026-11-24T10:00:00Z", "2026-11-24T11:30:00Z", "in 42 min"],
    ["2026-11-24T13:00:00Z", "2026-11-24T13:45:00Z", "in 3 h 42 min"],
    ["2026-11-24T11:18:00Z", "2026-11-24T12:00:00Z", "in 2 h"],
    ["2026-11-26T13:00:00Z", "2026-11-26T14:00:00Z", "Thu 26 Nov, in 2 days"],
    ["2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", "now"],
    ["2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", "ended 09:00"],
    ["2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z", "ended Mon 23 Nov, 09:00"],
  ])("%s to %s: %s", (start, end, text) => {
    expect(words.until(at(start), at(end), now)).toBe(text);
  });

  it("takes the start for the end where the end is unknown", () => {
    expect(words.until(at("2026-11-24T08:00:00Z"), null, now)).toBe("ended 08:00");
  });
});
