/**
 * Turns what the domain says (code and blanks) into a sentence of the person's language. Blanks named `...Ms` are
 * instants and become a date under the name without `Ms`; domains and kinds become their words.
 */
import { loop } from "../base/messages/en/loop.ts";
import { translator } from "../base/messages/messages.ts";
import type { Deps } from "./deps.ts";

export type Speaker = Pick<Deps, "locale" | "clock">;

export interface Sayable {
  code: string;
  params: Record<string, string | number>;
}

/** A sentence; an unknown code says itself, so that a missing text is seen in tests and not hidden. */
export function say(deps: Speaker, { code, params }: Sayable): string {
  const blanks: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith("Ms") && typeof value === "number") blanks[name.slice(0, -2)] = dayText(deps, value);
    else blanks[name] = value;
  }
  // Codes are data here; that each has its text is proved by the tests of the lists they come from.
  return (translator(loop, deps.locale) as (key: string, blanks: object) => string)(code, blanks);
}

/** `20 Nov`, with the year when it is another one; in the person's zone. */
export function dayText(deps: Speaker, atMs: number): string {
  const timeZone = deps.clock.zone();
  const year = (ms: number) => new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(ms);
  const isThisYear = year(atMs) === year(deps.clock.nowMs());
  return new Intl.DateTimeFormat(deps.locale, {
    timeZone,
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(atMs);
}

/** `10:00`, as the locale writes it. */
export function timeText(deps: Speaker, atMs: number): string {
  return new Intl.DateTimeFormat(deps.locale, {
    timeZone: deps.clock.zone(),
    hour: "2-digit",
    minute: "2-digit",
  }).format(atMs);
}
