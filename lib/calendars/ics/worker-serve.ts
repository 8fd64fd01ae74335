/**
 * The worker's side of reading: one order, signs of life, one answer. Owns how often it speaks; must never decide when
 * to give up (the host does, by killing it).
 */
import { asAppError } from "../../base/errors.ts";
import { readIcs } from "./read.ts";
import type { ReadOrder, WorkerMessage } from "./wire.ts";

const speakEveryMs = 100;

/** Tells the host that the worker lives, also while it waits for bytes. Ends with the worker. */
export function announceLife(post: (message: WorkerMessage) => void): void {
  post({ kind: "alive" });
  setInterval(() => post({ kind: "alive" }), 400);
}

/** Reads one order and posts its outcome; progress goes out even while the loop is busy. */
export async function serveOrder(order: ReadOrder, post: (message: WorkerMessage) => void): Promise<void> {
  let spokenAt = 0;
  try {
    const reading = await readIcs(order.input, {
      ...order.options,
      onProgress: (progress) => {
        const now = performance.now();
        if (now - spokenAt < speakEveryMs) return;
        spokenAt = now;
        post({ kind: "progress", progress });
      },
    });
    post({ kind: "read", reading });
  } catch (thrown) {
    const { code, params } = asAppError(thrown);
    post({ kind: "failed", code, params });
  }
}
