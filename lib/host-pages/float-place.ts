/** Where the card goes beside an opened event: pure geometry, physical pixels of the window. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Point {
  left: number;
  top: number;
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
 * window's far edge, at the bottom. Always within the window. The chip that was opened stays clear where that leaves
 * room: its neighbours are what a person presses next.
 */
export function placeBeside(
  anchor: Rect,
  chip: Rect | null,
  card: Size,
  window: Size,
  direction: "ltr" | "rtl",
): Point {
  const top = clamp(anchor.top, edge, window.height - edge - card.height);
  const bounds = chip === null ? [anchor] : [around(anchor, chip), anchor];
  for (const taken of bounds) {
    const right = taken.left + taken.width + gap;
    const left = taken.left - gap - card.width;
    const sides = [
      { left: right, fits: right + card.width + edge <= window.width },
      { left, fits: left >= edge },
    ];
    const first = (direction === "ltr" ? sides : sides.toReversed()).find(({ fits }) => fits);
    if (first !== undefined) return { left: first.left, top };
  }
  const roomRight = window.width - (anchor.left + anchor.width) > anchor.left;
  return {
    left: Math.max(edge, roomRight ? window.width - edge - card.width : edge),
    top: Math.max(edge, window.height - edge - card.height),
  };
}

function around(a: Rect, b: Rect): Rect {
  const left = Math.min(a.left, b.left);
  const width = Math.max(a.left + a.width, b.left + b.width) - left;
  return { left, width, top: a.top, height: a.height };
}

/** On an event's own page: at the end edge of the window, below the page's header, clear of the lower corner. */
export function placeOnPage(card: Size, window: Size, direction: "ltr" | "rtl"): Point {
  const left = direction === "ltr" ? window.width - edge - card.width : edge;
  return { left: Math.max(edge, left), top: clamp(window.height - 96 - card.height, edge, window.height) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
