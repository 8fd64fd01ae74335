/**
 * When an event is: its start, its length, and the keys by which occurrences are told apart. Owns what producers get
 * wrong about ends; must never decide what repeats.
 */
import type { CalendarFrame, RawEvent } from "./collect.ts";
import type { Timing } from "../../domain/event.ts";
import type { OriginalStart } from "../../domain/identity.ts";
import type { PropertyName } from "./names.ts";
import type { ProblemLog } from "./problems.ts";
import { firstText, param, parseDates, parseProperty } from "./property.ts";
import type { Property } from "./property.ts";
import type { RawProperty } from "./text.ts";
import { dateText, dateTimeText, dayMs, dayOf, readDuration, readWall } from "./wall.ts";
import { toInstant, toWall, utcZone } from "./zone.ts";
import type { Zone } from "./zone.ts";
import type { Zones } from "./zones.ts";

/** What every step of reading one file needs. */
export interface Reading {
  zones: Zones;
  problems: ProblemLog;
  /** The device's zone: floating and all-day times are resolved in it. */
  device: Zone;
}

/** A date, a local time (`zone` null) or a time in a zone. */
export interface Moment {
  wall: number;
  isDate: boolean;
  zone: Zone | null;
}

/** How long an event lasts: `days` follow the clock, `ms` are exact. */
export interface Length {
  days: number;
  ms: number;
}

export interface Times {
  start: Moment;
  length: Length;
}

export function propertyOf(raw: RawEvent, name: PropertyName): RawProperty | undefined {
  return raw.properties.find((property) => property.name === name);
}

export function propertiesOf(raw: RawEvent, name: PropertyName): RawProperty[] {
  return raw.properties.filter((property) => property.name === name);
}

/** Start and length of an event; `null`, with a problem, when it has no readable start. */
export function readTimes(raw: RawEvent, reading: Reading): Times | null {
  const line = propertyOf(raw, "DTSTART");
  const start = line === undefined ? undefined : readMoments(line, raw.calendar, reading)[0];
  if (start === undefined) {
    reading.problems.add("date-unreadable", line?.line ?? raw.line);
    return null;
  }
  return { start, length: readLength(raw, start, reading) };
}

/** The moments a date property holds; what is unreadable among them is left out. */
export function readMoments(raw: RawProperty, calendar: CalendarFrame, reading: Reading): Moment[] {
  const property = parseDates(raw.text);
  if (property === null) return [];
  return property.values.flatMap((value) => {
    const moment = momentOf(String(value), property, raw.line, calendar, reading);
    return moment === null ? [] : [moment];
  });
}

/** One value of a date property; `null` when it is no date. */
export function momentOf(
  value: string,
  property: Property,
  line: number,
  calendar: CalendarFrame,
  reading: Reading,
): Moment | null {
  // ical.js leaves empty time fields where a date stands in a date-time property.
  const text = readWall(value.replace(/T:*$/, ""));
  if (text === null) return null;
  const { wall, isDate, utc } = text;
  if (isDate) return { wall, isDate, zone: null };
  if (utc) return { wall, isDate, zone: utcZone };
  const tzid = param(property, "tzid");
  return {
    wall,
    isDate,
    zone: tzid === null || tzid === "" ? null : reading.zones.find(tzid, calendar, line),
  };
}

function readLength(raw: RawEvent, start: Moment, reading: Reading): Length {
  const end = propertyOf(raw, "DTEND");
  const duration = propertyOf(raw, "DURATION");
  const none = start.isDate ? { days: 1, ms: 0 } : { days: 0, ms: 0 };
  const read = end === undefined ? readDurationLine(duration) : lengthTo(raw, end, start, reading);
  if (read === null) {
    const bad = end ?? duration;
    if (bad !== undefined) reading.problems.add("end-unreadable", bad.line);
    return none;
  }
  if (read.days * dayMs + read.ms < 0) {
    reading.problems.add("end-before-start", (end ?? duration)?.line ?? raw.line);
    return none;
  }
  if (!start.isDate) return read;
  return { days: Math.max(1, read.days + Math.ceil(read.ms / dayMs)), ms: 0 };
}

function readDurationLine(line: RawProperty | undefined): Length | null {
  if (line === undefined) return { days: 0, ms: 0 };
  return readDuration(firstText(parseProperty(line.text)));
}

function lengthTo(raw: RawEvent, line: RawProperty, start: Moment, reading: Reading): Length | null {
  const end = readMoments(line, raw.calendar, reading)[0];
  if (end === undefined) return null;
  if (start.isDate) return { days: Math.ceil((end.wall - start.wall) / dayMs), ms: 0 };
  if (start.zone === null) return { days: 0, ms: end.wall - start.wall };
  // With DTEND the exact length holds for every occurrence (RFC 5545, 3.8.5.3).
  return { days: 0, ms: toInstant(end.zone ?? start.zone, end.wall) - toInstant(start.zone, start.wall) };
}

/** Start and end of an occurrence that begins at `wall`, as instants and, without zone, as text. */
export function timingAt(start: Moment, wall: number, length: Length, device: Zone): Timing {
  if (start.zone !== null) {
    const startMs = toInstant(start.zone, wall);
    const from = length.days === 0 ? startMs : toInstant(start.zone, wall + length.days * dayMs);
    return { kind: "timed", startMs, endMs: from + length.ms, startLocal: null, endLocal: null };
  }
  const endWall = wall + length.days * dayMs + length.ms;
  const text = start.isDate ? dateText : dateTimeText;
  return {
    kind: start.isDate ? "all-day" : "floating",
    startMs: toInstant(device, wall),
    endMs: toInstant(device, endWall),
    startLocal: text(wall),
    endLocal: text(endWall),
  };
}

/** What tells an occurrence of a series from its neighbours: a day, a wall time, or an instant. */
export function keyOf(start: Moment, wall: number): number {
  if (start.isDate) return dayOf(wall);
  return start.zone === null ? wall : toInstant(start.zone, wall);
}

/** Where an occurrence originally stood, as `UID#...` writes it and as aliases need it. */
export function originalOf(
  start: Moment,
  wall: number,
  device: Zone,
): { text: string; alias: OriginalStart } {
  if (start.isDate) return { text: dateText(wall), alias: { date: dateText(wall) } };
  if (start.zone === null) return { text: dateTimeText(wall), alias: { startMs: toInstant(device, wall) } };
  const startMs = toInstant(start.zone, wall);
  return { text: `${dateTimeText(startMs)}Z`, alias: { startMs } };
}

/** A moment of the file in the terms of the series: its zone, or its day. */
export function asIn(start: Moment, moment: Moment): Moment {
  if (start.isDate) return { ...start, wall: dayOf(moment.wall) * dayMs };
  if (moment.isDate) return { ...start, wall: moment.wall + (start.wall - dayOf(start.wall) * dayMs) };
  if (moment.zone === null || start.zone === null) return { ...start, wall: moment.wall };
  return { ...start, wall: toWall(start.zone, toInstant(moment.zone, moment.wall)) };
}
