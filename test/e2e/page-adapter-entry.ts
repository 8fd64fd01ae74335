/** The Google Calendar adapter by itself, for page-reading.e2e.ts. */
import { googleCalendar } from "../../lib/host-pages/google-calendar/adapter.ts";

Object.assign(globalThis, { __adapter: googleCalendar() });
