/**
 * Google Calendar, read. Owns what of its page is a chip, an opened event, a reading; selectors.ts owns how that looks.
 * Must never write to the page, keep an element, or decide what an event is worth.
 */
import type { Chip, ChipLayout, Health, HostPage, OpenedEvent } from "../host-page.ts";
import { decodeBase64, decodePageEventId } from "./event-id.ts";
import { readDetails } from "./read-details.ts";
import type { Details } from "./read-details.ts";
import { announcedCount, readViews } from "./read-views.ts";
import { around, find, findAll, matches, watchedAttributes } from "./selectors.ts";

/** The adapter for the document this script runs in. */
export function googleCalendar(): HostPage {
  // What a pop-up showed of an event stays known for as long as the page lives; chips never show people.
  const learned = new Map<string, Details>();
  return {
    site: "google-calendar",
    isCalendar,
    roots,
    watchedAttributes,
    chips,
    isTwin,
    opened,
    account,
    theme,
    health: () => health(),
    *read(sourceIdFor) {
      learn(learned);
      const context = { sourceId: sourceIdFor(account()), account: account(), zone: zone() };
      return yield* readViews(learned, context, language());
    },
  };
}

function isCalendar(): boolean {
  return /^\/calendar\/(?:u\/\d+\/)?r(?:\/|$)/.test(location.pathname);
}

/** The parent of the views (a view is replaced at each navigation) and the parent of pop-ups. */
function roots(): HTMLElement[] {
  const home = find(document, "view")?.parentElement ?? null;
  const popups = find(document, "popups");
  if (home === null) return [];
  return popups === null || popups.contains(home) ? [popups ?? home] : [home, popups];
}

function chips(isWanted: (id: string) => boolean): Chip[] {
  const found: Chip[] = [];
  const firsts = new Map<string, HTMLElement[]>();
  for (const element of roots().flatMap((root) => findAll(root, "chip"))) {
    const id = element.getAttribute("data-eventid") ?? "";
    if (!isWanted(id)) continue;
    const earlier = firsts.get(id) ?? [];
    found.push({ id, element, layout: layoutOf(element), repeats: isInRowOf(element, earlier) });
    firsts.set(id, [...earlier, element]);
  }
  return found;
}

function isInRowOf(element: HTMLElement, earlier: readonly HTMLElement[]): boolean {
  if (earlier.length === 0) return false;
  const row = around(element, "row");
  return row !== null && earlier.some((each) => around(each, "row") === row);
}

function layoutOf(chip: HTMLElement): ChipLayout {
  if (!matches(chip, "stacked")) return chip.getAttribute("role") === "button" ? "box" : "row";
  // A bar is filled by an inline colour, a month line is not.
  return find(chip, "stackedButton")?.style.backgroundColor === "" ? "line" : "bar";
}

/** On the following days of a bar there are copies that cannot be seen (opacity .01). */
function isTwin({ element, layout, repeats }: Chip): boolean {
  // Only a repetition in its row can be one; asking for a computed style makes the browser compute all of them.
  if (!repeats || layout === "box" || layout === "row") return false;
  const painted = find(element, "stackedButton") ?? element;
  return Number(getComputedStyle(painted).opacity) < 0.1;
}

function opened(): OpenedEvent | null {
  const details = find(document, "details");
  const id = details?.getAttribute("data-eventid") ?? "";
  if (details !== null && id !== "") {
    const frame = around(details, "detailsFrame") ?? details;
    return { id, surface: "popup", anchor: frame, chip: chipNear(frame, id), inside: details };
  }
  const page = find(document, "editPage");
  const pageId = page?.getAttribute("data-eventid") ?? "";
  if (page === null || pageId === "") return null;
  return { id: pageId, surface: "page", anchor: page, chip: null, inside: null };
}

/** Of an event's chips the one beside the pop-up: it opens next to what was pressed. */
function chipNear(popup: HTMLElement, id: string): HTMLElement | null {
  const { left, right } = popup.getBoundingClientRect();
  const distance = (element: HTMLElement) => {
    const box = element.getBoundingClientRect();
    return box.width === 0
      ? Number.POSITIVE_INFINITY
      : Math.min(Math.abs(box.right - left), Math.abs(box.left - right));
  };
  const own = chips((each) => each === id);
  const near = own
    .map(({ element }) => ({ element, away: distance(element) }))
    .toSorted((a, b) => a.away - b.away);
  return near[0] === undefined || near[0].away > 64 ? null : near[0].element;
}

function account(): string | null {
  const address = find(document, "account")?.textContent?.trim() ?? "";
  if (address.includes("@")) return address.slice(0, 320);
  const principal = find(document, "column")?.getAttribute("data-principal-ids") ?? "";
  const decoded = decodeBase64(principal) ?? "";
  return /^\S+@\S+$/.test(decoded) ? decoded.slice(0, 320) : null;
}

function zone(): string | null {
  return find(document, "zone")?.textContent?.trim().slice(0, 80) || null;
}

function language(): string {
  return document.documentElement.lang || "und";
}

function theme(): "light" | "dark" {
  const colour = find(document, "themeColour")?.getAttribute("content") ?? "";
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(colour) ?? [];
  if (red === undefined || green === undefined || blue === undefined) {
    return getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "dark" : "light";
  }
  const sum = [red, green, blue].reduce((total, part) => total + Number.parseInt(part, 16), 0);
  return sum < 384 ? "dark" : "light";
}

/** A pop-up that is open now tells people and place. Later passes of the page only add to it. */
function learn(learned: Map<string, Details>): void {
  const card = find(document, "details");
  const id = card?.getAttribute("data-eventid") ?? "";
  if (card === null || id === "") return;
  const now = readDetails(card, account());
  const before = learned.get(id);
  const joined = {
    location: now.location ?? before?.location ?? null,
    attendees: now.attendees ?? before?.attendees ?? null,
  };
  // The same object as long as it says the same, so that its event stays the same too.
  if (before === undefined || JSON.stringify(before) !== JSON.stringify(joined)) learned.set(id, joined);
}

/** Views that have no events to read: nothing wrong with them. */
const quietViews = /\/r\/(?:year|settings|eventedit|search|trash)/;

/** Runs after every pass, so it looks at what is there and reads none of it. */
function health(): Health {
  if (!isCalendar() || quietViews.test(location.pathname)) return { readable: null, misses: {} };
  const view = findAll(document, "view").at(-1);
  const dated = view !== undefined && (find(view, "grid") !== null || find(view, "dayGroup") !== null);
  const chip = view === undefined ? null : find(view, "chip");
  const announced = view === undefined ? null : announcedCount(view);
  const misses: Record<string, number> = {};
  if (view === undefined) misses["view"] = 1;
  if (!dated) misses["dates"] = 1;
  if (chip === null && announced !== 0) misses["chips"] = announced ?? 1;
  if (chip !== null && decodePageEventId(chip.getAttribute("data-eventid") ?? "") === null) misses["ids"] = 1;
  if (account() === null) misses["account"] = 1;
  if (!dated || misses["ids"] === 1) return { readable: false, misses };
  if (chip !== null) return { readable: true, misses };
  // An empty week looks like this too: only a page that announces events and shows no chips is broken.
  return { readable: announced === null || announced === 0 ? null : false, misses };
}
