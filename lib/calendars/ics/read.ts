/**
 * Reads iCalendar (RFC 5545) from text or bytes for one window. Owns the order of the steps: scan, group, expand,
 * word. Pure of browser APIs: runs in Node, in a page and in the worker. Must never hold more of a file than what can
 * touch the window, and never let one component stop the others.
 */
import { AppError } from "../../base/errors.ts";
import { aliasesForUid } from "../../domain/identity.ts";
import type { CalendarEvent } from "../../domain/event.ts";
import { sizeOf, utf8Chunks } from "./bytes.ts";
import type { CalendarFrame, RawEvent } from "./collect.ts";
import { readContent } from "./content.ts";
import type { Content } from "./content.ts";
import { groupSeries, hashOf } from "./group.ts";
import type { Occurrence } from "./expansion.ts";
import { ProblemLog } from "./problems.ts";
import { StepBudget } from "./recur.ts";
import { ComponentScanner } from "./scan.ts";
import { expandSeries } from "./series.ts";
import type { Series } from "./series.ts";
import type { Reading } from "./times.ts";
import { touchDays } from "./touch.ts";
import { icsCaps } from "./types.ts";
import type { IcsCaps, IcsIdentity, IcsInput, IcsOptions, IcsReading } from "./types.ts";
import { dayMs, readDuration } from "./wall.ts";
import { ianaZone, utcZone } from "./zone.ts";
import { Zones } from "./zones.ts";

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
export async function readIcs(input: IcsInput, options: IcsOptions): Promise<IcsReading> {
  const caps = { ...icsCaps, ...options.caps };
  const problems = new ProblemLog(caps.problems);
  const scanner = await scan(input, options, caps, problems);
  const { found } = scanner;
  if (found.calendars.length === 0) throw new AppError("not-a-calendar");
  const zones = new Zones(found.calendars, options.toMs, problems);
  const reading: Reading = { zones, problems, device: ianaZone(options.zone) ?? utcZone };
  const told = new Teller(options, found.calendars, problems);
  expandAll(groupSeries(found.events, found.passed, problems), told, options, caps, reading);
  if (found.components === 0 && found.others > 0) problems.add("no-events", null, { count: found.others });
  return {
    ...told.sorted(),
    problems: problems.list(),
    coverage: { fromMs: options.fromMs, toMs: options.toMs, complete: !problems.lossy },
    file: {
      calendarName: found.calendars.find(({ name }) => name !== null)?.name ?? null,
      refreshMinutes: refreshMinutes(found.calendars),
      components: found.components,
      lines: scanner.lines,
    },
  };
}

async function scan(
  input: IcsInput,
  options: IcsOptions,
  caps: IcsCaps,
  problems: ProblemLog,
): Promise<ComponentScanner> {
  const scanner = new ComponentScanner(touchDays(options), caps, problems);
  const totalBytes = sizeOf(input);
  if (totalBytes !== null && totalBytes > caps.bytes)
    throw new AppError("file-too-large", { params: { megabytes: Math.round(caps.bytes / 1024 / 1024) } });
  let bytes = 0;
  for await (const chunk of utf8Chunks(input, caps.bytes)) {
    stopIfCancelled(options.signal);
    scanner.push(chunk);
    bytes += chunk.length;
    const components = scanner.found.events.length;
    options.onProgress?.({ stage: "scan", bytes, totalBytes, components, expanded: 0 });
    if (bytes > mostJunk && scanner.found.calendars.length === 0) throw new AppError("not-a-calendar");
  }
  scanner.end();
  return scanner;
}

/** A file in which no calendar has begun by here is none. */
const mostJunk = 1 << 20;

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError("cancelled");
}

