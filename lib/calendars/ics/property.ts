/**
 * One content line as a property, through ical.js. Owns the repairs for lines real producers get wrong; must never
 * throw: a line that cannot be read is `null` and the caller says which.
 */
import ICAL from "ical.js";

export interface Property {
  /** Parameters by lower-case name; a repeated or listed one is an array. */
  params: Record<string, string | string[]>;
  /** Values as ical.js gives them: text unescaped, dates in extended form, rules and periods as objects. */
  values: unknown[];
}

/** The property of one unfolded content line; `null` when it is none. */
export function parseProperty(text: string): Property | null {
  try {
    // ical.js types the jCal property loosely; its shape is fixed by RFC 7265: name, parameters, type, values.
    const [, params, , ...values] = ICAL.parse.property(text) as unknown as [
      string,
      Property["params"],
      string,
      ...unknown[],
    ];
    return { params, values };
  } catch {
    return null; // told by the caller, with the line
  }
}

/** A property whose values are dates; a TZID with an unquoted colon (Exchange display names) is quoted first. */
export function parseDates(text: string): Property | null {
  // The repair looks at every colon, so only lines of an honest length get it.
  if (text.length > 600) return parseProperty(text);
  const unquoted = /^([\w-]+)((?:;(?!TZID=)[^;:"]*)*);TZID=([^":]*:[^"]*):([\dTZ,:/+-]*)$/i.exec(text);
  if (unquoted === null) return parseProperty(text);
  const [, name = "", params = "", zone = "", value = ""] = unquoted;
  return parseProperty(`${name}${params};TZID="${zone}":${value}`);
}

/** First value as text; `""` when there is none. */
export function firstText(property: Property | null): string {
  const value = property?.values[0];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** One parameter as text; `null` when absent. */
export function param(property: Property, name: string): string | null {
  const value = Object.hasOwn(property.params, name) ? property.params[name] : undefined;
  if (value === undefined) return null;
  return typeof value === "string" ? value : value.join(",");
}
