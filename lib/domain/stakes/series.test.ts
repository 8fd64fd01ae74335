import { expect, test } from "vitest";
import { readPace } from "./series.ts";

test.each([
  ["FREQ=WEEKLY;BYDAY=MO", "weekly"],
  ["RRULE:FREQ=WEEKLY;INTERVAL=2", "fortnightly"],
  ["FREQ=WEEKLY;INTERVAL=4", "monthly"],
  ["FREQ=DAILY;INTERVAL=7", "weekly"],
  ["FREQ=DAILY", "daily"],
  ["FREQ=DAILY;COUNT=3", "single"],
  ["FREQ=MONTHLY;INTERVAL=3", "rarely"],
  ["FREQ=YEARLY", "rarely"],
  ["wöchentlich", "weekly"],
  ["隔週", "fortnightly"],
  ["biweekly", "fortnightly"],
  ["bimonthly", "rarely"],
  ["now and then", "unknown-series"],
  ["", "single"],
  [null, "single"],
])("%j comes round %s", (recurrence, pace) => {
  expect(readPace(recurrence)).toBe(pace);
});
