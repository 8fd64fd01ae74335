/**
 * Whether a person could see what they pressed: the answer to pages that lay a trick over our buttons. Owns what counts
 * as a trick. A page, or a dark-mode extension, that merely recolours itself must stay usable.
 */

/** Of a computed style, what can make an element hard to see. */
export type Sight = Pick<CSSStyleDeclaration, "opacity" | "filter" | "maskImage" | "mixBlendMode">;

const leastOpacity = 0.9;
/** Our parts are drawn in their own size; a page's own rounding stays within this. */
const mostScaling = 0.05;

/** Filters that change colours and leave everything readable, with the least and the most they may do. */
const harmless: Readonly<Record<string, readonly [number, number]>> = {
  invert: [0, 1],
  "hue-rotate": [-3600, 3600],
  sepia: [0, 1],
  saturate: [0, 4],
  grayscale: [0, 1],
  brightness: [0.6, 1.5],
  contrast: [0.6, 1.5],
};

/** True when elements with these styles, from ours outwards, leave ours plain to see. */
export function isShownPlainly(styles: readonly Sight[]): boolean {
  const opacity = styles.reduce((product, style) => product * Number(style.opacity), 1);
  return opacity >= leastOpacity && styles.every(isPlain);
}

function isPlain({ filter, maskImage, mixBlendMode }: Sight): boolean {
  if (maskImage !== "none" || mixBlendMode !== "normal") return false;
  if (filter === "none") return true;
  // Computed filters are written out: "invert(1) hue-rotate(180deg)". Anything else in there is none of the harmless.
  const functions = [...filter.matchAll(/([a-z-]+)\((-?[\d.]+)(?:deg)?\)/g)];
  if (functions.map(([whole]) => whole).join(" ") !== filter) return false;
  return functions.every(([, name = "", amount]) => {
    const range = harmless[name];
    return range !== undefined && Number(amount) >= range[0] && Number(amount) <= range[1];
  });
}

/** True when something around the element draws it smaller, larger or turned. `drawn` is its box on the screen. */
export function isScaled(
  drawn: { width: number; height: number },
  own: { width: number; height: number },
): boolean {
  return isOtherSize(drawn.width, own.width) || isOtherSize(drawn.height, own.height);
}

function isOtherSize(drawn: number, own: number): boolean {
  return Math.abs(drawn - own) > 2 + own * mostScaling;
}

/** False when the page has made the element transparent, hidden or another size, or laid something over the place pressed. */
export function isInPlainSight(element: HTMLElement, press: MouseEvent): boolean {
  const styles: Sight[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    styles.push(getComputedStyle(each));
  }
  if (!isShownPlainly(styles) || !element.checkVisibility({ visibilityProperty: true })) return false;
  const own = { width: element.offsetWidth, height: element.offsetHeight };
  if (isScaled(element.getBoundingClientRect(), own)) return false;
  const byKeyboard = press.detail === 0;
  return byKeyboard || document.elementFromPoint(press.clientX, press.clientY) === element;
}
