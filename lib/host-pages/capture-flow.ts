/**
 * What the capture pill offers and how a press is kept. One pill at a time: of the events waiting, the one that ended
 * last comes first. An answer goes to the outbox before anything else is said; "stored" is only ever set after the
 * browser acknowledged that. Owns no element and no word.
 */
import { AppError } from "../base/errors.ts";
import type { Answer, OutboxEntry } from "../domain/reflection.ts";
import type { Call } from "../rpc/call.ts";
import type { CaptureView, PageJudgement } from "../rpc/views.ts";
import type { Outbox } from "./outbox.ts";

interface Shown {
  pageEventId: string;
  title: string;
  capture: CaptureView;
}

export type Pill = Shown &
  (
    | { step: "offered" }
    | { step: "storing"; answer: Answer }
    /** `kept`: safe in the outbox, but the background could not be reached to file it. */
    | { step: "stored"; answer: Answer; atMs: number; kept: boolean }
    | { step: "refused"; why: "storage" | "updated" | "undo"; answer: Answer | null }
  );

export interface CaptureFlowDeps {
  call: Call;
  outbox: Outbox;
  /** True once an update has cut this script off from its extension. */
  isOrphaned(): boolean;
  /** Called after every change of `pill()`, in the same turn. */
  onChange(): void;
  after(ms: number, then: () => void): () => void;
}

export interface CaptureFlow {
  pill(): Pill | null;
  /** Takes over what the background says is waiting or was answered, here or in another tab. */
  update(judgements: readonly PageJudgement[]): void;
  /** Resolves when the answer is kept or refused. */
  answer(answer: Answer): Promise<void>;
  undo(): Promise<void>;
  addWords(): void;
  /** Not now: this page does not offer the event again, unless it is opened. */
  dismiss(): void;
  /** The person opened this event: a pill waved away comes back. */
  reoffer(pageEventId: string): void;
  hold(on: boolean): void;
}

/** How long the settled pill stays (mockups, "Motion"). */
export const settledMs = 8_000;

export function createCaptureFlow(deps: CaptureFlowDeps): CaptureFlow {
  let pill: Pill | null = null;
  let waiting: Shown[] = [];
  let entry: OutboxEntry | null = null;
  let filing: Promise<void> = Promise.resolve();
  let held = false;
  let stopSettling = () => {};
  const done = new Set<string>();

  function set(next: Pill | null): void {
    stopSettling();
    pill = next;
    if (next?.step === "stored" && !held) settleSoon();
    deps.onChange();
  }

  function settleSoon(): void {
    stopSettling = deps.after(settledMs, next);
  }

  function next(): void {
    if (pill !== null) done.add(slotOf(pill.capture));
    const [first] = waiting.filter(({ capture }) => !done.has(slotOf(capture)));
    set(first === undefined ? null : { ...first, step: "offered" });
  }

  async function file(kept: Pill & { step: "stored" }): Promise<void> {
    try {
      await deps.call("capture.drain", { eventKeys: [kept.capture.eventKey] });
    } catch {
      // The entry lies safe in the outbox; the next drain, whoever asks for it, files it.
      if (pill === kept) set({ ...kept, kept: true });
    }
  }

  return {
    pill: () => pill,
    update(judgements) {
      waiting = waitingOf(judgements);
      const current = pill;
      if (current === null) {
        if (waiting.some(({ capture }) => !done.has(slotOf(capture)))) next();
        return;
      }
      if (current.step !== "offered") return;
      const now = judgements.find(({ capture }) => capture !== null && isSameSlot(capture, current.capture));
      const { answer = null, answeredAtMs = null } = now?.capture ?? {};
      if (answer !== null) set({ ...current, step: "stored", answer, atMs: answeredAtMs ?? 0, kept: false });
      else if (now === undefined) next();
    },
    async answer(answer) {
      const current = pill;
      if (current === null || current.step === "storing" || current.step === "stored") return;
      const { pageEventId, title, capture } = current;
      const shown = { pageEventId, title, capture };
      set({ ...shown, step: "storing", answer });
      try {
        if (deps.isOrphaned()) throw new AppError("updated");
        const { eventKey, priorityId } = capture;
        entry = await deps.outbox.put({ eventKey, priorityId, answer });
      } catch {
        return set({ ...shown, step: "refused", why: deps.isOrphaned() ? "updated" : "storage", answer });
      }
      const stored: Pill & { step: "stored" } = {
        ...shown,
        step: "stored",
        answer,
        atMs: entry.atMs,
        kept: false,
      };
      set(stored);
      filing = file(stored);
      return filing;
    },
    async undo() {
      const current = pill;
      if (current?.step !== "stored") return;
      const { pageEventId, title, capture } = current;
      try {
        await filing;
        await takeBack(deps, capture, entry);
        entry = null;
        set({
          pageEventId,
          title,
          capture: { ...capture, answer: null, answeredAtMs: null },
          step: "offered",
        });
      } catch {
        set({
          pageEventId,
          title,
          capture,
          step: "refused",
          why: deps.isOrphaned() ? "updated" : "undo",
          answer: null,
        });
      }
    },
    addWords() {
      // Sent in the turn of the press: browsers open side panels only then. What comes of it shows itself.
      if (pill !== null) {
        deps.call("page.openPanel", { eventKey: pill.capture.eventKey, purpose: "words" }).catch(() => null);
      }
    },
    dismiss: next,
    reoffer(pageEventId) {
      const again = waiting.find((each) => each.pageEventId === pageEventId);
      if (again === undefined || !done.has(slotOf(again.capture))) return;
      done.delete(slotOf(again.capture));
      if (pill === null || pill.step === "offered") set({ ...again, step: "offered" });
    },
    hold(on) {
      held = on;
      stopSettling();
      if (!on && pill?.step === "stored") settleSoon();
    },
  };
}

async function takeBack(
  deps: CaptureFlowDeps,
  capture: CaptureView,
  entry: OutboxEntry | null,
): Promise<void> {
  const { eventKey, priorityId } = capture;
  try {
    await deps.call("capture.undo", { eventKey, priorityId });
  } catch (thrown) {
    // Without the background the entry may still lie in the outbox, and taking it out again is the undo.
    if (entry === null || deps.isOrphaned()) throw thrown;
    await deps.outbox.remove(entry.id);
  }
}

function waitingOf(judgements: readonly PageJudgement[]): Shown[] {
  const bySlot = new Map<string, Shown>();
  for (const { capture, pageEventId, title } of judgements) {
    if (capture === null || capture.answer !== null) continue;
    if (!bySlot.has(slotOf(capture))) bySlot.set(slotOf(capture), { pageEventId, title, capture });
  }
  return [...bySlot.values()].toSorted((a, b) => b.capture.endedMs - a.capture.endedMs);
}

function slotOf({ eventKey, priorityId }: CaptureView): string {
  return `${eventKey} ${priorityId ?? ""}`;
}

function isSameSlot(a: CaptureView, b: CaptureView): boolean {
  return slotOf(a) === slotOf(b);
}
