/**
 * What use cases are given: built once by the composition root (entrypoints/background.ts), passed as the first
 * argument. Fakes live in test/support/fake-deps.ts.
 */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { OutboxEntry } from "../domain/reflection.ts";
import type { Store } from "../store/store.ts";

export interface Deps {
  clock: Clock;
  log: Log;
  store: Store;
  /** The person's language, BCP 47. */
  locale: string;
  /** Version of the extension. */
  version: string;
  /** Tells surfaces and page scripts that stored data changed. Never throws, never waits. */
  announceChange(): void;
  outbox: Outbox;
  edges: Edges;
}

/** Captures that lie in extension storage and nobody has filed yet: page scripts write them there. */
export interface Outbox {
  /** Everything that lies there, by key; not yet parsed: whatever is no entry is for the drain to refuse. */
  read(): Promise<Record<string, unknown>>;
  remove(keys: string[]): Promise<void>;
  /** Lays an entry there, for captures made in own surfaces when the store cannot take them. */
  put(entry: OutboxEntry): Promise<void>;
}

/** What the browser can do for a use case. */
export interface Edges {
  /** Calendar hosts the person granted, as origins. */
  grantedHosts(): Promise<string[]>;
  /** Registers and injects page scripts for the granted hosts; answers with the ids registered. */
  registerSites(): Promise<string[]>;
  /** Starts reading a feed; returns once the reading was started, not when it ended. */
  readFeed(sourceId: string): Promise<void>;
  /** Bytes used by our storage; `null` where the browser does not tell. */
  usedBytes(): Promise<number | null>;
  /** Opens the side panel, or a small window where that is not allowed. Must be called in the turn of the message. */
  openPanel(target: { tabId: number | null; windowId: number | null }, hash: string): Promise<boolean>;
  /** Puts the second half of the page script, what is drawn on demand, into the top frame of a tab. */
  injectPageParts(tabId: number): Promise<void>;
  /** Looks again at alarms, notifications and the toolbar badge. Never throws; returns before it is done. */
  reschedule(): Promise<void>;
}
