/** Wiring: Google Calendar's page, the background, the browser. Registered at run time, after the site was granted. */
import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { wordsFor } from "../../components/in-page/words.ts";
import { googleCalendar } from "../../lib/host-pages/google-calendar/adapter.ts";
import { outboxIn } from "../../lib/host-pages/outbox.ts";
import { startPageScript } from "../../lib/host-pages/page-script.ts";
import { callOver } from "../../lib/rpc/call.ts";

export default defineContentScript({
  matches: ["https://calendar.google.com/*"],
  registration: "runtime",
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main(ctx) {
    const nowMs = () => Date.now();
    startPageScript(
      {
        page: googleCalendar(),
        call: callOver((request) => browser.runtime.sendMessage(request)),
        outbox: outboxIn(browser.storage.local, nowMs),
        words: wordsFor(browser.i18n.getUILanguage()),
        nowMs,
        isOrphaned: () => browser.runtime?.id === undefined,
        onChanged(listener, signal) {
          const onMessage = (message: unknown) => {
            if (typeof message === "object" && message !== null && "throughlineChanged" in message)
              listener();
          };
          browser.runtime.onMessage.addListener(onMessage);
          signal.addEventListener("abort", () => browser.runtime?.onMessage?.removeListener(onMessage));
        },
      },
      ctx.signal,
    );
  },
});
