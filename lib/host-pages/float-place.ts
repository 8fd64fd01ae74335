/** Where the card goes beside an opened event: pure geometry, physical pixels of the window. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Gap between the pop-up and the card, and the least distance to the window's edge. */
const gap = 8;
const edge = 16;

/**
 * Beside the pop-up at the end side if there is room, else at the start side, else where it hides least of it: at the
 * window's far edge, at the bottom. Always within the window.
 */
export function placeBeside(
  anchor: Rect,
  card: Size,
  window: Size,
  direction: "ltr" | "rtl",
): { left: number; top: number } {
  const right = anchor.left + anchor.width + gap;
  const left = anchor.left - gap - card.width;
  const fitsRight = right + card.width + edge <= window.width;
  const fitsLeft = left >= edge;
  const rightFirst = direction === "ltr";
  const top = clamp(anchor.top, edge, window.height - edge - card.height);
  if (rightFirst ? fitsRight : fitsRight && !fitsLeft) return { left: right, top };
  if (fitsLeft) return { left, top };
  if (fitsRight) return { left: right, top };
  const roomRight = window.width - (anchor.left + anchor.width) > anchor.left;
  return {
    left: Math.max(edge, roomRight ? window.width - edge - card.width : edge),
    top: Math.max(edge, window.height - edge - card.height),
  };
}

/** On an event's own page: at the end edge of the window, below the page's header, clear of the lower corner. */
export function placeOnPage(
  card: Size,
  window: Size,
  direction: "ltr" | "rtl",
): { left: number; top: number } {
  const left = direction === "ltr" ? window.width - edge - card.width : edge;
  return { left: Math.max(edge, left), top: clamp(window.height - 96 - card.height, edge, window.height) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
