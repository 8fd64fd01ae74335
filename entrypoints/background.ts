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
import { runReminders } from "../lib/app/reminders-run.ts";
import { snooze } from "../lib/app/reminders-snooze.ts";
import { toggleHidden } from "../lib/app/settings-save.ts";
import { wake } from "../lib/app/wake.ts";
import { systemClock } from "../lib/base/clock.ts";
import { coalesced } from "../lib/base/coalesce.ts";
import { asAppError } from "../lib/base/errors.ts";
import { memoryLog } from "../lib/base/log.ts";
import type { Log } from "../lib/base/log.ts";
import { announce } from "../lib/browser/announce.ts";
import { startFeed } from "../lib/browser/feeds.ts";
import { listenToNotices, showNotice, snoozeMinutes } from "../lib/browser/notices.ts";
import { outboxPrefix, storageOutbox } from "../lib/browser/outbox.ts";
import { injectPageParts } from "../lib/browser/page-parts.ts";
import { openPanel } from "../lib/browser/panel.ts";
import { followPermissions, grantedPatterns, injectIntoOpenTabs } from "../lib/browser/sites.ts";
import { showBadge } from "../lib/browser/toolbar.ts";
import { originOf } from "../lib/rpc/sender.ts";
import { serve } from "../lib/rpc/serve.ts";
import { openStore } from "../lib/store/store.ts";

export default defineBackground({
  type: "module",
  main() {
    const log = memoryLog(() => systemClock.nowMs());
    const attempt = attemptWith(log);
    const look = coalesced(() => lookAround(deps));
    const deps = compose(log, attempt, look);
    const own = { id: browser.runtime.id, origin: originOf(browser.runtime.getURL("/")) ?? "" };
    serve(browser.runtime, { handlers, deps, own });
    listenToBrowser(deps, attempt, look);

    // At every start: alarms may have been dropped with the last session.
    attempt("wake", look);
    attempt("retention", keepRetentionAlarm);
  },
});

/** How long what nobody waits for gives way to what somebody does. */
const giveWayMs = 300;

type Attempt = (what: string, work: () => Promise<unknown>) => void;

/** Every event of the browser ends here: failures are noted by code, never thrown into the browser. */
function attemptWith(log: Log): Attempt {
  return (what, work) => {
    work().catch((thrown: unknown) => log.note("background.failed", { what, code: asAppError(thrown).code }));
  };
}

/** Attempts once, a moment after the last call. Lost if the background dies before: the next start does the same. */
function soonWith(attempt: Attempt): Attempt {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return (what, work) => {
    clearTimeout(timers.get(what));
    timers.set(
      what,
      setTimeout(() => attempt(what, work), giveWayMs),
    );
  };
}

function compose(log: Log, attempt: Attempt, look: () => Promise<void>): Deps {
  const soon = soonWith(attempt);
  const deps: Deps = {
    clock: systemClock,
    log,
    store: openStore(systemClock, log),
    locale: browser.i18n.getUILanguage(),
    version: browser.runtime.getManifest().version,
    announceChange() {
      announce();
      soon("wake", look);
    },
    outbox: storageOutbox,
    edges: {
      grantedHosts: grantedPatterns,
      registerSites,
      readFeed: async (sourceId) => attempt("feed", () => startFeed(deps, sourceId)),
      usedBytes: async () => (await navigator.storage.estimate()).usage ?? null,
      openPanel,
      injectPageParts,
      reschedule: async () => soon("wake", look),
    },
  };
  return deps;
}

/** How soon it is tried again when the store could not be read: captures wait for it. */
const tryAgainMs = 5 * 60_000;

/** Does what is due, shows how things stand, and sets the one alarm for what comes next. */
async function lookAround(deps: Deps): Promise<void> {
  // Set first: whatever fails below is tried again.
  await browser.alarms.create("next", { when: deps.clock.nowMs() + tryAgainMs });
  const { nextMs, badge } = await wake(deps);
  await browser.alarms.create("next", { when: nextMs });
  await showBadge(badge);
  const reminders = await runReminders(deps, (notice) => showNotice(notice, deps.locale));
  if (reminders.nextMs !== null && reminders.nextMs < nextMs)
    await browser.alarms.create("next", { when: reminders.nextMs });
}

function listenToBrowser(deps: Deps, attempt: Attempt, look: () => Promise<void>): void {
  const soon = soonWith(attempt);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    attempt("sites", registerSites);
    if (reason === "install") attempt("welcome", () => openTab("welcome.html"));
  });
  browser.runtime.onStartup.addListener(() => attempt("sites", followPermissions));
  browser.permissions.onAdded.addListener(() => attempt("sites", registerSites));
  browser.permissions.onRemoved.addListener(() => attempt("sites", followPermissions));
  browser.alarms.onAlarm.addListener(({ name }) =>
    attempt(name, name === "retention" ? () => retain(deps) : look),
  );
  browser.commands.onCommand.addListener((command) => {
    if (command === "hide-all") attempt("hide-all", () => toggleHidden(deps));
  });
  // A page script may be gone before it could ask for the drain; one that is there asks first.
  browser.storage.local.onChanged.addListener((changes) => {
    const isNew = Object.entries(changes).some(
      ([key, { newValue }]) => key.startsWith(outboxPrefix) && newValue !== undefined,
    );
    if (isNew) soon("drain", () => drainOutbox(deps));
  });
  listenToNotices({
    open: (eventKey) => attempt("open", () => openFrom(eventKey)),
    snooze: (eventKey) => attempt("snooze", () => snooze(deps, { eventKey, minutes: snoozeMinutes })),
  });
}

async function registerSites(): Promise<string[]> {
  const registered = await followPermissions();
  await injectIntoOpenTabs();
  return registered;
}

async function keepRetentionAlarm(): Promise<void> {
  if ((await browser.alarms.get("retention")) === undefined)
    await browser.alarms.create("retention", { delayInMinutes: 1, periodInMinutes: 24 * 60 });
}

function openTab(page: string): Promise<unknown> {
  return browser.tabs.create({ url: `${browser.runtime.getURL("/")}${page}` });
}

/** A notification is no gesture for the side panel: its event opens in a small window, the day in a tab. */
function openFrom(eventKey: string | null): Promise<unknown> {
  if (eventKey === null) return openTab("app.html#/today");
  return openPanel({ tabId: null, windowId: null }, `#/card/${encodeURIComponent(eventKey)}`);
}
