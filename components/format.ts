/**
 * Numbers, dates and spans as Throughline says them (mockups, "Numbers, dates, times"). Pure: `now` and the zone come
 * in. Must never hold a word: words come from the catalogue.
 */
import { translator } from "../lib/base/messages/messages.ts";
import type { Translate } from "../lib/base/messages/messages.ts";
import { surfaces } from "../lib/base/messages/en/surfaces.ts";
import type { AdherenceView } from "../lib/rpc/views.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const dayMinutes = 24 * 60;
/** Narrow no-break space, set before the per cent sign. */
const narrow = "\u202F";

export interface Format {
  /** "13:00" */
  time(ms: number): string;
  /** "Thu 26 Nov" */
  day(ms: number): string;
  /** "Thursday 26 November" */
  longDay(ms: number): string;
  /** "Thu 26", for the axis of a week. */
  shortDay(ms: number): string;
  /** "26 Nov" */
  dayMonth(ms: number): string;
  /** First letter of the weekday. */
  letter(ms: number): string;
  /** "Thu 26 Nov, 13:00" */
  dayTime(ms: number): string;
  /** "today 13:00", "yesterday 13:00", else day and time. */
  near(ms: number, nowMs: number): string;
  /** "in 42 min", "in 3 h 42 min", from 24 h on "in 2 days"; "now" while it runs. */
  until(ms: number, nowMs: number): string;
  /** The countdown of the popup: a number and its unit. */
  count(ms: number, nowMs: number): { number: string; unit: string };
  /** 0.64 as "64 %". */
  percent(rate: number): string;
  /** -2 as "−2", 1 as "+1", 0 as "0". */
  signed(value: number): string;
  number(value: number): string;
  /** "7 of 11 occasions, 64 % (35 to 85)", below five occasions with ", early". */
  adherence(view: AdherenceView): string;
  /** The local calendar day, "2026-11-26": for grouping and for counting days across clock changes. */
  dayKey(ms: number): string;
  /** Minutes since local midnight, 0 to 1439. */
  minuteOfDay(ms: number): number;
  /** Day of the week, 0 Sunday to 6 Saturday. */
  weekday(ms: number): number;
  /** The instant at which the local day of `ms` began. */
  startOfDay(ms: number): number;
  /** The instant at which the next local day begins. */
  endOfDay(ms: number): number;
}

export type Say = Translate<typeof surfaces>;

/** A `t` over the surfaces' catalogue. */
export function sayIn(locale: string): Say {
  return translator(surfaces, locale);
}

/** Everything a surface needs to write numbers and times for one locale and zone. */
export function formatFor(locale: string, zone: string): Format {
  const t = sayIn(locale);
  const dates = dateFormats(locale, zone);
  const numbers = new Intl.NumberFormat(locale);
  const wall = localClock(zone);
  const { dayKey } = wall;
  const near = (ms: number, nowMs: number) => {
    const days = (Date.parse(dayKey(ms)) - Date.parse(dayKey(nowMs))) / dayMs;
    if (days === 0) return t("time.today", { time: dates.time(ms) });
    if (days === -1) return t("time.yesterday", { time: dates.time(ms) });
    if (days === 1) return t("time.tomorrow", { time: dates.time(ms) });
    return dates.dayTime(ms);
  };
  return {
    ...dates,
    near,
    until: (ms, nowMs) => until(t, ms - nowMs),
    count: (ms, nowMs) => countdown(t, numbers, ms - nowMs),
    percent: (rate) => `${numbers.format(Math.round(rate * 100))}${narrow}%`,
    signed: (value) => (value > 0 ? `+${value}` : value < 0 ? `−${Math.abs(value)}` : "0"),
    number: (value) => numbers.format(value),
    adherence: (view) => adherence(t, numbers, view),
    weekday: (ms) => new Date(dayKey(ms)).getUTCDay(),
    ...wall,
  };
}

function dateFormats(locale: string, zone: string) {
  const make = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    // Weekday, day and month in words; English locales put commas between them which the wording leaves out.
    return (ms: number) => format.format(ms).replace(/^(\p{L}+), /u, "$1 ");
  };
  // A clock of 24 hours is read faster with two digits; one of 12 hours never has a leading zero.
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  const hour = hourCycle === "h23" || hourCycle === "h24" ? "2-digit" : "numeric";
  return {
    time: make({ hour, minute: "2-digit" }),
    day: make({ weekday: "short", day: "numeric", month: "short" }),
    longDay: make({ weekday: "long", day: "numeric", month: "long" }),
    shortDay: make({ weekday: "short", day: "numeric" }),
    dayMonth: make({ day: "numeric", month: "short" }),
    letter: make({ weekday: "narrow" }),
    dayTime: make({ weekday: "short", day: "numeric", month: "short", hour, minute: "2-digit" }),
  };
}

function until(t: Say, ms: number): string {
  if (ms < minuteMs) return t("time.now");
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 60) return t("time.inMinutes", { minutes });
  if (ms < dayMs) {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return rest === 0 ? t("time.inHours", { hours }) : t("time.inHoursMinutes", { hours, minutes: rest });
  }
  return t("time.inDays", { count: Math.floor(ms / dayMs) });
}

function countdown(t: Say, numbers: Intl.NumberFormat, ms: number) {
  if (ms < minuteMs) return { number: t("time.nowCount"), unit: "" };
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 60) return { number: numbers.format(minutes), unit: t("unit.min") };
  if (ms < dayMs) {
    const rest = minutes % 60;
    const hours = numbers.format(Math.floor(minutes / 60));
    return { number: hours, unit: rest === 0 ? t("unit.h") : t("unit.hMin", { minutes: rest }) };
  }
  const days = Math.floor(ms / dayMs);
  return { number: numbers.format(days), unit: t("unit.days", { count: days }) };
}

function adherence(t: Say, numbers: Intl.NumberFormat, view: AdherenceView): string {
  if (view.rate === null || view.low === null || view.high === null) return t("adherence.none");
  const whole = (rate: number) => numbers.format(Math.round(rate * 100));
  const text = t("adherence.text", {
    held: numbers.format(view.held),
    occasions: numbers.format(view.occasions),
    rate: `${whole(view.rate)}${narrow}%`,
    low: whole(view.low),
    high: whole(view.high),
  });
  return view.early ? t("adherence.early", { text }) : text;
}

const wholeMinute = (ms: number) => Math.floor(ms / minuteMs) * minuteMs;

/** What a clock on the wall of `zone` and its calendar show. */
function localClock(zone: string) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const read = (ms: number) =>
    Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  const minuteOfDay = (ms: number) => {
    const { hour = "0", minute = "0" } = read(ms);
    return Number(hour) * 60 + Number(minute);
  };
  // A guess that a clock change may have put up to some hours off; what the wall shows there says how far.
  const midnightNear = (guessMs: number) => {
    const minutes = minuteOfDay(guessMs);
    return guessMs + (minutes > dayMinutes / 2 ? dayMinutes - minutes : -minutes) * minuteMs;
  };
  return {
    minuteOfDay,
    dayKey: (ms: number) => {
      const { year = "", month = "", day = "" } = read(ms);
      return `${year}-${month}-${day}`;
    },
    startOfDay: (ms: number) => midnightNear(wholeMinute(ms) - minuteOfDay(ms) * minuteMs),
    endOfDay: (ms: number) => midnightNear(wholeMinute(ms) + (dayMinutes - minuteOfDay(ms)) * minuteMs),
  };
}
