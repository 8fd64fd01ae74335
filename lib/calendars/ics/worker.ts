/** Entry of the reading worker: wiring only. */
import { announceLife, serveOrder } from "./worker-serve.ts";
import type { ReadOrder, WorkerMessage } from "./wire.ts";

// In a module worker the global has postMessage with one argument; the DOM library types it as a window's.
const scope = globalThis as unknown as Pick<Worker, "postMessage">;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
const post = (message: WorkerMessage) => scope.postMessage(message);

globalThis.addEventListener("message", (event: MessageEvent<ReadOrder>) => {
  // Only the page that made this worker can post to it.
  void serveOrder(event.data, post);
});
announceLife(post);
