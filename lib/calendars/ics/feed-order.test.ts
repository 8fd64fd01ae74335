import { expect, test } from "vitest";
import { orderFeed } from "./feed-order.ts";
import type { OffscreenHost } from "./feed-order.ts";
import type { FeedRequest } from "./feed.ts";

const request = { sourceId: "s" } as FeedRequest;

/** A browser with at most one document, which refuses a second as Chrome does. */
function host(document: { open: boolean; replies: unknown[] }): OffscreenHost & { opened: number } {
  return {
    opened: 0,
    isOpen: () => Promise.resolve(document.open),
    open() {
      if (document.open) return Promise.reject(new Error("Only a single offscreen document may be created."));
      document.open = true;
      this.opened++;
      return Promise.resolve();
    },
    send: () =>
      document.replies.length === 0
        ? Promise.reject(new Error("no receiver"))
        : Promise.resolve(document.replies.shift()),
  };
}

test("the document is opened once for two orders at the same time", async () => {
  const browser = host({ open: false, replies: [{ accepted: true }, { accepted: true }] });
  await Promise.all([orderFeed(browser, request), orderFeed(browser, request)]);
  expect(browser.opened).toBe(1);
});

test("an order said to a closing document is said again to a new one", async () => {
  const document = { open: true, replies: [undefined, { accepted: true }] as unknown[] };
  const browser = host(document);
  const { send } = browser;
  browser.send = async (order) => {
    const reply = await send(order);
    if (reply === undefined) document.open = false;
    return reply;
  };
  await orderFeed(browser, request);
  expect(browser.opened).toBe(1);
});

test("an order nobody takes is a failure, not silence", async () => {
  await expect(orderFeed(host({ open: true, replies: [] }), request)).rejects.toMatchObject({
    code: "internal",
  });
});
