/**
 * What is kept of a calendar file while it is scanned: facts of each VCALENDAR, zone definitions, events that can touch
 * the window, and of the others only what they replace. Must never keep an event that cannot matter.
 */
import { firstText, parseProperty } from "./property.ts";
import type { ProblemLog } from "./problems.ts";
import { decodeLines } from "./text.ts";
import type { KeptLine, RawProperty } from "./text.ts";
import { canTouch } from "./touch.ts";
import type { TouchDays } from "./touch.ts";
import type { IcsCaps } from "./types.ts";

/** One VCALENDAR: what holds for every event in it. */
export interface CalendarFrame {
  method: string;
  name: string | null;
  refresh: string | null;
  zones: Map<string, RawZone>;
}

export interface RawZone {
  line: number;
  location: string | null;
  observances: RawProperty[][];
}

export interface RawEvent {
  line: number;
  properties: RawProperty[];
  /** Lines inside it that are no properties. */
  broken: number[];
  calendar: CalendarFrame;
}

/** What tells which event replaces which. */
const identity: ReadonlySet<string> = new Set(["UID", "RECURRENCE-ID", "SEQUENCE", "DTSTAMP"]);

export class Collector {
  readonly calendars: CalendarFrame[] = [];
  readonly events: RawEvent[] = [];
  /** Events that cannot touch the window but replace something that may: their identity only. */
  readonly passed: RawEvent[] = [];
  /** VEVENT components seen, and components of other kinds (tasks, free/busy). */
  components = 0;
  others = 0;
  isWrapped = false;
  private frame: CalendarFrame | null = null;
  private zone: (RawZone & { tzid: string }) | null = null;
  private kept: KeptLine[] = [];
  private broken: number[] = [];
  private readonly days: TouchDays;
  private readonly caps: IcsCaps;
  private readonly problems: ProblemLog;

  constructor(days: TouchDays, caps: IcsCaps, problems: ProblemLog) {
    this.days = days;
    this.caps = caps;
    this.problems = problems;
  }

  openCalendar(): void {
    this.isWrapped = true;
    this.frame = newFrame();
    this.calendars.push(this.frame);
  }

  closeCalendar(): void {
    this.frame = null;
  }

  openEvent(line: number): void {
    this.components++;
    if (this.frame !== null) return;
    this.problems.addOnce("no-wrapper", line);
    this.isWrapped = false;
    this.frame = newFrame();
    this.calendars.push(this.frame);
  }

  openZone(line: number): void {
    this.zone = { line, location: null, observances: [], tzid: "" };
  }

  /** Remembers a property of a calendar or a zone at once. */
  keepFact(kept: KeptLine, bytes: Uint8Array, of: "calendar" | "zone"): void {
    const [raw] = decodeLines(bytes, [kept], this.problems);
    const value = raw === undefined ? "" : plainText(firstText(parseProperty(raw.text)));
    if (of === "calendar" && this.frame !== null) {
      if (kept.name === "METHOD") this.frame.method = value.toUpperCase();
      else if (kept.name === "X-WR-CALNAME" || kept.name === "NAME")
        this.frame.name ??= value.slice(0, 300) || null;
      else this.frame.refresh ??= value;
    } else if (of === "zone" && this.zone !== null) {
      if (kept.name === "TZID") this.zone.tzid = value;
      else this.zone.location = value;
    }
  }

  /** True when the line is to stay in the buffer until its component closes. */
  keep(kept: KeptLine, openedAt: number): boolean {
    const size = kept.to - (this.kept[0]?.from ?? kept.from);
    if (this.kept.length >= this.caps.properties || size > this.caps.componentBytes) {
      this.problems.addOnce("properties-cut", openedAt, { count: this.caps.properties });
      return false;
    }
    this.kept.push(kept);
    return true;
  }

  keepBroken(line: number): void {
    if (this.broken.length < this.caps.problems) this.broken.push(line);
  }

  closeEvent(bytes: Uint8Array, line: number): void {
    const { kept, broken, frame: calendar } = this;
    this.kept = [];
    this.broken = [];
    if (calendar === null) return;
    const decode = (lines: KeptLine[]) => decodeLines(bytes, lines, this.problems);
    if (!kept.some(({ name }) => name === "DTSTART")) this.problems.add("start-missing", line);
    else if (!canTouch(bytes, kept, this.days)) {
      if (replaces(bytes, kept))
        this.passed.push({
          line,
          calendar,
          broken: [],
          properties: kept.filter(isIdentity).flatMap((one) => decode([one])),
        });
    } else if (this.events.length >= this.caps.components) {
      this.problems.addOnce("components-cut", line, { count: this.caps.components });
    } else this.events.push({ line, calendar, broken, properties: decode(kept) });
  }

  closeObservance(bytes: Uint8Array): void {
    this.zone?.observances.push(decodeLines(bytes, this.kept, this.problems));
    this.kept = [];
  }

  closeZone(): void {
    if (this.zone !== null && this.frame !== null && this.frame.zones.size < this.caps.zones) {
      const { tzid, ...zone } = this.zone;
      this.frame.zones.set(tzid, zone);
    }
    this.zone = null;
  }
}

function newFrame(): CalendarFrame {
  return { method: "", name: null, refresh: null, zones: new Map() };
}

/** Private properties come without their escapes undone. */
function plainText(value: string): string {
  return value.replaceAll(/\\([,;\\])/g, "$1").trim();
}

function isIdentity(kept: KeptLine): boolean {
  return identity.has(kept.name);
}

/** True for an exception of a series and for anything but the first version of an event. */
function replaces(bytes: Uint8Array, kept: readonly KeptLine[]): boolean {
  return kept.some(({ name, from, to }) => {
    if (name === "RECURRENCE-ID") return true;
    return name === "SEQUENCE" && !(to - from === 10 && bytes[to - 1] === 0x30);
  });
}
