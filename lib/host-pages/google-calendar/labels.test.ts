import { describe, expect, it } from "vitest";
import { shapes } from "./label-shapes.ts";
import { readSpoken } from "./labels.ts";
import type { Spoken } from "./labels.ts";

const at = (hour: number, minute = 0) => hour * 60 + minute;

/** One specimen per language and form; the shapes are those of calendar-dom.md 1.4, the titles are invented. */
const specimens: [language: string, label: string, shown: string[], expected: Partial<Spoken>][] = [
  [
    "en",
    "6:30am to 6:45am, Capex: go, or no-go, Dana Whitfield, Declined, Location: Room 4, north, Color: Graphite, June 10, 2024",
    ["Capex: go, or no-go", "6:30am"],
    {
      startMinutes: at(6, 30),
      endMinutes: at(6, 45),
      startDate: null,
      answer: "declined",
      location: "Room 4, north",
      calendarName: "Dana Whitfield",
    },
  ],
  [
    "en",
    "3pm to 4pm, 1:1, Calendar: Leadership, Needs RSVP, No location, November 23, 2026",
    ["3pm", "1:1"],
    { title: "1:1", answer: "needs-action", calendarName: "Leadership", location: null },
  ],
  [
    "en",
    "June 9, 2024 at 10:15pm to June 10, 2024 at 6:30am, Night shift, Dana Whitfield, No location, Color: Graphite, ",
    ["Night shift"],
    {
      startDate: "2024-06-09",
      startMinutes: at(22, 15),
      endDate: "2024-06-10",
      endMinutes: at(6, 30),
    },
  ],
  [
    "en",
    "All day, Offsite, Dana Whitfield, No location, November 23 – 25, 2026",
    ["Offsite"],
    { allDay: true, startDate: "2026-11-23", endDate: "2026-11-26", startMinutes: null },
  ],
  [
    "en",
    "All day, Leave, Dana Whitfield, Location: Home, November 30 – December 2, 2026",
    ["Leave"],
    { startDate: "2026-11-30", endDate: "2026-12-03", location: "Home" },
  ],
  [
    "en",
    "All day, Winter break, Dana Whitfield, Location: Cabin 4, row 2, December 30, 2026 – January 2, 2027",
    ["Winter break"],
    { startDate: "2026-12-30", endDate: "2027-01-03" },
  ],
  [
    "de",
    "06:30 bis 06:45, Vorstand, Kalender: Führung, Zugesagt, Ort: Saal 2, 10. Juni 2024",
    ["Vorstand"],
    { startMinutes: at(6, 30), endMinutes: at(6, 45), answer: "accepted", location: "Saal 2" },
  ],
  [
    "de",
    "Ganztägig, Klausur, Dana Whitfield, Kein Ort, 23.–25. November 2026",
    ["Klausur"],
    { allDay: true, startDate: "2026-11-23", endDate: "2026-11-26" },
  ],
  [
    "fr",
    "de 06:30 à 06:45, Comité, Agenda : Direction, Aucun lieu, 10 juin 2024",
    ["Comité"],
    { startMinutes: at(6, 30), endMinutes: at(6, 45), calendarName: "Direction", location: null },
  ],
  [
    "fr",
    "du 9 juin 2024, 22:15 au 10 juin 2024, 06:30, Garde, Dana Whitfield, Aucun lieu, ",
    ["Garde"],
    { startDate: "2024-06-09", startMinutes: at(22, 15), endDate: "2024-06-10", endMinutes: at(6, 30) },
  ],
  [
    "ja",
    "午前6:30～午前8時、「取締役会、予算」、カレンダー: 経営、辞退、場所の指定なし、2024年 6月 10日",
    ["取締役会、予算"],
    { startMinutes: at(6, 30), endMinutes: at(8), answer: "declined", calendarName: "経営" },
  ],
  [
    "ja",
    "終日、「合宿」、Dana、場所の指定なし、2026年 11月 23日～25日",
    ["合宿"],
    { allDay: true, startDate: "2026-11-23", endDate: "2026-11-26" },
  ],
  [
    "ar",
    "6:30 ص إلى 6:45 ص، مجلس الإدارة، التقويم: القيادة، تم الرفض، ليس هناك موقع، 10 يونيو 2024",
    ["مجلس الإدارة"],
    { startMinutes: at(6, 30), endMinutes: at(6, 45), answer: "declined", location: null },
  ],
  [
    "iw",
    "06:30 עד 06:45, ישיבה, יומן: הנהלה, ללא מיקום, 10 ביוני 2024",
    ["ישיבה"],
    { startMinutes: at(6, 30), endMinutes: at(6, 45), calendarName: "הנהלה" },
  ],
];

describe("readSpoken", () => {
  it.each(specimens)("%s: %s", (language, label, shown, expected) => {
    expect(readSpoken(label, shown, language)).toMatchObject(expected);
  });

  it("has a specimen for every language in the table", () => {
    const covered = new Set(specimens.map(([language]) => language));
    expect(shapes.map(({ language }) => language).filter((language) => !covered.has(language))).toEqual([]);
  });

  it("does not read a language that is not in the table", () => {
    const label = "06:30 tot 06:45, Bestuur, Agenda: Directie, Geen locatie, 10 juni 2024";
    expect(readSpoken(label, ["Bestuur"], "nl")).toBeNull();
  });

  it("does not read a text that lacks its language's shape", () => {
    expect(readSpoken("Bestuur", ["Bestuur"], "en")).toBeNull();
    expect(readSpoken("sometime, Board, Dana, No location, June 10, 2024", ["Board"], "en")).toBeNull();
    expect(readSpoken("6:30 to 6:45, Board, Dana, No location, June 10, 2024", ["Board"], "en")).toBeNull();
    expect(readSpoken("All day, Board, Dana, No location", ["Board"], "en")).toBeNull();
  });

  it("is not led astray by a title that looks like the rest of the text", () => {
    const label = "9am to 10am, No location, Dana Whitfield, Accepted, Location: Declined, November 23, 2026";
    expect(readSpoken(label, ["No location"], "en")).toMatchObject({
      title: "No location",
      answer: "accepted",
      location: "Declined",
    });
  });

  it("knows an event of which only busy is shown", () => {
    const label = "9am to 10am, busy, Calendar: Maya, No location, November 23, 2026";
    expect(readSpoken(label, ["busy"], "en")?.busyOnly).toBe(true);
  });
});
