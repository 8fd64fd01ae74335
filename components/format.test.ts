import { describe, expect, test } from "vitest";
import { formatFor } from "./format.ts";

const british = formatFor("en-GB", "Europe/London");
const now = Date.UTC(2026, 10, 24, 9, 18);
const minute = 60_000;
const hour = 60 * minute;

describe("times as Throughline says them", () => {
  test("say minutes, then hours and minutes, then days", () => {
    expect(british.until(now + 42 * minute, now)).toBe("in 42 min");
    expect(british.until(now + 3 * hour + 42 * minute, now)).toBe("in 3 h 42 min");
    expect(british.until(now + 3 * hour, now)).toBe("in 3 h");
    expect(british.until(now + 24 * hour, now)).toBe("in 1 day");
    expect(british.until(now + 53 * hour, now)).toBe("in 2 days");
    expect(british.until(now - minute, now)).toBe("now");
  });

  test("name the day in words, without the comma English puts after it", () => {
    expect(british.dayTime(Date.UTC(2026, 10, 26, 13))).toBe("Thu 26 Nov, 13:00");
    expect(british.dayTime(Date.UTC(2026, 10, 26, 9))).toBe("Thu 26 Nov, 09:00");
    expect(formatFor("en-US", "Europe/London").dayTime(Date.UTC(2026, 10, 26, 13))).toBe(
      "Thu Nov 26, 1:00 PM",
    );
    expect(british.longDay(now)).toBe("Tuesday 24 November");
  });

  test("use two digits on a clock of 24 hours and none too many on one of 12", () => {
    const early = Date.UTC(2026, 10, 24, 9, 5);
    expect(british.time(early)).toBe("09:05");
    expect(formatFor("en-US", "Europe/London").time(early).replace(/\s/u, " ")).toBe("9:05 AM");
  });

  test("call days near now by their names, in the zone of the device", () => {
    expect(british.near(now, now)).toBe("today 09:18");
    expect(british.near(now - 20 * hour, now)).toBe("yesterday 13:18");
    expect(british.near(now + 24 * hour, now)).toBe("tomorrow 09:18");
    const inTokyo = formatFor("en-GB", "Asia/Tokyo");
    // 09:18 in London is 18:18 in Tokyo; seven hours later the day has changed there, not in London.
    expect(inTokyo.near(now + 7 * hour, now)).toBe("tomorrow 01:18");
    expect(british.near(now + 7 * hour, now)).toBe("today 16:18");
  });
});

describe("local days", () => {
  test("begin and end at midnight on the wall, also on the days clocks change", () => {
    const berlin = formatFor("en-GB", "Europe/Berlin");
    const spring = Date.UTC(2026, 2, 29, 12);
    expect(berlin.startOfDay(spring)).toBe(Date.UTC(2026, 2, 28, 23));
    expect(berlin.endOfDay(spring)).toBe(Date.UTC(2026, 2, 29, 22));
    const autumn = Date.UTC(2026, 9, 25, 12);
    expect(berlin.startOfDay(autumn)).toBe(Date.UTC(2026, 9, 24, 22));
    expect(berlin.endOfDay(autumn)).toBe(Date.UTC(2026, 9, 25, 23));
  });

  test("are counted in the zone: late on Saturday in New York is Sunday in London", () => {
    const late = Date.UTC(2026, 10, 22, 3);
    expect(formatFor("en-US", "America/New_York").dayKey(late)).toBe("2026-11-21");
    expect(british.dayKey(late)).toBe("2026-11-22");
    expect(british.weekday(late)).toBe(0);
  });
});

describe("numbers as Throughline says them", () => {
  test("carry a true minus, and a plus on changes", () => {
    expect([-2, 0, 1].map((value) => british.signed(value))).toEqual(["−2", "0", "+1"]);
  });

  test("an adherence names its size and its doubt, and says early below five", () => {
    const view = { held: 7, answered: 11, offered: 14, occasions: 11, early: false };
    expect(british.adherence({ ...view, rate: 0.636, low: 0.354, high: 0.848 })).toBe(
      "7 of 11 occasions, 64\u202F% (35 to 85)",
    );
    expect(
      british.adherence({ ...view, held: 3, occasions: 4, rate: 0.75, low: 0.301, high: 0.954, early: true }),
    ).toBe("3 of 4 occasions, 75\u202F% (30 to 95), early");
    expect(british.adherence({ ...view, rate: null, low: null, high: null })).toBe("no occasions yet");
  });
});
