/** English, part "errors": one sentence for every error code. Wording rules: docs/wording.md. */
export const errors = {
  "error.bad-input": "That could not be read as it was sent.",
  "error.forbidden-sender": "That is not allowed from here.",
  "error.unknown-operation": "This part of Throughline is of another version. Reload the page.",
  "error.not-found": "That no longer exists.",
  "error.storage-full": "The disk is full. Nothing was changed; make room and try again.",
  "error.storage-unavailable":
    "The browser did not open Throughline's storage. Close other windows or restart the browser. Settings can save what is readable.",
  "error.storage-newer":
    "What is stored was written by a newer version of Throughline. Update the extension to open it; nothing was changed.",
  "error.file-too-large": "The file is larger than Throughline reads. Nothing was stored.",
  "error.file-unreadable": "The file could not be read. Nothing was stored.",
  "error.file-truncated": "The file ends in the middle. Download it again.",
  "error.not-a-calendar": "This is not a calendar file. Export an .ics file from your calendar.",
  "error.too-complex": "The calendar repeats more often than Throughline can work out.",
  "error.cancelled": "Cancelled. Nothing was stored.",
  "error.timeout": "It took too long and was stopped. Nothing was stored.",
  "error.offline": "No connection. Throughline tries again by itself.",
  "error.http-status": "The calendar's server refused. Throughline tries again by itself.",
  "error.permission-missing": "Throughline is not allowed to read that address. Allow it in settings.",
  "error.archive-newer":
    "This archive was made by a newer version of Throughline. Update the extension, then import it.",
  "error.archive-invalid": "This is not a whole Throughline archive ({place}). Nothing was imported.",
  "error.too-late": "This event ended more than 48 hours ago. It can no longer be captured.",
  "error.too-many": "Three priorities at a time. Delete one to add another.",
  "error.updated": "Throughline was updated. Reload the page.",
  "error.internal": "Something went wrong in Throughline. Copy the report in settings if it happens again.",
} as const;
