/**
 * Where a badge goes on a chip: pure geometry in, declarations out (ADR candidate, see below). 12 px, astride the end
 * edge of what is painted: half in the chip's own padding, half in the gutter, so that it covers no letter.
 *
 * Two ways were weighed. An overlay over the whole page would have to follow scrolling and drifts by a frame; a child of
 * a positioned box is clipped by it and shares its fading. So a badge is part of the page's own layout of chips, out of
 * flow: beside a box chip, in a transparent frame that takes over the chip's inline geometry word for word (the same
 * containing block, hence the same place at every zoom and width, without measuring); inside the unpainted container of
 * bars and lines; at the start of a row. Where the next chip lies over the end edge, the badge is 8 px in the padding
 * of the start edge instead, the one place that neither chip writes on.
 */
import type { ChipLayout } from "./host-page.ts";

export interface BadgePlace {
  /** Beside the chip (`frame`) or inside it (`child`). */
  where: "frame" | "child";
  /** For the host element. */
  host: Record<string, string>;
  /** For the mark inside it. */
  mark: Record<string, string>;
}

/** Inline geometry of a box chip, as the page wrote it. */
export interface BoxStyle {
  top: string;
  height: string;
  left: string;
  right: string;
  width: string;
  zIndex: string;
}

const frameProperties = ["top", "height", "left", "right", "width"] as const;
/** Up to this height the mark stands in the middle; from here on at the first line. */
const shortChipPx = 34;

/** The place on a chip. `covered` says that another chip lies over its end edge. */
export function placeBadge(layout: ChipLayout, style: BoxStyle, covered: boolean): BadgePlace {
  if (layout === "box" && Number.isFinite(Number.parseFloat(style.top))) return beside(style, covered);
  const host = { position: "absolute", "pointer-events": "none", "z-index": "1" };
  const mark = { position: "absolute", "inset-block-start": "0", "inset-inline-start": "0" };
  switch (layout) {
    case "bar":
      // The container is 8 px wider than the bar, which is 22 px high.
      return child(host, mark, { "inset-inline-end": "2px", "inset-block-start": "5px" });
    case "line":
      // 8 px of container and 4 px of padding, nothing more, before the letters end.
      return child(host, mark, { "inset-inline-end": "-1px", "inset-block-start": "5px" });
    case "row":
      // Static position is the start of the row; from there into the margin between date and row.
      return child(host, mark, { "align-self": "center", "margin-inline-start": "-16px" });
    case "box":
      return child(host, { ...mark, ...small }, { "inset-inline-end": "0", "inset-block-start": "1px" });
  }
}

const size = { width: "12px", height: "12px" };
const small = { "inline-size": "8px", "block-size": "8px" };

function child(
  host: Record<string, string>,
  mark: Record<string, string>,
  place: Record<string, string>,
): BadgePlace {
  return { where: "child", host: { ...host, ...size, ...place }, mark };
}

function beside(style: BoxStyle, covered: boolean): BadgePlace {
  const host: Record<string, string> = {
    position: "absolute",
    "pointer-events": "none",
    "z-index": style.zIndex === "" ? "auto" : style.zIndex,
  };
  for (const property of frameProperties) if (style[property] !== "") host[property] = style[property];
  const short = Number.parseFloat(style.height) < shortChipPx;
  const markSize = covered ? 8 : 12;
  const mark: Record<string, string> = {
    position: "absolute",
    ...(covered ? { ...small, "inset-inline-start": "1px" } : { "inset-inline-end": "-6px" }),
    ...(short
      ? { "inset-block-start": "50%", "margin-block-start": `${-markSize / 2}px` }
      : { "inset-block-start": "4px" }),
  };
  return { where: "frame", host, mark };
}

/** A box chip among its neighbours, in the page's own units: per cent across, pixels down. */
export interface Box {
  start: number;
  width: number;
  top: number;
  height: number;
  /** Stacking: the greater lies above; of equals the later in the document. */
  z: number;
}

/** The numbers in a chip's inline style; `null` when the page does not position it that way. */
export function boxOf(style: BoxStyle): Box | null {
  const start = Number.parseFloat(style.left === "" ? style.right : style.left);
  const [width, top, height] = [style.width, style.top, style.height].map(Number.parseFloat);
  const z = Number.parseFloat(style.zIndex);
  if (width === undefined || top === undefined || height === undefined) return null;
  if (![start, width, top, height].every(Number.isFinite)) return null;
  return { start, width, top, height, z: Number.isFinite(z) ? z : 0 };
}

/** True when one of the chips above reaches over the end edge at the height of the mark. */
export function isEndCovered(box: Box, above: readonly Box[]): boolean {
  const end = box.start + box.width;
  const markTop = box.height < shortChipPx ? box.top + box.height / 2 - 8 : box.top + 2;
  return above.some(
    (other) =>
      other.start < end - 0.5 &&
      other.start + other.width > end - 0.5 &&
      other.top < markTop + 16 &&
      other.top + other.height > markTop,
  );
}
