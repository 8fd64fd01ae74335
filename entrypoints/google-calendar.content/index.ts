/** Wiring: Google Calendar's page, the background, the browser. Registered at run time, after the site was granted. */
import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { googleCalendar } from "../../lib/host-pages/google-calendar/adapter.ts";
import { startPageScript } from "../../lib/host-pages/page-script.ts";
import { callOver } from "../../lib/rpc/call.ts";

export default defineContentScript({
  matches: ["https://calendar.google.com/*"],
  registration: "runtime",
  runAt: "document_start",
  noScriptStartedPostMessage: true,
  main(ctx) {
    startPageScript(
      {
        page: googleCalendar(),
        call: callOver((request) => browser.runtime.sendMessage(request)),
        storage: browser.storage.local,
        locale: browser.i18n.getUILanguage(),
        nowMs: () => Date.now(),
        isOrphaned: () => browser.runtime?.id === undefined,
        onChanged: listenForChanges,
      },
      ctx.signal,
    );
  },
});

function listenForChanges(listener: () => void, signal: AbortSignal): void {
  const onMessage = (message: unknown) => {
    if (typeof message === "object" && message !== null && "throughlineChanged" in message) listener();
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener("abort", () => browser.runtime?.onMessage?.removeListener(onMessage));
}
