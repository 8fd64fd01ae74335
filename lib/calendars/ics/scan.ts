/**
 * Splits a stream of calendar lines into components. Owns the nesting (BEGIN and END, also where they are wrong) and
 * takes any depth of it by counting. What is kept of a component is collect.ts's decision. Must never hold a file.
 */
import { Collector } from "./collect.ts";
import { LineScanner } from "./lines.ts";
import { nameOf } from "./names.ts";
import type { Place } from "./names.ts";
import type { ProblemLog } from "./problems.ts";
import type { KeptLine } from "./text.ts";
import type { TouchDays } from "./touch.ts";
import type { IcsCaps } from "./types.ts";

export class ComponentScanner {
  readonly found: Collector;
  private readonly reader: LineScanner;
  private readonly problems: ProblemLog;
  private place: Place = "outside";
  private skippedFrom: Place = "outside";
  private skipDepth = 0;
  private openedAt = 0;

  constructor(days: TouchDays, caps: IcsCaps, problems: ProblemLog) {
    this.problems = problems;
    this.found = new Collector(days, caps, problems);
    this.reader = new LineScanner(
      { line: (bytes, from, to, line, cut) => this.line(bytes, { from, to, line, cut }) },
      caps.propertyBytes,
    );
  }

  get lines(): number {
    return this.reader.lines;
  }

  push(chunk: Uint8Array): void {
    this.reader.push(chunk);
  }

  /** Closes the scan; a file that stops inside a component is told with the line it stops at. */
  end(): void {
    this.reader.end();
    const whole = this.place === "outside" || (this.place === "calendar" && !this.found.isWrapped);
    if (!whole) this.problems.add("truncated", this.lines);
  }

  private line(bytes: Uint8Array, at: Omit<KeptLine, "name">): boolean {
    const name = nameOf(bytes, at.from, at.to, this.place);
    if (name === null) return false;
    if (name === "BEGIN" || name === "END") {
      const what = componentName(bytes, at.from + name.length + 1, at.to);
      if (name === "BEGIN") this.begin(what, at.line, bytes);
      else this.finish(what, at.line, bytes);
      return false;
    }
    if (name === "broken") {
      if (this.place === "event") this.found.keepBroken(at.line);
      return false;
    }
    if (this.place === "calendar" || this.place === "zone") {
      this.found.keepFact({ name, ...at }, bytes, this.place);
      return false;
    }
    return this.found.keep({ name, ...at }, this.openedAt);
  }

  private begin(what: string, line: number, bytes: Uint8Array): void {
    if (what === "VEVENT" || what === "VCALENDAR") {
      this.leaveOpen(bytes);
      if (what === "VCALENDAR") this.found.openCalendar();
      else this.found.openEvent(line);
      this.place = what === "VCALENDAR" ? "calendar" : "event";
      this.openedAt = line;
    } else if (this.place === "skipped") this.skipDepth++;
    else if (this.place === "calendar" && what === "VTIMEZONE") {
      this.found.openZone(line);
      this.place = "zone";
      this.openedAt = line;
    } else if (this.place === "zone" && isObservance(what)) this.place = "observance";
    else {
      if (this.place === "calendar") this.found.others++;
      this.skippedFrom = this.place;
      this.skipDepth = 1;
      this.place = "skipped";
    }
  }

  /** Another event or calendar begins or ends where a component was still open: what was read of it counts. */
  private leaveOpen(bytes: Uint8Array): void {
    if (this.place === "outside" || this.place === "calendar") return;
    this.problems.add("unclosed", this.openedAt);
    if (this.place === "skipped") this.place = this.skippedFrom;
    if (this.place === "event") this.closeEvent(bytes);
    if (this.place === "observance") this.closeObservance(bytes);
    if (this.place === "zone") this.closeZone();
  }

  private finish(what: string, line: number, bytes: Uint8Array): void {
    if (this.place === "skipped") {
      if (what === "VCALENDAR" || (what === "VEVENT" && this.skippedFrom === "event")) {
        this.leaveOpen(bytes);
        if (what === "VCALENDAR") this.closeCalendar();
      } else if (--this.skipDepth === 0) this.place = this.skippedFrom;
    } else if (what === "VCALENDAR" && this.place !== "outside") {
      this.leaveOpen(bytes);
      this.closeCalendar();
    } else if (this.place === "event" && what === "VEVENT") this.closeEvent(bytes);
    else if (this.place === "observance" && isObservance(what)) this.closeObservance(bytes);
    else if (this.place === "observance" && what === "VTIMEZONE") {
      this.closeObservance(bytes);
      this.closeZone();
    } else if (this.place === "zone" && what === "VTIMEZONE") this.closeZone();
    else if (this.place !== "outside") this.problems.add("stray-end", line);
  }

  private closeEvent(bytes: Uint8Array): void {
    this.found.closeEvent(bytes, this.openedAt);
    this.reader.release();
    this.place = "calendar";
  }

  private closeObservance(bytes: Uint8Array): void {
    this.found.closeObservance(bytes);
    this.reader.release();
    this.place = "zone";
  }

  private closeZone(): void {
    this.found.closeZone();
    this.place = "calendar";
  }

  private closeCalendar(): void {
    this.found.closeCalendar();
    this.place = "outside";
  }
}

function isObservance(what: string): boolean {
  return what === "STANDARD" || what === "DAYLIGHT";
}

/** The component after BEGIN: or END:, upper case, no longer than any real one. */
function componentName(bytes: Uint8Array, from: number, to: number): string {
  let name = "";
  for (let at = from; at < to && name.length < 40; at++) name += String.fromCharCode(bytes[at] ?? 0);
  return name.trim().toUpperCase();
}
