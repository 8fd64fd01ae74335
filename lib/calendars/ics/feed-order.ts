/**
 * Hands a feed order from Chrome's background to the offscreen document. Owns that there is exactly one such document
 * and that an order is not lost while an old one closes. Must never read anything itself.
 */
import { AppError } from "../../base/errors.ts";
import type { FeedRequest } from "./feed.ts";
import type { FeedOrder } from "./feed-run.ts";

/** What the browser offers for it: `chrome.offscreen` and `runtime.sendMessage`. */
export interface OffscreenHost {
  isOpen(): Promise<boolean>;
  /** Opens offscreen.html; rejects when one is open already. */
  open(): Promise<void>;
  /** Answers `{ accepted: true }` when the document took the order. */
  send(order: FeedOrder): Promise<unknown>;
}

/** Starts reading a feed; returns once the document has taken the order. Throws AppError `internal` when none does. */
export async function orderFeed(host: OffscreenHost, request: FeedRequest): Promise<void> {
  // The document closes itself when it is done, perhaps between our look and our word: then a new one is opened.
  for (let attempt = 0; attempt < 2; attempt++) {
    if (!(await host.isOpen())) await openOnce(host);
    if (await isAccepted(host, request)) return;
  }
  throw new AppError("internal");
}

let opening: Promise<void> | null = null;

/** Two orders at once wait for one document. */
async function openOnce(host: OffscreenHost): Promise<void> {
  opening ??= host.open().finally(() => {
    opening = null;
  });
  await opening;
}

async function isAccepted(host: OffscreenHost, request: FeedRequest): Promise<boolean> {
  try {
    const reply = await host.send({ throughlineFeed: request });
    return typeof reply === "object" && reply !== null && "accepted" in reply && reply.accepted === true;
  } catch {
    return false; // nobody listened: the document was closing
  }
}
