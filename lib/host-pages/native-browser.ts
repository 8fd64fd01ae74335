/**
 * The browser's own extension API, for page scripts: `browser` where there is one, else `chrome`, whose functions answer
 * with promises as well. Content scripts get this in place of the polyfill (wxt.config.ts).
 */
import type { Browser } from "webextension-polyfill";

const { browser: named, chrome } = globalThis as unknown as { browser?: Browser; chrome?: Browser };

// One of the two is there, or this script would not run.
export const browser = (named?.runtime === undefined ? chrome : named) as Browser;
