/**
 * Import of calendar files against bare ical.js: the same file parsed and expanded with ICAL.parse, ICAL.Component and
 * ICAL.Event for the same window. Both give the same occurrences, which is checked before anything is timed.
 */
import ICAL from "ical.js";
import { readIcs } from "../../lib/calendars/ics/read.ts";

export interface BenchRow {
  name: string;
  /** Median of the product and of the baseline, ms; their ratio. */
  value: number;
  baseline: number;
  ratio: number;
}

const dayMs = 86_400_000;
const window = { fromMs: Date.UTC(2026, 9, 23), toMs: Date.UTC(2027, 1, 20) };
const rounds = 9;

/** Rows `ics import, ...`: medians of nine, product and baseline in turn. */
export async function rows(): Promise<BenchRow[]> {
  return [
    await compare("ics import, 5,000 events in the window", generated(5_000, 120)),
    await compare("ics import, ten years of 5,000 events", generated(5_000, 3_650)),
  ];
}

async function compare(name: string, text: string): Promise<BenchRow> {
  const ours = await product(text);
  const theirs = bare(text);
  if (ours.length === 0 || JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(`${name}: ${ours.length} occurrences, the baseline has ${theirs.length} or others`);
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round < rounds; round++) {
    values.push(await timed(() => product(text)));
    baselines.push(await timed(() => bare(text)));
  }
  const [value, baseline] = [median(values), median(baselines)];
  return { name, value, baseline, ratio: value / baseline };
}

async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line per occurrence: identity, start, end, title. */
async function product(text: string): Promise<string[]> {
  const options = { sourceId: "bench", calendarName: "bench", zone: "Europe/Berlin", ...window };
  const { events, identities } = await readIcs(text, options);
  const lines = events.map(({ timing, title }, i) => {
    return `${identities[i]?.uid} ${timing.startMs} ${timing.endMs} ${title}`;
  });
  return lines.toSorted();
}

/** The same with ical.js alone: everything parsed, series walked from their start, exceptions related. */
function bare(text: string): string[] {
  const root = new ICAL.Component(ICAL.parse(text) as unknown as string);
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const lines: string[] = [];
  const keep = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => {
    const [startMs, endMs] = [start.toUnixTime() * 1000, end.toUnixTime() * 1000];
    if (endMs > window.fromMs && startMs < window.toMs)
      lines.push(`${item.uid} ${startMs} ${endMs} ${item.summary}`);
  };
  const components = root.getAllSubcomponents("vevent");
  // Left to itself ical.js relates every exception of the file to every series, whatever its UID.
  const exceptions = Map.groupBy(
    components.filter((component) => component.hasProperty("recurrence-id")),
    (component) => String(component.getFirstPropertyValue("uid")),
  );
  for (const component of components) {
    if (component.hasProperty("recurrence-id")) continue;
    const own = exceptions.get(String(component.getFirstPropertyValue("uid"))) ?? [];
    const series = new ICAL.Event(component, { exceptions: own, strictExceptions: true });
    if (!series.isRecurring()) {
      keep(series, series.startDate, series.endDate);
      continue;
    }
    const iterator = series.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      if (next.toUnixTime() * 1000 >= window.toMs + 2 * dayMs) break;
      const { item, startDate, endDate } = series.getOccurrenceDetails(next);
      keep(item, startDate, endDate);
    }
  }
  return lines.toSorted();
}

/** A calendar as a firm exports it: one event in five is a weekly series, one series in ten has a moved occurrence. */
function generated(count: number, days: number): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN", ...berlin];
  const first = Date.UTC(2026, 10, 22) - (days * dayMs) / 2;
  for (let i = 0; i < count; i++) {
    const day = first + ((i * 7_919) % days) * dayMs;
    const series = i % 5 === 0;
    const hour = 8 + (i % 9);
    const own = [
      ...event(i, day, hour),
      ...(series ? [`RRULE:FREQ=WEEKLY;COUNT=${6 + (i % 20)}`] : []),
      `DESCRIPTION:Notes for item ${i}. ${"Agenda\\, papers and dial-in follow. ".repeat(8)}`,
      "ORGANIZER;CN=Office:mailto:office@example.com",
      ...Array.from(
        { length: 4 },
        (_, n) => `ATTENDEE;CN=Guest ${n};PARTSTAT=ACCEPTED:mailto:guest${n}@example.com`,
      ),
    ];
    lines.push("BEGIN:VEVENT", ...own, "END:VEVENT");
    if (i % 50 === 0)
      lines.push(
        "BEGIN:VEVENT",
        ...event(i, day + 7 * dayMs, hour + 1),
        `RECURRENCE-ID;TZID=Europe/Berlin:${local(day + 7 * dayMs, hour)}`,
        "END:VEVENT",
      );
  }
  return [...lines, "END:VCALENDAR", ""].join("\r\n");
}

function event(i: number, day: number, hour: number): string[] {
  return [
    `UID:bench-${i}@example.com`,
    `SUMMARY:Item ${i}`,
    `DTSTART;TZID=Europe/Berlin:${local(day, hour)}`,
    `DTEND;TZID=Europe/Berlin:${local(day, hour + 1)}`,
  ];
}

function local(day: number, hour: number): string {
  return `${new Date(day).toISOString().slice(0, 10).replaceAll("-", "")}T${String(hour).padStart(2, "0")}0000`;
}

const berlin = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Berlin",
  "BEGIN:DAYLIGHT",
  "DTSTART:19810329T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];
