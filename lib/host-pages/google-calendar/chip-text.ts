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
  const button = chip.querySelector<HTMLElement>("[role=button]") ?? chip;
  const label = button === chip ? null : button.getAttribute("aria-label");
  if (label !== null) return { shown: textsIn(chip), spoken: label };
  const shown: string[] = [];
  let spoken: string | null = null;
  for (let part = button.firstElementChild; part !== null; part = part.nextElementSibling) {
    if (isOurs(part)) continue;
    if (part.getAttribute("aria-hidden") === "true") addTexts(part, shown);
    else spoken = part.textContent.trim() || spoken;
  }
  return { shown, spoken };
}

function textsIn(element: Element): string[] {
  const texts: string[] = [];
  addTexts(element, texts);
  return texts;
}

function addTexts(element: Element, texts: string[]): void {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node instanceof Element) {
      if (!isOurs(node)) addTexts(node, texts);
    } else if (node instanceof Text) {
      const text = node.data.trim();
      if (text !== "") texts.push(text);
    }
  }
}

function isOurs(element: Element): boolean {
  return element.localName.startsWith("throughline-");
}
