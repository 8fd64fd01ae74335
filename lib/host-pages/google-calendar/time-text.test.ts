import { describe, expect, it } from "vitest";
import { plainText, timesIn } from "./time-text.ts";

const at = (hour: number, minute = 0) => hour * 60 + minute;

describe("timesIn", () => {
  it.each([
    ["en", "9 – 10am", [at(9), at(10)]],
    ["en", "10am – 1pm", [at(10), at(13)]],
    ["en", "6:30am", [at(6, 30)]],
    ["en", "12pm", [at(12)]],
    ["en", "12 – 12:30am", [at(0), at(0, 30)]],
    ["de", "9 bis 10AM", [at(9), at(10)]],
    ["de", "09:00 bis 10:15", [at(9), at(10, 15)]],
    ["ja", "午前9時～10時", [at(9), at(10)]],
    ["ja", "午前11:30～午後1時", [at(11, 30), at(13)]],
    ["ar", "10 ص – 1:30 م", [at(10), at(13, 30)]],
    ["ar", "٩:٣٠ ص", [at(9, 30)]],
    ["fr", "18:05", [at(18, 5)]],
  ])("%s: %s", (language, text, minutes) => {
    expect(timesIn(text, language)).toEqual(minutes);
  });

  it("allows a word before the first time only where it is told to", () => {
    expect(timesIn("de 06:30 à 06:45", "fr", 3)).toEqual([at(6, 30), at(6, 45)]);
    expect(timesIn("de 06:30 à 06:45", "fr")).toBeNull();
  });

  it("does not guess which half of the day is meant", () => {
    expect(timesIn("9", "en")).toBeNull();
    expect(timesIn("9 – 10", "fr")).toBeNull();
    expect(timesIn("9:30", "en")).toBeNull();
  });

  it("is no list of times when there is a date, a room number or nothing in it", () => {
    for (const text of [
      "November 23, 2026",
      "Room 402",
      "Standup",
      "",
      "25:00",
      "13pm",
      "10:75",
      "Standup 10:30am",
      "15:00 dry run",
      "9am 10am 11am",
    ]) {
      expect(timesIn(text, "en")).toBeNull();
    }
  });
});

describe("plainText", () => {
  it("writes foreign digits and spaces the plain way", () => {
    expect(plainText("\u200f۱۲\u202f٣\u00a0")).toBe("12 3");
  });
});
