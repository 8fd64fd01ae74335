/**
 * The texts of one chip: what is shown and what is spoken. Shown text stands in `aria-hidden` parts (or, in the
 * schedule, in the row itself), spoken text in the one part that is not hidden from screen readers or in an aria-label.
 * Elements that Throughline put there are never read.
 */
export interface ChipText {
  /** Shown texts in document order, one per text-bearing element. */
  shown: string[];
  spoken: string | null;
}

export function readChipText(chip: HTMLElement): ChipText {
  const label = chip.querySelector("[role=button][aria-label]")?.getAttribute("aria-label") ?? null;
  if (label !== null) return { shown: textsIn(chip), spoken: label };
  const button = chip.querySelector<HTMLElement>("[role=button]") ?? chip;
  const shown: string[] = [];
  let spoken: string | null = null;
  for (const part of button.children) {
    if (isOurs(part)) continue;
    if (part.getAttribute("aria-hidden") === "true") shown.push(...textsIn(part));
    else spoken = part.textContent?.trim() || spoken;
  }
  return { shown, spoken };
}

function textsIn(element: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    if (text !== "") texts.push(text);
  }
  return texts;
}

function isOurs(element: Element): boolean {
  return element.localName.startsWith("throughline-");
}
