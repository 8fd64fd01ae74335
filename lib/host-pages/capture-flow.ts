/**
 * What the capture pill offers and how a press is kept. One pill at a time: of the events waiting, the one that ended
 * last comes first. An answer goes to the outbox before anything else is said; "stored" is only ever set after the
 * browser acknowledged that. Owns no element and no word.
 */
import type { Pill, PillStep, PillSubject } from "../../components/in-page/pill.ts";
import type { Answer, OutboxEntry } from "../domain/reflection.ts";
import type { Call } from "../rpc/call.ts";
import type { CaptureView, PageJudgement } from "../rpc/views.ts";
import type { Outbox } from "./outbox.ts";
import type { After } from "./timers.ts";

export type { Pill } from "../../components/in-page/pill.ts";

export interface CaptureFlowDeps {
  call: Call;
  outbox: Outbox;
  /** True once an update has cut this script off from its extension. */
  isOrphaned(this: void): boolean;
  /** Called after every change of `pill`, in the same turn. */
  onChange(this: void): void;
  after: After;
}

/** How long the settled pill stays (mockups, "Motion"). */
export const settledMs = 8_000;

export class CaptureFlow {
  readonly #deps: CaptureFlowDeps;
  #pill: Pill | null = null;
  #waiting: PillSubject[] = [];
  #entry: OutboxEntry | null = null;
  #filing: Promise<void> = Promise.resolve();
  #held = false;
  #stopSettling: (() => void) | null = null;
  /** What this page has offered and does not offer again by itself. */
  readonly #done = new Set<string>();

  constructor(deps: CaptureFlowDeps) {
    this.#deps = deps;
  }

  get pill(): Pill | null {
    return this.#pill;
  }

  /** Takes over what the background says is waiting or was answered, here or in another tab. */
  update(judgements: readonly PageJudgement[]): void {
    this.#waiting = waitingOf(judgements);
    const current = this.#pill;
    if (current === null) {
      if (this.#nextSubject() !== null) this.next();
      return;
    }
    if (current.step !== "offered") return;
    const slot = slotOf(current.capture);
    const now = judgements.find(({ capture }) => capture !== null && slotOf(capture) === slot)?.capture;
    if (now === undefined || now === null) this.next();
    else if (now.answer !== null) {
      this.#set(current, { step: "stored", answer: now.answer, atMs: now.answeredAtMs ?? 0, kept: false });
    }
  }

  /** Resolves when the answer is filed, or kept, or refused. */
  async answer(answer: Answer): Promise<void> {
    const current = this.#pill;
    if (current === null || current.step === "storing" || current.step === "stored") return;
    const { outbox, isOrphaned } = this.#deps;
    this.#set(current, { step: "storing", answer });
    try {
      if (isOrphaned()) return this.#set(current, { step: "refused", why: "updated", answer });
      const { eventKey, priorityId } = current.capture;
      this.#entry = await outbox.put({ eventKey, priorityId, answer });
    } catch {
      return this.#set(current, { step: "refused", why: isOrphaned() ? "updated" : "storage", answer });
    }
    this.#set(current, { step: "stored", answer, atMs: this.#entry.atMs, kept: false });
    this.#filing = this.#file(current, { step: "stored", answer, atMs: this.#entry.atMs, kept: true });
    return this.#filing;
  }

  async undo(): Promise<void> {
    const current = this.#pill;
    if (current?.step !== "stored") return;
    try {
      await this.#filing;
      await this.#takeBack(current.capture);
      this.#entry = null;
      const capture = { ...current.capture, answer: null, answeredAtMs: null };
      this.#set({ ...current, capture }, { step: "offered" });
    } catch {
      const why = this.#deps.isOrphaned() ? "updated" : "undo";
      this.#set(current, { step: "refused", why, answer: null });
    }
  }

  addWords(): void {
    if (this.#pill === null) return;
    const { eventKey } = this.#pill.capture;
    // Sent in the turn of the press: browsers open side panels only then. What comes of it shows itself.
    this.#deps.call("page.openPanel", { eventKey, purpose: "words" }).catch(() => null);
  }

  /** Done with this one; also "Not now": this page does not offer the event again, unless it is opened. */
  next(): void {
    if (this.#pill !== null) this.#done.add(slotOf(this.#pill.capture));
    this.#set(this.#nextSubject(), { step: "offered" });
  }

  /** The person opened this event: a pill waved away comes back. */
  reoffer(pageEventId: string): void {
    const again = this.#waiting.find((each) => each.pageEventId === pageEventId);
    if (again === undefined || !this.#done.has(slotOf(again.capture))) return;
    this.#done.delete(slotOf(again.capture));
    if (this.#pill === null || this.#pill.step === "offered") this.#set(again, { step: "offered" });
  }

  /** Pointer or focus came or went: the settled pill stays while it is there. */
  hold(on: boolean): void {
    this.#held = on;
    this.#settle();
  }

  #set(subject: PillSubject | null, step: PillStep): void {
    this.#pill =
      subject === null
        ? null
        : { pageEventId: subject.pageEventId, title: subject.title, capture: subject.capture, ...step };
    this.#settle();
    this.#deps.onChange();
  }

  #settle(): void {
    this.#stopSettling?.();
    this.#stopSettling = null;
    if (this.#pill?.step === "stored" && !this.#held) {
      this.#stopSettling = this.#deps.after(settledMs, () => this.next());
    }
  }

  #nextSubject(): PillSubject | null {
    return this.#waiting.find(({ capture }) => !this.#done.has(slotOf(capture))) ?? null;
  }

  async #file(subject: PillSubject, otherwise: PillStep & { step: "stored" }): Promise<void> {
    try {
      await this.#deps.call("capture.drain", { eventKeys: [subject.capture.eventKey] });
    } catch {
      // The entry lies safe in the outbox; the next drain, whoever asks for it, files it.
      const isStill = this.#pill?.step === "stored" && slotOf(this.#pill.capture) === slotOf(subject.capture);
      if (isStill) this.#set(subject, otherwise);
    }
  }

  async #takeBack({ eventKey, priorityId }: CaptureView): Promise<void> {
    try {
      await this.#deps.call("capture.undo", { eventKey, priorityId });
    } catch (thrown) {
      // Without the background the entry may still lie in the outbox, and taking it out again is the undo.
      if (this.#entry === null || this.#deps.isOrphaned()) throw thrown;
      await this.#deps.outbox.remove(this.#entry.id);
    }
  }
}

function waitingOf(judgements: readonly PageJudgement[]): PillSubject[] {
  const bySlot = new Map<string, PillSubject>();
  for (const { capture, pageEventId, title } of judgements) {
    if (capture === null || capture.answer !== null) continue;
    if (!bySlot.has(slotOf(capture))) bySlot.set(slotOf(capture), { pageEventId, title, capture });
  }
  return [...bySlot.values()].toSorted((a, b) => b.capture.endedMs - a.capture.endedMs);
}

/** One capture is for one event and one priority. */
function slotOf({ eventKey, priorityId }: CaptureView): string {
  return `${eventKey} ${priorityId ?? ""}`;
}
