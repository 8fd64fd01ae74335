import { describe, expect, it } from "vitest";
import { boxOf, isEndCovered, placeBadge } from "./badge-place.ts";
import type { BoxStyle } from "./badge-place.ts";

const style: BoxStyle = { top: "480px", height: "46px", left: "0%", right: "", width: "100%", zIndex: "4" };

describe("placeBadge", () => {
  it("gives the frame of a box chip exactly the geometry the page gave the chip", () => {
    const { where, host } = placeBadge("box", style, false);
    expect(where).toBe("frame");
    expect(host).toMatchObject({ top: "480px", height: "46px", left: "0%", width: "100%", "z-index": "4" });
    expect(host).not.toHaveProperty("right");
  });

  it("stands astride the end edge, at the first line of a tall chip and in the middle of a short one", () => {
    expect(placeBadge("box", style, false).mark).toMatchObject({
      "inset-inline-end": "-6px",
      "inset-block-start": "4px",
    });
    expect(placeBadge("box", { ...style, height: "10px" }, false).mark).toMatchObject({
      "inset-block-start": "50%",
      "margin-block-start": "-6px",
    });
  });

  it("moves into the start padding where the next chip lies over the end edge", () => {
    expect(placeBadge("box", style, true).mark).toMatchObject({
      "inset-inline-start": "1px",
      "inline-size": "8px",
    });
  });

  it("stays inside a box chip whose geometry it does not know", () => {
    expect(placeBadge("box", { ...style, top: "" }, false).where).toBe("child");
  });

  it("never takes part in the page's layout or its pointer events", () => {
    for (const layout of ["box", "bar", "line", "row"] as const) {
      expect(placeBadge(layout, style, false).host).toMatchObject({
        position: "absolute",
        "pointer-events": "none",
      });
    }
  });
});

describe("isEndCovered", () => {
  const box = boxOf({ ...style, width: "85%" });
  const next = boxOf({ ...style, left: "50%", width: "50%", zIndex: "5" });
  if (box === null || next === null) throw new Error("the specimens are boxes");

  it("sees a chip of the next lane over the end edge", () => {
    expect(isEndCovered(box, [next])).toBe(true);
  });

  it("ignores a chip that starts lower than the mark, or where the first one ends", () => {
    expect(isEndCovered(box, [{ ...next, top: 510 }])).toBe(false);
    expect(isEndCovered(box, [{ ...next, start: 85 }])).toBe(false);
  });
});

describe("boxOf", () => {
  it("reads right instead of left in right-to-left pages", () => {
    expect(boxOf({ ...style, left: "", right: "25%" })?.start).toBe(25);
  });

  it("is nothing for a chip without inline geometry", () => {
    expect(boxOf({ ...style, top: "" })).toBeNull();
    expect(boxOf({ ...style, left: "", right: "" })).toBeNull();
  });
});
