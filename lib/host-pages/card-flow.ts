/**
 * Which card is shown for the event that is open, and what its buttons do. Keyed by the page's event id and never by an
 * element: pages use one pop-up for one event after another. An answer that comes too late is dropped, so that no card
 * ever stands beside another event. Owns no element and no word.
 */
import type { MarkChange, MarkScope } from "../../components/in-page/mark-actions.tsx";
import type { Call } from "../rpc/call.ts";
import type { CardView } from "../rpc/views.ts";
import type { OpenedEvent } from "./host-page.ts";

export interface ShownCard {
  opened: OpenedEvent;
  view: CardView;
  change: MarkChange | null;
}

export interface CardFlowDeps {
  call: Call;
  nowMs(): number;
  /** The background's key for an event of the page; `null` while it is not known. */
  eventKeyOf(pageEventId: string): string | null;
  onChange(): void;
}

export interface CardFlow {
  shown(): ShownCard | null;
  /** Called after every pass: what is open now. */
  update(opened: OpenedEvent | null): void;
  /** Stored data changed: asks again for the same card. */
  refresh(): void;
  close(): void;
  mark(scope: MarkScope): Promise<void>;
  unmark(scope: MarkScope): Promise<void>;
  undo(): Promise<void>;
  rehearse(): Promise<void>;
  openPanel(purpose: "adapt" | "queue"): void;
}

export function createCardFlow(deps: CardFlowDeps): CardFlow {
  let opened: OpenedEvent | null = null;
  let eventKey: string | null = null;
  let view: CardView | null = null;
  let change: MarkChange | null = null;
  /** The open event whose card was closed by hand. */
  let closedId: string | null = null;
  let asked = 0;

  function shown(): ShownCard | null {
    return opened === null || view === null || closedId === opened.id ? null : { opened, view, change };
  }

  async function ask(key: string): Promise<void> {
    const mine = ++asked;
    const answer = await deps.call("page.card", { eventKey: key }).catch(() => null);
    if (mine !== asked || key !== eventKey) return;
    view = answer;
    deps.onChange();
  }

  async function setMark(did: "marked" | "unmarked", scope: MarkScope): Promise<void> {
    const key = eventKey;
    const before = view;
    if (key === null || before === null) return;
    const off = before.flag === "coaching" ? "not-coaching" : "ordinary";
    try {
      const kind = did === "marked" ? "high-stakes" : off;
      const { undoId } = await deps.call("mark.set", { eventKey: key, kind, scope });
      if (key === eventKey) change = { did, undoId };
    } catch {
      if (key === eventKey) change = { did: "failed", undoId: null };
    }
    if (key === eventKey) await ask(key);
  }

  return {
    shown,
    update(next) {
      if (next?.id !== opened?.id) {
        closedId = null;
        eventKey = null;
        view = null;
        change = null;
        asked++;
      }
      opened = next;
      const key = next === null ? null : deps.eventKeyOf(next.id);
      if (key === null || key === eventKey) return;
      eventKey = key;
      void ask(key);
    },
    refresh() {
      if (eventKey !== null) void ask(eventKey);
    },
    close() {
      closedId = opened?.id ?? null;
      deps.onChange();
    },
    mark: (scope) => setMark("marked", scope),
    unmark: (scope) => setMark("unmarked", scope),
    async undo() {
      const undoId = change?.undoId ?? null;
      const key = eventKey;
      if (undoId === null || key === null) return;
      try {
        await deps.call("undo", { undoId });
        if (key === eventKey) change = null;
      } catch {
        if (key === eventKey) change = { did: "failed", undoId: null };
      }
      if (key === eventKey) await ask(key);
    },
    async rehearse() {
      const before = view;
      if (before?.plan === null || before?.plan === undefined || before.priority === null) return;
      const { plan, priority } = before;
      // The press shows in its own frame; what is stored is asked for right after.
      view = { ...before, plan: { ...plan, rehearsals: plan.rehearsals + 1, rehearsedAtMs: deps.nowMs() } };
      deps.onChange();
      await deps.call("plan.rehearse", { priorityId: priority.id, eventKey }).catch(() => null);
      if (eventKey !== null) await ask(eventKey);
    },
    openPanel(purpose) {
      // Sent in the turn of the press: browsers open side panels only then. What comes of it shows itself.
      deps.call("page.openPanel", { eventKey, purpose }).catch(() => null);
    },
  };
}
