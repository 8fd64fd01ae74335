/**
 * What use cases are given: built once by the composition root (entrypoints/background.ts), passed as the first
 * argument. Fakes live in test/support.
 */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Store } from "../store/store.ts";

export interface Deps {
  clock: Clock;
  log: Log;
  store: Store;
  /** The person's language, BCP 47. */
  locale: string;
  /** Tells surfaces and page scripts that stored data changed. */
  announceChange(): void;
}
