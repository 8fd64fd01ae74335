/** English, part "app": words the background puts into views. Wording rules: docs/wording.md. */
export const app = {
  "by.you": "You",
  "reason.marked": "You marked it",
  "reason.priority": "Your “{name}” priority applies",
  "source.page.google-calendar": "Google Calendar, open page",
  "source.page.outlook": "Outlook, open page",
  "source.page-unreadable": "The page could not be read. Throughline goes on here and in the side panel.",
  "settings.storage-full": "The disk is full. New captures are kept aside until there is room.",
  "settings.captures-wait": {
    one: "A capture waits for an event that is not stored here. Bringing back the archive files it.",
    other: "{count} captures wait for events that are not stored here. Bringing back the archive files them.",
  },
} as const;
