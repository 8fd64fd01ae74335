import { describe, expect, it } from "vitest";
import { isScaled, isShownPlainly } from "./plain-sight.ts";

const plain = { opacity: "1", filter: "none", maskImage: "none", mixBlendMode: "normal" };
const within = (change: Partial<typeof plain>) => isShownPlainly([plain, { ...plain, ...change }, plain]);

describe("what a page may do to itself", () => {
  it("being itself, or recoloured as dark modes do it, hides nothing", () => {
    expect(isShownPlainly([plain, plain])).toBe(true);
    expect(within({ filter: "invert(1) hue-rotate(180deg)" })).toBe(true);
    expect(within({ filter: "invert(0.9) hue-rotate(180deg) brightness(1.05) contrast(0.9)" })).toBe(true);
    expect(within({ filter: "grayscale(1)" })).toBe(true);
  });

  it("being see-through hides, also by many ancestors together", () => {
    expect(within({ opacity: "0.05" })).toBe(false);
    const half = { ...plain, opacity: "0.94" };
    expect(isShownPlainly([half])).toBe(true);
    expect(isShownPlainly([half, half])).toBe(false);
  });

  it("filters that fade, blur, black out or come from elsewhere hide", () => {
    for (const filter of [
      "opacity(0.01)",
      "blur(20px)",
      "brightness(0)",
      "contrast(0)",
      'url("#gone")',
      "invert(1) opacity(0)",
      "drop-shadow(rgb(0, 0, 0) 900px 0px 0px)",
    ]) {
      expect(within({ filter }), filter).toBe(false);
    }
  });

  it("masks and blending hide", () => {
    expect(within({ maskImage: "linear-gradient(rgba(0, 0, 0, 0))" })).toBe(false);
    expect(within({ mixBlendMode: "multiply" })).toBe(false);
  });
});

describe("being drawn in another size", () => {
  const own = { width: 320, height: 240 };

  it("is noticed either way, and when turned", () => {
    expect(isScaled({ width: 32, height: 24 }, own)).toBe(true);
    expect(isScaled({ width: 3200, height: 2400 }, own)).toBe(true);
    expect(isScaled({ width: 240, height: 320 }, own)).toBe(true);
  });

  it("is not seen in a rounding of the page's", () => {
    expect(isScaled({ width: 320.4, height: 239.6 }, own)).toBe(false);
  });
});
