/**
 * Which zone a TZID means. Owns the order of trust: a database name, the file's own definition, a Windows name, the
 * cities of a display name. Must never guess an offset: an unknown zone is `null`, told once, and the time stays local.
 */
import type { CalendarFrame, RawZone } from "./collect.ts";
import type { ProblemLog } from "./problems.ts";
import { definedZone } from "./vtimezone.ts";
import { dayMs } from "./wall.ts";
import { windowsZones } from "./windows-zones.ts";
import { ianaZone, utcZone } from "./zone.ts";
import type { Zone } from "./zone.ts";

/** More names than this are an attack; their times stay local. */
const mostZones = 1_000;

export class Zones {
  private readonly calendars: readonly CalendarFrame[];
  private readonly lastInstant: number;
  private readonly problems: ProblemLog;
  private readonly known = new Map<RawZone | string, Zone | null>();

  /** Zones of a file's calendars, right for instants up to the window's end. */
  constructor(calendars: readonly CalendarFrame[], toMs: number, problems: ProblemLog) {
    this.calendars = calendars;
    this.lastInstant = toMs + 400 * dayMs;
    this.problems = problems;
  }

  /** The zone a TZID means to an event of `calendar`; `null` when nothing tells. `line` is where it is used. */
  find(tzid: string, calendar: CalendarFrame, line: number): Zone | null {
    const raw = this.definition(tzid, calendar);
    const key = raw ?? tzid;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= mostZones) return null;
    const zone = this.resolve(tzid, raw, line);
    this.known.set(key, zone);
    return zone;
  }

  private definition(tzid: string, calendar: CalendarFrame): RawZone | null {
    const own = calendar.zones.get(tzid);
    if (own !== undefined) return own;
    for (const other of this.calendars) {
      const found = other.zones.get(tzid);
      if (found !== undefined) return found;
    }
    return null;
  }

  private resolve(tzid: string, raw: RawZone | null, line: number): Zone | null {
    // A database name is more up to date than the copy of its rules in a file; a bare abbreviation is not one.
    const database = tzid.includes("/") ? databaseZone(tzid) : null;
    if (database !== null) return database;
    const defined = raw === null ? null : definedZone(tzid, raw, this.lastInstant);
    if (defined !== null) return defined;
    const named = zoneByName(tzid) ?? (raw?.location ? databaseZone(raw.location) : null);
    if (raw !== null)
      this.problems.addOnce("zone-unreadable", raw.line, { zone: shown(tzid), used: named?.name ?? "local" });
    else if (named === null) this.problems.addOnce("zone-unknown", line, { zone: shown(tzid) });
    return named;
  }
}

/** A database name, also at the end of a path (`/vendor/2026a/Europe/Berlin`). */
function databaseZone(name: string): Zone | null {
  const parts = name.split("/").filter((part) => part !== "");
  for (let from = 0; from < parts.length; from++) {
    const zone = ianaZone(parts.slice(from).join("/"));
    if (zone !== null) return zone;
    if (from > 6) return null;
  }
  return null;
}

function zoneByName(tzid: string): Zone | null {
  const name = tzid.trim().replace(/^"|"$/g, "");
  if (/^(utc|gmt|z)$/i.test(name)) return utcZone;
  const windows = windowsZones.get(name.toLowerCase()) ?? windowsZones.get(withoutOffset(name).toLowerCase());
  if (windows !== undefined) return ianaZone(windows);
  return zoneByCity(name) ?? ianaZone(name);
}

function withoutOffset(name: string): string {
  return name.replace(/^\((?:UTC|GMT)[^)]*\)\s*/i, "");
}

const regions = ["Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian"];

/** `(UTC+07:00) Bangkok, Hanoi, Jakarta`: the first city the database knows whose winter or summer time agrees. */
function zoneByCity(display: string): Zone | null {
  const [, sign, hours, minutes] = /^\((?:UTC|GMT)(?:([+-])(\d{2}):(\d{2}))?\)/i.exec(display) ?? [];
  if (!/^\((?:UTC|GMT)/i.test(display)) return null;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  for (const city of withoutOffset(display).slice(0, 120).split(",").slice(0, 4)) {
    const name = city.trim().replaceAll(" ", "_");
    const zone =
      regions.map((region) => ianaZone(`${region}/${name}`)).find((found) => found !== null) ?? null;
    const year = Date.UTC(2026, 0, 1);
    if (zone !== null && [zone.offsetAt(year), zone.offsetAt(year + 182 * dayMs)].includes(offset))
      return zone;
  }
  return null;
}

function shown(tzid: string): string {
  return tzid.slice(0, 80);
}
