import { describe, expect, it } from "vitest";
import { placeBeside, placeOnPage } from "./float-place.ts";

const card = { width: 340, height: 400 };
const window = { width: 1280, height: 800 };

describe("placeBeside", () => {
  it("stands at the end side of the pop-up when there is room", () => {
    expect(placeBeside({ left: 300, top: 120, width: 448, height: 300 }, null, card, window, "ltr")).toEqual({
      left: 756,
      top: 120,
    });
  });

  it("goes to the start side when the end side is full, and the other way round in right-to-left pages", () => {
    const anchor = { left: 700, top: 120, width: 448, height: 300 };
    expect(placeBeside(anchor, null, card, window, "ltr").left).toBe(352);
    const between = { left: 400, top: 120, width: 448, height: 300 };
    expect(placeBeside(between, null, card, window, "ltr").left).toBe(856);
    expect(placeBeside(between, null, card, window, "rtl").left).toBe(52);
  });

  it("leaves the chip that was opened clear where there is room beyond it", () => {
    const anchor = { left: 700, top: 120, width: 448, height: 300 };
    const chip = { left: 560, top: 200, width: 130, height: 46 };
    expect(placeBeside(anchor, chip, card, window, "ltr").left).toBe(212);
    expect(placeBeside(anchor, { ...chip, left: 300 }, card, window, "ltr").left).toBe(352);
  });

  it("stays in the window however low the pop-up is", () => {
    const { top } = placeBeside({ left: 300, top: 700, width: 448, height: 300 }, null, card, window, "ltr");
    expect(top + card.height).toBeLessThanOrEqual(window.height - 16);
  });

  it("lies over as little as possible when neither side has room", () => {
    const narrow = { width: 700, height: 600 };
    const place = placeBeside({ left: 100, top: 40, width: 448, height: 300 }, null, card, narrow, "ltr");
    expect(place).toEqual({ left: 344, top: 184 });
  });
});

describe("placeOnPage", () => {
  it("hangs at the end edge", () => {
    expect(placeOnPage(card, window, "ltr")).toEqual({ left: 924, top: 304 });
    expect(placeOnPage(card, window, "rtl").left).toBe(16);
  });
});
