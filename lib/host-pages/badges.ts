/**
 * Exactly one badge for each visible chip of a flagged event. One pass compares what should be there with what is and
 * writes only the difference, so it may run after every change of the page. Must never write to the page's own elements.
 */
import type { FlagKind } from "../rpc/views.ts";
import badgeCss from "../../components/in-page/badge.css?inline";
import { boxOf, isEndCovered, placeBadge } from "./badge-place.ts";
import type { Box, BoxStyle } from "./badge-place.ts";
import { annotate } from "./e2e.ts";
import type { Chip, HostPage } from "./host-page.ts";
import { createHost } from "./injected-host.ts";
import type { InjectedHost } from "./injected-host.ts";
import { drawMark } from "./mark-drawing.ts";

/** What makes an event carry a badge. */
export interface Flag {
  kind: FlagKind;
  marked: boolean;
}

export interface Badges {
  /** Brings the page to what `flagOf` says. Returns how many badges are shown. */
  pass(page: HostPage, flagOf: (pageEventId: string) => Flag | null): number;
  clear(): void;
}

interface Badge extends InjectedHost {
  /** The event it was drawn for. */
  id: string;
  drawn: string;
}

export function createBadges(): Badges {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(badgeCss);
  const marks = new Map<string, CSSStyleSheet>();
  const shown = new Map<HTMLElement, Badge>();
  return {
    pass(page, flagOf) {
      const wanted = wantedChips(page, flagOf);
      const free = new Map<string, Badge[]>();
      for (const [chip, badge] of shown) {
        if (wanted.has(chip)) continue;
        shown.delete(chip);
        const others = free.get(badge.id);
        if (others === undefined) free.set(badge.id, [badge]);
        else others.push(badge);
      }
      if (wanted.size > 0) {
        const theme = page.theme();
        for (const [element, { chip, flag }] of wanted) {
          // A page that draws its chips anew gets the badges it had: what is drawn in them is right already.
          const badge = shown.get(element) ?? free.get(chip.id)?.pop() ?? createBadge();
          shown.set(element, badge);
          show(badge, { chip, flag }, theme, { sheet, marks });
        }
      }
      for (const badge of [...free.values()].flat()) badge.element.remove();
      return shown.size;
    },
    clear() {
      for (const badge of shown.values()) badge.element.remove();
      shown.clear();
    },
  };
}

interface Wanted {
  chip: Chip;
  flag: Flag;
}

function wantedChips(page: HostPage, flagOf: (id: string) => Flag | null): Map<HTMLElement, Wanted> {
  const wanted = new Map<HTMLElement, Wanted>();
  for (const chip of page.chips((id) => flagOf(id) !== null)) {
    const flag = flagOf(chip.id);
    if (flag !== null && !page.isTwin(chip)) wanted.set(chip.element, { chip, flag });
  }
  return wanted;
}

function createBadge(): Badge {
  const host = createHost("throughline-badge", []);
  host.element.setAttribute("aria-hidden", "true");
  return { ...host, id: "", drawn: "" };
}

interface Sheets {
  sheet: CSSStyleSheet;
  /** One for each place a mark may have inside its badge: there are few, and many badges. */
  marks: Map<string, CSSStyleSheet>;
}

function show(badge: Badge, { chip, flag }: Wanted, theme: "light" | "dark", { sheet, marks }: Sheets): void {
  const { style } = chip.element;
  const place = placeBadge(chip.layout, style, {
    covered: chip.layout === "box" && isCovered(chip.element),
    rtl: document.documentElement.dir === "rtl",
  });
  badge.id = chip.id;
  badge.setHostRules({ display: "block", "color-scheme": theme, ...place.host });
  const markRules = declarations(place.mark);
  const drawn = `${flag.kind} ${flag.marked} ${markRules}`;
  if (badge.drawn !== drawn) {
    badge.drawn = drawn;
    badge.setSheets([sheet, markSheet(markRules, marks)]);
    badge.root.replaceChildren(drawMark(flag));
  }
  annotate(badge.element, { event: chip.id, kind: flag.kind });
  if (place.where === "beside") {
    if (chip.element.nextSibling !== badge.element) chip.element.after(badge.element);
  } else if (badge.element.parentNode !== chip.element) {
    chip.element.append(badge.element);
  }
}

function markSheet(rules: string, marks: Map<string, CSSStyleSheet>): CSSStyleSheet {
  const known = marks.get(rules);
  if (known !== undefined) return known;
  const made = new CSSStyleSheet();
  made.replaceSync(`.mark{${rules}}`);
  marks.set(rules, made);
  return made;
}

function declarations(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map(([property, value]) => `${property}:${value};`)
    .join("");
}

/** Looks at the chips beside this one, by their inline geometry alone: nothing is measured. */
function isCovered(chip: HTMLElement): boolean {
  const box = boxOf(chip.style);
  if (box === null) return false;
  const above: Box[] = [];
  let later = false;
  for (const sibling of chip.parentElement?.children ?? []) {
    if (sibling === chip) later = true;
    else if (sibling instanceof HTMLElement && !sibling.localName.startsWith("throughline-")) {
      const other = boxOf(sibling.style satisfies BoxStyle);
      if (other !== null && (other.z > box.z || (other.z === box.z && later))) above.push(other);
    }
  }
  return isEndCovered(box, above);
}
