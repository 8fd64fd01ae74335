/**
 * Where the focus goes when what held it leaves the page: to the row that took its place in the list, else to the
 * page's heading. Without this a deleted row throws whoever works by keyboard back to the top of the document.
 */
import { useEffect } from "preact/hooks";

const reachable = "button:not([disabled]), a[href], input:not([disabled]), select, textarea, summary";

interface Place {
  element: Element;
  /** Its row's list and position there; `null` outside of lists. */
  list: Element | null;
  position: number;
}

/** Watches this document while the surface is shown. */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Place | null = null;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof Element) last = placeOf(event.target);
    };
    // Called once a drawing is through, so the page is whole again.
    const watch = new MutationObserver(() => {
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return;
      const next = successor(last);
      last = null;
      next?.focus({ preventScroll: next.tagName === "H1" });
    });
    document.addEventListener("focusin", remember);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      watch.disconnect();
    };
  }, []);
}

function placeOf(element: Element): Place {
  const row = element.closest("li");
  const list = row?.parentElement ?? null;
  return { element, list, position: list === null || row === null ? 0 : [...list.children].indexOf(row) };
}

function successor({ list, position }: Place): HTMLElement | null {
  const rows = list?.isConnected === true ? [...list.children] : [];
  const row = rows[Math.min(position, rows.length - 1)];
  return (
    row?.querySelector<HTMLElement>(reachable) ?? document.querySelector<HTMLElement>("main h1[tabindex]")
  );
}
