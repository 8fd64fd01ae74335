/**
 * The composition root: builds what use cases are given, and connects the browser's events to them. Listeners are
 * set at once, at top level; nothing is kept in memory that cannot be lost at any moment.
 */
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { drainOutbox } from "../lib/app/capture-drain.ts";
import { retain } from "../lib/app/data-retention.ts";
import type { Deps } from "../lib/app/deps.ts";
import { handlers } from "../lib/app/handlers.ts";
import { toggleHidden } from "../lib/app/settings-save.ts";
import { wake } from "../lib/app/wake.ts";
import { systemClock } from "../lib/base/clock.ts";
import { coalesced } from "../lib/base/coalesce.ts";
import { asAppError } from "../lib/base/errors.ts";
import { memoryLog } from "../lib/base/log.ts";
import { announce } from "../lib/browser/announce.ts";
import { startFeed } from "../lib/browser/feeds.ts";
import { outboxPrefix, storageOutbox } from "../lib/browser/outbox.ts";
import { openPanel } from "../lib/browser/panel.ts";
import { followPermissions, grantedPatterns, injectIntoOpenTabs } from "../lib/browser/sites.ts";
import { showBadge } from "../lib/browser/toolbar.ts";
import { originOf } from "../lib/rpc/sender.ts";
import { serve } from "../lib/rpc/serve.ts";
import { openStore } from "../lib/store/store.ts";

export default defineBackground({
  type: "module",
  main() {
    const clock = systemClock;
    const log = memoryLog(() => clock.nowMs());
    /** Every event of the browser ends here: failures are noted by code, never thrown into the browser. */
    const attempt = (what: string, work: () => Promise<unknown>) => {
      work().catch((thrown: unknown) =>
        log.note("background.failed", { what, code: asAppError(thrown).code }),
      );
    };
    const look = coalesced(async () => {
      const { nextMs, badge } = await wake(deps);
      await Promise.all([browser.alarms.create("next", { when: nextMs }), showBadge(badge)]);
    });
    const deps: Deps = {
      clock,
      log,
      store: openStore(clock, log),
      locale: browser.i18n.getUILanguage(),
      version: browser.runtime.getManifest().version,
      announceChange: () => {
        announce();
        attempt("wake", look);
      },
      outbox: storageOutbox,
      edges: {
        grantedHosts: grantedPatterns,
        registerSites: async () => {
          const registered = await followPermissions();
          await injectIntoOpenTabs();
          return registered;
        },
        readFeed: async (sourceId) => attempt("feed", () => startFeed(deps, sourceId)),
        usedBytes: async () => (await navigator.storage.estimate()).usage ?? null,
        openPanel,
        reschedule: async () => attempt("wake", look),
      },
    };
    const own = { id: browser.runtime.id, origin: originOf(browser.runtime.getURL("/")) ?? "" };
    serve(browser.runtime, { handlers, deps, own });

    browser.runtime.onInstalled.addListener(({ reason }) => {
      attempt("sites", () => deps.edges.registerSites());
      if (reason === "install")
        attempt("welcome", () => browser.tabs.create({ url: `${browser.runtime.getURL("/")}welcome.html` }));
    });
    browser.runtime.onStartup.addListener(() => attempt("sites", followPermissions));
    browser.permissions.onAdded.addListener(() => attempt("sites", () => deps.edges.registerSites()));
    browser.permissions.onRemoved.addListener(() => attempt("sites", followPermissions));
    browser.alarms.onAlarm.addListener(({ name }) =>
      attempt(name, name === "retention" ? () => retain(deps) : look),
    );
    browser.commands.onCommand.addListener((command) => {
      if (command === "hide-all") attempt("hide-all", () => toggleHidden(deps));
    });
    browser.storage.local.onChanged.addListener((changes) => {
      const isNew = Object.entries(changes).some(
        ([key, { newValue }]) => key.startsWith(outboxPrefix) && newValue !== undefined,
      );
      if (isNew) attempt("drain", () => drainOutbox(deps));
    });

    // At every start: alarms may have been dropped with the last session.
    attempt("wake", look);
    attempt("retention", async () => {
      if ((await browser.alarms.get("retention")) === undefined)
        await browser.alarms.create("retention", { delayInMinutes: 1, periodInMinutes: 24 * 60 });
    });
  },
});
