/** Small calendars for tests, written line by line. */
import { readIcs } from "./read.ts";
import type { IcsInput, IcsOptions, IcsReading } from "./types.ts";

/** Lines as a calendar file, wrapped in a VCALENDAR unless they bring their own. */
export function calendar(...given: (string | string[])[]): string {
  const lines = given.flat();
  const wrapped = lines.some((line) => line.startsWith("BEGIN:VCALENDAR"));
  const all = wrapped
    ? lines
    : ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//specimen//EN", ...lines, "END:VCALENDAR"];
  return `${all.join("\r\n")}\r\n`;
}

/** One VEVENT; UID and summary are there unless given. */
export function vevent(...lines: string[]): string[] {
  const has = (name: string) => lines.some((line) => line.startsWith(name));
  return [
    "BEGIN:VEVENT",
    ...(has("UID") ? [] : ["UID:one@specimen"]),
    ...(has("SUMMARY") ? [] : ["SUMMARY:Board meeting"]),
    ...lines,
    "END:VEVENT",
  ];
}

/** Reads with a window of 2026 and Berlin as the device's zone unless told otherwise. */
export function read(input: IcsInput, options: Partial<IcsOptions> = {}): Promise<IcsReading> {
  return readIcs(input, {
    sourceId: "source",
    calendarName: "specimen.ics",
    zone: "Europe/Berlin",
    fromMs: Date.UTC(2026, 0, 1),
    toMs: Date.UTC(2027, 0, 1),
    ...options,
  });
}

/** Start and end of each event: instants in ISO form, local text where the event has no zone. */
export function spans(reading: IcsReading): string[] {
  return reading.events.map(({ timing: { startLocal, startMs, endLocal, endMs } }) => {
    return `${startLocal ?? instantText(startMs)} ${endLocal ?? instantText(endMs ?? Number.NaN)}`;
  });
}

function instantText(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

export const starts = (reading: IcsReading): string[] =>
  spans(reading).map((span) => span.split(" ")[0] ?? "");
export const ids = (reading: IcsReading): string[] => reading.events.map((event) => event.sourceEventId);
export const codes = (reading: IcsReading): string[] => reading.problems.map((problem) => problem.code);
