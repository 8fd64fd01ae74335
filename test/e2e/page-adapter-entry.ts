/** The Google Calendar adapter by itself, for page-reading.e2e.ts. */
import { googleCalendar } from "../../lib/host-pages/google-calendar/adapter.ts";
import { readAtOnce } from "../../lib/host-pages/host-page.ts";

const page = googleCalendar();
Object.assign(globalThis, {
  __adapter: page,
  __read: () => readAtOnce(page, () => "page:test"),
});
