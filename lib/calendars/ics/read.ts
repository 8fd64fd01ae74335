/**
 * Reads iCalendar (RFC 5545) from text or bytes for one window. Owns the order of the steps: scan, zones, series,
 * events. Pure of browser APIs: runs in Node, in a page and in the worker. Must never hold more of a file than what
 * can touch the window, and never let one component stop the others.
 */
import { AppError } from "../../base/errors.ts";
import type { IcsInput, IcsOptions, IcsReading } from "./types.ts";

/**
 * Events of an iCalendar file with end > `fromMs` and start < `toMs`, cancelled ones included (`status`), sorted by
 * start. `reading.identities[i]` belongs to `reading.events[i]`; `events[i].sourceEventId` is `UID` or
 * `UID#<original start>`, where the original start reads `2026-11-25T09:00:00Z`, `2026-11-25` (all-day) or
 * `2026-11-25T09:00:00` (floating). Floating and all-day times are resolved in `options.zone`.
 *
 * What could not be read is in `problems` (sentences: `problemSentence` in problems.ts) and makes
 * `coverage.complete` false where events may be missing.
 *
 * Throws AppError `not-a-calendar` (no calendar in it), `file-too-large` (over `caps.bytes`), `cancelled`
 * (`options.signal`).
 */
export function readIcs(_input: IcsInput, _options: IcsOptions): Promise<IcsReading> {
  return Promise.reject(new AppError("internal"));
}
