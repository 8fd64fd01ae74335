/** Who asked: decided by the dispatcher (rpc/serve.ts) from what the browser says, never from the message. */
export interface Sender {
  tier: "own" | "page";
  tabId: number | null;
  windowId: number | null;
}