function expandAll(
  all: Map<string, Series>,
  told: Teller,
  options: IcsOptions,
  caps: IcsCaps,
  reading: Reading,
): void {
  const limits = {
    fromMs: options.fromMs,
    toMs: options.toMs,
    occurrences: caps.occurrences,
    budget: new StepBudget(),
  };
  let expanded = 0;
  for (const [uid, series] of all) {
    stopIfCancelled(options.signal);
    for (const occurrence of expandOne(series, limits, reading)) {
      if (told.count >= caps.events) {
        reading.problems.add("events-cut", null, { count: caps.events });
        return;
      }
      told.add(uid, occurrence);
    }
    expanded++;
    options.onProgress?.({ stage: "expand", bytes: 0, totalBytes: 0, components: all.size, expanded });
  }
}

/** One series apart from the others: whatever is wrong with it stays with it, and is told. */
function expandOne(
  series: Series,
  limits: Parameters<typeof expandSeries>[1],
  reading: Reading,
): Occurrence[] {
  try {
    return expandSeries(series, limits, reading);
  } catch {
    const line = (series.master ?? series.exceptions[0])?.line ?? null;
    reading.problems.add("component-unreadable", line); // told to the person; the rest of the file goes on
    return [];
  }
}

/** Makes the normalised events, each series' content read once. */
class Teller {
  private readonly events: { event: CalendarEvent; identity: IcsIdentity }[] = [];
  private readonly contents = new Map<RawEvent, Content>();
  private readonly own: ReadonlySet<string>;
  private readonly options: IcsOptions;
  private readonly problems: ProblemLog;

  constructor(options: IcsOptions, calendars: readonly CalendarFrame[], problems: ProblemLog) {
    this.options = options;
    this.problems = problems;
    // Google names a person's own calendar by their address.
    const named = calendars.flatMap(({ name }) => (name?.includes("@") === true ? [name] : []));
    this.own = new Set(
      [...(options.ownAddresses ?? []), ...named].map((address) => address.trim().toLowerCase()),
    );
  }

  get count(): number {
    return this.events.length;
  }

  add(uid: string, { raw, timing, original, recurrence }: Occurrence): void {
    const content = this.contentOf(raw, timing.kind === "all-day");
    const shortUid = shortened(uid);
    const { calendarName, sourceId } = this.options;
    const event: CalendarEvent = {
      ...content,
      sourceId,
      sourceEventId: original === null ? shortUid : `${shortUid}#${original.text}`,
      aliases: aliasesForUid(shortUid, original?.alias ?? null),
      seriesId: original === null ? null : shortUid,
      timing,
      recurrence,
      calendar: { id: sourceId, name: (raw.calendar.name ?? calendarName).slice(0, 300), own: true },
    };
    this.events.push({ event, identity: { uid, originalStart: original?.text ?? null } });
  }

  sorted(): Pick<IcsReading, "events" | "identities"> {
    const sorted = this.events.toSorted((a, b) => a.event.timing.startMs - b.event.timing.startMs);
    return { events: sorted.map(({ event }) => event), identities: sorted.map(({ identity }) => identity) };
  }

  private contentOf(raw: RawEvent, isAllDay: boolean): Content {
    const known = this.contents.get(raw);
    if (known !== undefined) return known;
    const content = readContent(raw, isAllDay, this.own, this.problems);
    this.contents.set(raw, content);
    return content;
  }
}

const longestUid = 400;

/** A UID as it stands, or, beyond any honest length, its beginning and a hash of the whole. */
function shortened(uid: string): string {
  return uid.length <= longestUid ? uid : `${uid.slice(0, longestUid - 17)}-${hashOf(uid)}`;
}

/** How often the publisher wants to be asked, the longest of what the calendars say. */
function refreshMinutes(calendars: readonly CalendarFrame[]): number | null {
  const minutes = calendars.flatMap(({ refresh }) => {
    const duration = refresh === null ? null : readDuration(refresh);
    return duration === null ? [] : [Math.round((duration.days * dayMs + duration.ms) / 60_000)];
  });
  return minutes.length === 0 ? null : Math.max(...minutes);
}
