import { describe, expect, it } from "vitest";
import { spokenSighting } from "./spoken-sighting.ts";

const text = {
  shown: ["Review", "9 – 10am"],
  spoken: "9am to 10am, Review, Dana, Accepted, No location, November 25, 2026",
};

describe("spokenSighting", () => {
  it("gives the same object for the same texts, so that nothing after it need be done again", () => {
    const first = spokenSighting("a", text, "2026-11-25", "en");
    expect(first).toMatchObject({ title: "Review", startMinutes: 540, startDate: "2026-11-25" });
    expect(spokenSighting("a", { ...text }, "2026-11-25", "en")).toBe(first);
  });

  it("tells events, days and languages with the same texts apart", () => {
    const first = spokenSighting("a", text, "2026-11-25", "en");
    expect(spokenSighting("b", text, "2026-11-25", "en")).toMatchObject({ id: "b" });
    expect(spokenSighting("a", text, "2026-11-26", "en")).toMatchObject({ startDate: "2026-11-26" });
    expect(spokenSighting("a", text, "2026-11-25", "nl")).toBeNull();
    expect(spokenSighting("a", text, "2026-11-25", "en")).toBe(first);
  });

  it("reads a changed text anew", () => {
    const moved = { shown: ["Review", "11am"], spoken: text.spoken.replace("9am to 10am", "11am to 12pm") };
    expect(spokenSighting("a", moved, "2026-11-25", "en")).toMatchObject({ startMinutes: 660 });
  });
});
