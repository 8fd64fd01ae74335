/** Calendar pages Throughline can stand in, and the origins they are served from. All optional permissions. */

export type CalendarSite = "google-calendar" | "outlook";

export const calendarOrigins: Readonly<Record<CalendarSite, readonly string[]>> = {
  "google-calendar": ["https://calendar.google.com"],
  outlook: [
    "https://outlook.office.com",
    "https://outlook.office365.com",
    "https://outlook.live.com",
    "https://outlook.cloud.microsoft",
  ],
};

/** The site an origin belongs to, `null` when it is none of ours. */
export function siteOfOrigin(origin: string): CalendarSite | null {
  if (calendarOrigins["google-calendar"].includes(origin)) return "google-calendar";
  return calendarOrigins.outlook.includes(origin) ? "outlook" : null;
}
