/**
 * Starts the reading of a feed where a worker can be had: in an offscreen document on Chrome, right here in Firefox's
 * event page. How it went comes back as source.commit, source.unchanged or source.fail.
 */
import { browser } from "wxt/browser";
import type { Deps } from "../app/deps.ts";
import { feedRequest } from "../app/feed-request.ts";
import { sourceCommit } from "../app/source-commit.ts";
import { sourceFail } from "../app/source-fail.ts";
import { sourceUnchanged } from "../app/source-unchanged.ts";
import { readFeedAddress } from "../calendars/ics/address.ts";
import { runFeed } from "../calendars/ics/feed-run.ts";
import { orderFeed } from "../calendars/ics/feed-order.ts";
import type { OffscreenHost } from "../calendars/ics/feed-order.ts";

/** Chrome's offscreen documents; absent in Firefox. */
interface Offscreen {
  hasDocument(): Promise<boolean>;
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
}

/** Returns once the reading was started. A host that is not allowed is a failure of the source, told as such. */
export async function startFeed(deps: Deps, sourceId: string): Promise<void> {
  const request = await feedRequest(deps, sourceId);
  if (request === null) return;
  const origins = [readFeedAddress(request.address).permission];
  if (!(await browser.permissions.contains({ origins }))) {
    await sourceFail(deps, { sourceId, code: "permission-missing", retryAtMs: null });
    return;
  }
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (offscreen === undefined) {
    const report = {
      commit: (input: Parameters<typeof sourceCommit>[1]) => sourceCommit(deps, input),
      unchanged: (input: Parameters<typeof sourceUnchanged>[1]) => sourceUnchanged(deps, input),
      fail: (input: Parameters<typeof sourceFail>[1]) => sourceFail(deps, input),
    };
    await runFeed(request, report, (url, init) => fetch(url, init));
    return;
  }
  await orderFeed(offscreenHost(offscreen), request);
}

function offscreenHost(offscreen: Offscreen): OffscreenHost {
  return {
    isOpen: () => offscreen.hasDocument(),
    open: () =>
      offscreen.createDocument({
        url: "offscreen.html",
        reasons: ["WORKERS"],
        justification: "Reads calendar feeds in a worker that can be stopped.",
      }),
    send: (order) => browser.runtime.sendMessage(order),
  };
}
