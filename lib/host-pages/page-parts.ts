/**
 * The second half of a page script: card, pill and notice, with the renderer and the styles they need. It is loaded into
 * the same isolated world when there is first something to show, so that a page on which nothing is shown carries only the
 * reading and the badges. Owns how the two halves find each other; the page's own world cannot reach either.
 */
import type { Call } from "../rpc/call.ts";
import type { HealthWatch } from "./health.ts";
import type { HostPage, OpenedEvent } from "./host-page.ts";
import type { KnownEvents } from "./known-events.ts";
import type { OutboxArea } from "./outbox.ts";

export interface PartsDeps {
  page: HostPage;
  call: Call;
  known: KnownEvents;
  health: HealthWatch;
  storage: OutboxArea;
  /** The person's language, BCP 47. */
  locale: string;
  nowMs(this: void): number;
  /** True once an update has cut this script off from its extension. */
  isOrphaned(this: void): boolean;
}

export interface PageParts {
  /** After every pass over the page: what is open now. */
  pass(opened: OpenedEvent | null): void;
  /** The background said something new about the events. */
  takeState(): void;
  /** Stored data changed. */
  refresh(): void;
  /** Takes everything off the page; the next pass may bring it back. */
  clear(): void;
}

export type StartParts = (deps: PartsDeps, signal: AbortSignal) => PageParts;

const slot = Symbol.for("throughline.page-parts");

/** Called by the second half when it has been loaded. */
export function offerParts(start: StartParts): void {
  (globalThis as Record<symbol, unknown>)[slot] = start;
}

/** Has the second half loaded; a script of an earlier version is replaced by it. Rejects when that was not possible. */
export async function loadParts(call: Call): Promise<StartParts> {
  await call("page.parts", {});
  // Only offerParts writes there, in this same world.
  return (globalThis as Record<symbol, unknown>)[slot] as StartParts;
}
