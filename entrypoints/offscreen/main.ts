/**
 * The document Chrome lends a service worker that needs a Worker: reads feeds on order and reports to the background.
 * Wiring only; closes itself when nothing is being read.
 */
import { browser } from "wxt/browser";
import { isFeedOrder, isReadingFeeds, runFeed } from "../../lib/calendars/ics/feed-run.ts";
import { callOver } from "../../lib/rpc/call.ts";

const call = callOver((request) => browser.runtime.sendMessage(request));

browser.runtime.onMessage.addListener((message: unknown, _sender, answer: (reply: unknown) => void) => {
  if (!isFeedOrder(message)) return;
  answer({ accepted: true });
  const report = {
    commit: (input: Parameters<typeof call<"source.commit">>[1]) => call("source.commit", input),
    unchanged: (input: Parameters<typeof call<"source.unchanged">>[1]) => call("source.unchanged", input),
    fail: (input: Parameters<typeof call<"source.fail">>[1]) => call("source.fail", input),
  };
  const reading = runFeed(message.throughlineFeed, report, (url, init) => fetch(url, init));
  // A report nobody takes (the source was removed, the extension was updated) has nobody left to be told to.
  void reading
    .catch(() => null)
    .finally(() => {
      if (!isReadingFeeds()) globalThis.close();
    });
});
