/**
 * Where a badge goes on a chip: pure geometry in, declarations out (ADR candidate, see below). 12 px, astride the end
 * edge of what is painted: half in the chip's own padding, half in the gutter, so that it covers no letter.
 *
 * Two ways were weighed. An overlay over the whole page would have to follow scrolling and drifts by a frame; a child of
 * a positioned box is clipped by it and shares its fading. So a badge is part of the page's own layout of chips, out of
 * flow: beside a box chip, placed by a sum of the chip's inline geometry (the same containing block, hence the same
 * place at every zoom and width, without measuring); inside the unpainted container of bars and lines; at the start of
 * a row. Where the next chip lies over the end edge, the badge is 8 px in the padding of the start edge instead, the
 * one place that neither chip writes on. The host is never larger than its mark: what it stands on stays free.
 */
import type { ChipLayout } from "./host-page.ts";

export interface BadgePlace {
  where: "beside" | "child";
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

/** Up to this height the mark stands in the middle; from here on at the first line. */
const shortChipPx = 34;

/** How a chip stands among others: `covered` when one lies over its end edge, `rtl` when the page reads that way. */
export interface Standing {
  covered: boolean;
  rtl: boolean;
}

/** The place on a chip. */
export function placeBadge(layout: ChipLayout, style: BoxStyle, standing: Standing): BadgePlace {
  if (layout === "box" && boxOf(style) !== null) return beside(style, standing);
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

function beside(style: BoxStyle, { covered, rtl }: Standing): BadgePlace {
  const px = covered ? 8 : 12;
  const short = Number.parseFloat(style.height) < shortChipPx;
  const host: Record<string, string> = {
    position: "absolute",
    "pointer-events": "none",
    "z-index": style.zIndex === "" ? "auto" : style.zIndex,
    width: `${px}px`,
    height: `${px}px`,
    top: short ? `calc(${style.top} + ${style.height} / 2 - ${px / 2}px)` : `calc(${style.top} + 4px)`,
    ...across(style, { covered, rtl }),
  };
  const mark = {
    position: "absolute",
    "inset-block-start": "0",
    "inset-inline-start": "0",
    ...(covered ? small : {}),
  };
  return { where: "beside", host, mark };
}

/** Astride the end edge, or 1 px inside the start edge; told in terms of the side the page itself measures from. */
function across(style: BoxStyle, { covered, rtl }: Standing): Record<string, string> {
  const from = style.left === "" ? "right" : "left";
  const side = covered === rtl ? "right" : "left";
  const near = style[from];
  const far = `${near} + ${style.width}`;
  if (side === from) return { [from]: covered ? `calc(${near} + 1px)` : `calc(${near} - 6px)` };
  return { [from]: covered ? `calc(${far} - 9px)` : `calc(${far} - 6px)` };
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
