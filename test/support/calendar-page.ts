/**
 * The look-alike calendar pages (test/host-pages), served at the real origins on this computer alone.
 */
import { chromiumArgs, firefoxPrefs, isGoogle, isOutlook, serve } from "../host-pages/serve.mjs";
import type { Route } from "../host-pages/serve.mjs";
import { weekday } from "./local-days.ts";
import { seededWeek } from "./seeded-week.ts";
import type { SeededWeek } from "./seeded-week.ts";
import { asPageEvents } from "./seeded-week-as.ts";

export type GoogleView = "day" | "week" | "month" | "year" | "agenda" | "customday" | "customweek";

export interface CalendarServer {
  /** Chromium switches: the calendar hosts lead here, every other name leads nowhere. */
  args: string[];
  /** The same as preferences of Firefox. */
  prefs: Record<string, unknown>;
  /** The week the page shows, when it shows the seeded one. */
  week: SeededWeek;
  /** Paths asked for, in order, `host/path`. */
  requests: string[];
  /**
   * Address of a Google Calendar view at the real origin. The first day of the shown week is two days before today,
   * so that what ended, runs and comes is on one page at any weekday. Parameters: test/host-pages/README.md.
   */
  googleUrl(view?: GoogleView, params?: Record<string, string | number>): string;
  /** Shows other events from the next loading on. */
  setEvents(events: unknown): void;
  close(): Promise<void>;
}

interface Options {
  week?: SeededWeek;
  /** Events in the page's own form instead of the week; `"own"`: the page's own events.json. */
  events?: unknown;
  headerCsp?: boolean;
  /** What else is to be found at which host, a feed for instance. */
  routes?: Route[];
}

const eventsPath = "/__week.json";

export async function serveCalendar({
  week = seededWeek(),
  events,
  headerCsp = false,
  routes = [],
}: Options = {}): Promise<CalendarServer> {
  let shown: unknown = events ?? asPageEvents(week);
  const requests: string[] = [];
  const served = await serve({
    quiet: true,
    headerCsp,
    routes: [
      ...routes,
      [
        (host) => isGoogle(host) || isOutlook(host),
        /^\/__week\.json$/,
        () => ({ body: JSON.stringify(shown), headers: { "content-type": "application/json" } }),
      ],
    ],
  });
  served.server.on("request", (request: { url?: string; headers: { host?: string } }) => {
    requests.push(`${request.headers.host ?? ""}${(request.url ?? "").split("?")[0] ?? ""}`);
  });
  return {
    args: onlyHere(chromiumArgs(served)),
    prefs: firefoxPrefs(served),
    week,
    requests,
    googleUrl(view = "week", params = {}) {
      const query = new URLSearchParams(shown === "own" ? {} : { events: eventsPath });
      query.set("weekstart", String((weekday(week.nowMs) + 1 + 5) % 7));
      for (const [name, value] of Object.entries(params)) query.set(name, String(value));
      return `https://calendar.google.com/calendar/u/0/r/${view}?${query}`;
    },
    setEvents(next) {
      shown = next;
    },
    close: () => served.close(),
  };
}

/** Adds to the host mapping that every other name cannot be found, so that no test ever talks to the world. */
function onlyHere(args: string[]): string[] {
  return args.map((arg) =>
    arg.startsWith("--host-resolver-rules=") ? `${arg},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1` : arg,
  );
}
