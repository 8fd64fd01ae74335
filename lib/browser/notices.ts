/** Notifications: shows them, and tells what the person did with one. Firefox has no buttons; a click opens. */
import { browser } from "wxt/browser";
import { loop } from "../base/messages/en/loop.ts";
import { translator } from "../base/messages/messages.ts";
import type { Notice } from "../app/reminders-run.ts";

/** How long one press on "snooze" lasts. */
export const snoozeMinutes = 5;

const separator = "|";

/** The same notice shown twice stands once: its id is the browser's. */
export async function showNotice(notice: Notice, locale: string): Promise<void> {
  const t = translator(loop, locale);
  const options = {
    type: "basic" as const,
    iconUrl: `${browser.runtime.getURL("/")}icon/128.png`,
    title: notice.title,
    message: notice.message,
  };
  const buttons = [
    { title: t("reminder.open") },
    { title: t("reminder.snooze", { minutes: snoozeMinutes }) },
  ];
  const id = `${notice.eventKey ?? ""}${separator}${notice.id}`;
  const isChrome = import.meta.env.CHROME;
  await browser.notifications.create(id, isChrome && notice.canSnooze ? { ...options, buttons } : options);
}

/** What a notification is about, from its id alone: the background may have died since it was shown. */
export function eventOfNotice(id: string): string | null {
  const eventKey = id.split(separator)[0] ?? "";
  return eventKey === "" ? null : eventKey;
}

/** Listens at once: a click may be what wakes the background. */
export function listenToNotices(heard: {
  open(eventKey: string | null): void;
  snooze(eventKey: string): void;
}): void {
  browser.notifications.onClicked.addListener((id) => {
    close(id);
    heard.open(eventOfNotice(id));
  });
  // Absent in Firefox.
  browser.notifications.onButtonClicked?.addListener((id, button) => {
    close(id);
    const eventKey = eventOfNotice(id);
    if (button === 1 && eventKey !== null) heard.snooze(eventKey);
    else heard.open(eventKey);
  });
}

function close(id: string): void {
  browser.notifications.clear(id).catch(() => undefined); // it closed by itself
}
