/** Words and times as calendar pages show them: one catalogue part, one locale, the device's zone. Pure. */
import { page } from "../../lib/base/messages/en/page.ts";
import { translator } from "../../lib/base/messages/messages.ts";
import type { Translate } from "../../lib/base/messages/messages.ts";

export interface Words {
  t: Translate<typeof page>;
  /** "11:32" */
  time(ms: number): string;
  /** "Thu 26 Nov" */
  day(ms: number): string;
  /** "11:32" today, else "Thu 26 Nov, 11:32". */
  near(ms: number, nowMs: number): string;
  /** "in 42 min", "now", "Thu 26 Nov, in 2 days", "ended 11:30". */
  until(startMs: number, endMs: number | null, nowMs: number): string;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Words for one locale; `zone` is an IANA name, absent for the device's own. */
export function wordsFor(locale: string, zone?: string): Words {
  const t = translator(page, locale);
  const make = (options: Intl.DateTimeFormatOptions) => {
    // Made when first needed: it is what costs most in showing the first part on a page.
    let format: Intl.DateTimeFormat | null = null;
    return (ms: number) => {
      format ??= new Intl.DateTimeFormat(
        locale,
        zone === undefined ? options : { ...options, timeZone: zone },
      );
      // English locales put a comma after the weekday, which our wording leaves out.
      return format.format(ms).replace(/^(\p{L}+), /u, "$1 ");
    };
  };
  const time = make({ hour: "2-digit", minute: "2-digit" });
  const day = make({ weekday: "short", day: "numeric", month: "short" });
  const near = (ms: number, nowMs: number) => (day(ms) === day(nowMs) ? time(ms) : `${day(ms)}, ${time(ms)}`);
  return {
    t,
    time,
    day,
    near,
    until(startMs, endMs, nowMs) {
      if (nowMs >= (endMs ?? startMs + minuteMs))
        return t("time.ended", { time: near(endMs ?? startMs, nowMs) });
      const minutes = Math.floor((startMs - nowMs) / minuteMs);
      if (minutes < 1) return t("time.now");
      if (minutes < 60) return t("time.inMinutes", { minutes });
      if (startMs - nowMs >= dayMs) {
        return t("time.inDays", { day: day(startMs), count: Math.floor((startMs - nowMs) / dayMs) });
      }
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      return rest === 0 ? t("time.inHours", { hours }) : t("time.inHoursMinutes", { hours, minutes: rest });
    },
  };
}
