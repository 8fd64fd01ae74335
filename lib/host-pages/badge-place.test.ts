import { describe, expect, it } from "vitest";
import { boxOf, isEndCovered, placeBadge } from "./badge-place.ts";
import type { BoxStyle } from "./badge-place.ts";

const style: BoxStyle = { top: "480px", height: "46px", left: "0%", right: "", width: "100%", zIndex: "4" };

const free = { covered: false, rtl: false };

describe("placeBadge", () => {
  it("stands astride the end edge of a box chip, in the page's own units", () => {
    const { where, host } = placeBadge("box", style, free);
    expect(where).toBe("beside");
    expect(host).toMatchObject({
      left: "calc(0% + 100% - 6px)",
      width: "12px",
      height: "12px",
      "z-index": "4",
    });
    expect(host).not.toHaveProperty("right");
  });

  it("stands at the first line of a tall chip and in the middle of a short one", () => {
    expect(placeBadge("box", style, free).host).toMatchObject({ top: "calc(480px + 4px)" });
    expect(placeBadge("box", { ...style, height: "10px" }, free).host).toMatchObject({
      top: "calc(480px + 10px / 2 - 6px)",
    });
  });

  it("moves into the start padding where the next chip lies over the end edge", () => {
    const { host, mark } = placeBadge("box", style, { covered: true, rtl: false });
    expect(host).toMatchObject({ left: "calc(0% + 1px)", width: "8px", height: "8px" });
    expect(mark).toMatchObject({ "inline-size": "8px" });
  });

  it("stands on the other side in pages that read from right to left, whichever side they measure from", () => {
    const rtl = { covered: false, rtl: true };
    const fromRight = { ...style, left: "", right: "10%", width: "50%" };
    expect(placeBadge("box", fromRight, rtl).host).toMatchObject({ right: "calc(10% + 50% - 6px)" });
    expect(placeBadge("box", style, rtl).host).toMatchObject({ left: "calc(0% - 6px)" });
    expect(placeBadge("box", fromRight, { covered: true, rtl: true }).host).toMatchObject({
      right: "calc(10% + 1px)",
    });
  });

  it("stays inside a box chip whose geometry it does not know", () => {
    expect(placeBadge("box", { ...style, top: "" }, free).where).toBe("child");
  });

  it("never takes part in the page's layout or its pointer events", () => {
    for (const layout of ["box", "bar", "line", "row"] as const) {
      expect(placeBadge(layout, style, free).host).toMatchObject({
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
