/** What the look-alike page tells a test (test/host-pages/README.md), as far as the page tests use it. */
import type { Page } from "playwright-core";
import type { HostPage, Reading } from "../../lib/host-pages/host-page.ts";

export interface PageEvent {
  key: string;
  title: string;
  eid: string;
  start: string;
  end: string;
  allDay: boolean;
  kind: string;
  hidden: boolean;
}

export type Rerender = "chips" | "column" | "all" | "strip" | "recycle" | "style";

interface LookAlike {
  ready: boolean;
  events(): PageEvent[];
  open(key: string): boolean;
  edit(key: string): boolean;
  go(view: string): void;
  rerender(what: Rerender): void;
  removeEvent(key: string): void;
  closeDialog(): void;
  probe: {
    snapshot(): {
      keys: string[];
      outsidePointer: number;
      csp: unknown[];
      reinjections: { key: string; frames: number }[];
    };
    unrestored(): string[];
    reset(): void;
  };
}

/** One frame in which a chip and its badge did not go together. */
export interface Gap {
  id: string;
  chips: number;
  badges: number;
}

declare global {
  var __page: LookAlike;
  var __adapter: HostPage;
  var __read: () => Reading;
  var __gaps: Gap[];
  var __frames: number;
  var __atPaint: string;
}

/**
 * Looks at every frame from now on, at the last moment before it is painted: each chip of a flagged event that can be seen
 * must have exactly one badge. What was seen otherwise is in `__gaps`.
 */
export async function watchFrames(page: Page, flagged: readonly string[]): Promise<void> {
  await page.evaluate((ids) => {
    globalThis.__gaps = [];
    globalThis.__frames = 0;
    const isSeen = (chip: Element) => {
      const painted = chip.querySelector("[data-stacked-layout-chip]") ?? chip;
      return Number(getComputedStyle(painted).opacity) > 0.1;
    };
    const look = () => {
      globalThis.__frames++;
      for (const id of ids) {
        const chips = [...document.querySelectorAll(`[data-eventchip][data-eventid="${id}"]`)].filter(isSeen);
        const badges = document.querySelectorAll(`throughline-badge[data-event="${id}"]`);
        if (chips.length !== badges.length) {
          globalThis.__gaps.push({ id, chips: chips.length, badges: badges.length });
        }
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, flagged);
}

/** Lets the page paint some frames. */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(
    (left) =>
      new Promise<void>((done) => {
        const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
        next();
      }),
    count,
  );
}

/** Left, top, width and height of everything of the page's own, by place in the tree. */
export function layout(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter(
        (element) => element.closest("[class*=throughline], throughline-badge, throughline-card") === null,
      )
      .filter((element) => !element.localName.startsWith("throughline-"))
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [element.localName, left, top, width, height].join(" ");
      }),
  );
}
