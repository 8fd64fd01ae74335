/**
 * Everything Throughline knows of Google Calendar's markup, in one dated place. Hooks are `data-` ids, roles and
 * structure one step deep; generated class names and translated words are never used. Each purpose lists its
 * generations newest first; the first one that finds something counts, and what finds nothing is counted as a miss.
 */
export interface Generation {
  /** When this form was last seen on the live site or in a capture of it, `YYYY-MM`. */
  seen: string;
  css: string;
}

export const selectors = {
  /** One view (a grid, a list, an edit page). Two stand side by side while a navigation is animated. */
  view: [{ seen: "2026-10", css: "[role=main]" }],
  /** The grid of a view with dates: first and last day, inclusive. */
  grid: [{ seen: "2026-09", css: "[role=grid][data-start-date-key][data-end-date-key]" }],
  /** Text of the view's heading, which ends in the number of events. */
  heading: [{ seen: "2024-10", css: "[data-view-heading]" }],
  /** Any chip. Inner repetitions of the id (resize handles) and drafts (no id) do not match. */
  chip: [{ seen: "2026-09", css: "[data-eventchip][data-eventid]" }],
  /** A column of the day, week and n-day views. */
  column: [{ seen: "2026-06", css: "[role=gridcell][data-column-index][data-datekey]" }],
  /** Container of a bar or a month line; what is painted is the one button inside. */
  stacked: [{ seen: "2026-09", css: "[data-stacked-layout-chip-container]" }],
  stackedButton: [{ seen: "2026-09", css: "[data-stacked-layout-chip]" }],
  /** A row of cells that share dates: the all-day row, one week of a month. */
  row: [{ seen: "2026-06", css: "[role=row]" }],
  cell: [{ seen: "2026-06", css: "[role=gridcell]" }],
  /** A day of the schedule. */
  dayGroup: [{ seen: "2026-09", css: "[role=rowgroup][data-datekey]" }],
  /** Whatever carries a date: headers, backgrounds, columns. */
  dateKey: [{ seen: "2026-06", css: "[data-datekey]" }],
  /** "3 more": what a month does not show. */
  more: [{ seen: "2024-09", css: "[data-opens-day-overview]" }],
  /** Parent of pop-ups; in some builds pop-ups are children of body instead. */
  popups: [{ seen: "2025-09", css: "#yDmH0d" }],
  /** The event pop-up's card, and the frame around it. */
  details: [{ seen: "2026-09", css: "[role=dialog][data-chips-dialog=true] #xDetDlg[data-eventid]" }],
  detailsFrame: [{ seen: "2026-09", css: "[role=dialog]" }],
  detailsGuest: [{ seen: "2026-09", css: "#xDetDlgAtt [data-email]" }],
  detailsPlace: [{ seen: "2026-09", css: "#xDetDlgLoc" }],
  /** An existing event on its own page (a new one says `true`). */
  editPage: [{ seen: "2026-04", css: "[data-is-create=false][data-eventid]" }],
  account: [{ seen: "2025-09", css: "#xUserEmail" }],
  zone: [{ seen: "2025-09", css: "#xTimezone" }],
  themeColour: [{ seen: "2025-03", css: "meta[name=theme-color]" }],
  body: [{ seen: "2025-09", css: "body[data-viewfamily]" }],
} as const satisfies Record<string, readonly Generation[]>;

export type Purpose = keyof typeof selectors;

/** The page's own attributes whose change says that a chip or an opened event is another one now. */
export const watchedAttributes = ["data-eventid", "data-eventchip", "style"] as const;

/** All elements for a purpose, by the first generation that finds any. */
export function findAll(scope: ParentNode, purpose: Purpose): HTMLElement[] {
  for (const { css } of selectors[purpose]) {
    const found = scope.querySelectorAll<HTMLElement>(css);
    if (found.length > 0) return [...found];
  }
  return [];
}

/** The first element for a purpose. */
export function find(scope: ParentNode, purpose: Purpose): HTMLElement | null {
  for (const { css } of selectors[purpose]) {
    const found = scope.querySelector<HTMLElement>(css);
    if (found !== null) return found;
  }
  return null;
}

/** The nearest element around another one. */
export function around(element: Element, purpose: Purpose): HTMLElement | null {
  for (const { css } of selectors[purpose]) {
    const found = element.closest<HTMLElement>(css);
    if (found !== null) return found;
  }
  return null;
}

export function matches(element: Element, purpose: Purpose): boolean {
  return selectors[purpose].some(({ css }) => element.matches(css));
}
