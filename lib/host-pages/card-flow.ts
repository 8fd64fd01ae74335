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
  nowMs(this: void): number;
  /** The background's key for an event of the page; `null` while it is not known. */
  eventKeyOf(this: void, pageEventId: string): string | null;
  onChange(this: void): void;
}

export class CardFlow {
  readonly #deps: CardFlowDeps;
  #opened: OpenedEvent | null = null;
  #eventKey: string | null = null;
  #view: CardView | null = null;
  #change: MarkChange | null = null;
  /** The open event whose card was closed by hand. */
  #closedId: string | null = null;
  #asked = 0;

  constructor(deps: CardFlowDeps) {
    this.#deps = deps;
  }

  get shown(): ShownCard | null {
    const [opened, view] = [this.#opened, this.#view];
    if (opened === null || view === null || this.#closedId === opened.id) return null;
    return { opened, view, change: this.#change };
  }

  /** Called after every pass: what is open now. */
  update(opened: OpenedEvent | null): void {
    if (opened?.id !== this.#opened?.id) {
      this.#closedId = null;
      this.#eventKey = null;
      this.#view = null;
      this.#change = null;
      this.#asked++;
    }
    this.#opened = opened;
    const key = opened === null ? null : this.#deps.eventKeyOf(opened.id);
    if (key === null || key === this.#eventKey) return;
    this.#eventKey = key;
    void this.#ask(key);
  }

  /** Stored data changed: asks again for the same card. */
  refresh(): void {
    if (this.#eventKey !== null) void this.#ask(this.#eventKey);
  }

  close(): void {
    this.#closedId = this.#opened?.id ?? null;
    this.#deps.onChange();
  }

  mark(scope: MarkScope): Promise<void> {
    return this.#store(() => this.#setMark("marked", scope));
  }

  unmark(scope: MarkScope): Promise<void> {
    return this.#store(() => this.#setMark("unmarked", scope));
  }

  undo(): Promise<void> {
    const undoId = this.#change?.undoId ?? null;
    if (undoId === null) return Promise.resolve();
    return this.#store(async () => {
      await this.#deps.call("undo", { undoId });
      return null;
    });
  }

  async rehearse(): Promise<void> {
    const [view, eventKey] = [this.#view, this.#eventKey];
    if (view === null || view.plan === null || view.priority === null) return;
    const { plan, priority } = view;
    // The press shows in its own frame; what is stored is asked for right after.
    this.#view = {
      ...view,
      plan: { ...plan, rehearsals: plan.rehearsals + 1, rehearsedAtMs: this.#deps.nowMs() },
    };
    this.#deps.onChange();
    await this.#deps.call("plan.rehearse", { priorityId: priority.id, eventKey }).catch(() => null);
    this.refresh();
  }

  openPanel(purpose: "adapt" | "queue"): void {
    // Sent in the turn of the press: browsers open side panels only then. What comes of it shows itself.
    this.#deps.call("page.openPanel", { eventKey: this.#eventKey, purpose }).catch(() => null);
  }

  async #ask(key: string): Promise<void> {
    const mine = ++this.#asked;
    const answer = await this.#deps.call("page.card", { eventKey: key }).catch(() => null);
    if (mine !== this.#asked || key !== this.#eventKey) return;
    this.#view = answer;
    this.#deps.onChange();
  }

  async #setMark(did: "marked" | "unmarked", scope: MarkScope): Promise<MarkChange | null> {
    if (this.#eventKey === null || this.#view === null) return null;
    const isSession = did === "unmarked" && this.#view.flag === "coaching";
    const kind = did === "marked" ? "high-stakes" : isSession ? "not-coaching" : "ordinary";
    const { undoId } = await this.#deps.call("mark.set", { eventKey: this.#eventKey, kind, scope });
    return { did: isSession ? "no-session" : did, undoId };
  }

  /** Stores a change, says what became of it, and asks for the card as it is now, unless another event is open by then. */
  async #store(store: () => Promise<MarkChange | null>): Promise<void> {
    const key = this.#eventKey;
    if (key === null) return;
    const change = await store().catch((): MarkChange => ({ did: "failed", undoId: null }));
    if (key !== this.#eventKey) return;
    this.#change = change;
    await this.#ask(key);
  }
}
