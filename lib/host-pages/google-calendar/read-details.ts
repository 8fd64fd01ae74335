/** People and place, which only an opened event shows. Sections arrive late, so a reading may find less than the next. */
import type { Person } from "../../domain/event.ts";
import { find, findAll } from "./selectors.ts";

export interface Details {
  location: string | null;
  attendees: Person[] | null;
}

/** What the pop-up's card says beyond the chip; absent parts are `null`. */
export function readDetails(card: HTMLElement, account: string | null): Details {
  const guests = findAll(card, "detailsGuest").map((guest) => readGuest(guest, account));
  return {
    location: ownText(find(card, "detailsPlace")),
    attendees: guests.length > 0 ? guests : null,
  };
}

function readGuest(guest: HTMLElement, account: string | null): Person {
  const email = guest.getAttribute("data-email")?.trim().slice(0, 320) || null;
  const self = email !== null && email.toLowerCase() === account?.toLowerCase();
  return { name: firstText(guest)?.slice(0, 300) ?? null, email, answer: "unknown", self };
}

/** The last text in a section: a label for screen readers may stand before it. */
function ownText(section: HTMLElement | null): string | null {
  if (section === null) return null;
  const leaves = [...section.querySelectorAll("*")].filter(
    (element) => element.childElementCount === 0 && (element.textContent ?? "").trim() !== "",
  );
  return leaves.at(-1)?.textContent?.trim().slice(0, 2000) ?? null;
}

/** The first text of a guest: the name; what role they have may follow. */
function firstText(element: HTMLElement): string | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    if (text !== "") return text;
  }
  return null;
}
