/**
 * The dated table of spoken shapes, one entry per language. Times and order were seen for all entries; the words for
 * answers only in English, elsewhere they are assumed: a word that is wrong simply never matches and the answer stays
 * unknown. Specimens: labels.test.ts.
 */
import type { OwnAnswer } from "../../domain/event.ts";

export interface LabelShape {
  /** As in `html[lang]`; Hebrew is `iw` there. */
  language: string;
  /** When the shape was last seen, `YYYY-MM`. */
  seen: string;
  separator: string;
  /** What stands around the title. */
  quotes: readonly [string, string];
  allDay: string;
  /** Between two dated moments. */
  between: string;
  /** One dated moment: the date, then the time. */
  dated: RegExp;
  /** How many parts a date falls into when split at the separator ("November 26, 2026" is two). */
  dateParts: number;
  /** Before the name of a calendar that is not the person's own. */
  calendar: string;
  location: string;
  noLocation: string;
  color: string;
  /** Title of an event of which only busy or free is shown. */
  busy: string;
  answers: Readonly<Partial<Record<OwnAnswer, string>>>;
}

export const shapes: readonly LabelShape[] = [
  {
    language: "en",
    seen: "2024-06",
    separator: ", ",
    quotes: ["", ""],
    allDay: "All day",
    between: " to ",
    dated: /^(.*\d{4}) at (.+)$/,
    dateParts: 2,
    calendar: "Calendar: ",
    location: "Location: ",
    noLocation: "No location",
    color: "Color: ",
    busy: "busy",
    answers: {
      accepted: "Accepted",
      declined: "Declined",
      tentative: "Maybe",
      "needs-action": "Needs RSVP",
    },
  },
  {
    language: "de",
    seen: "2024-06",
    separator: ", ",
    quotes: ["", ""],
    allDay: "Ganztägig",
    between: " bis ",
    dated: /^(.*\d{4})(?: um|,) (.+)$/,
    dateParts: 1,
    calendar: "Kalender: ",
    location: "Ort: ",
    noLocation: "Kein Ort",
    color: "Farbe: ",
    busy: "Beschäftigt",
    answers: {
      accepted: "Zugesagt",
      declined: "Abgelehnt",
      tentative: "Vielleicht",
      "needs-action": "Antwort ausstehend",
    },
  },
  {
    language: "fr",
    seen: "2024-06",
    separator: ", ",
    quotes: ["", ""],
    allDay: "Toute la journée",
    between: " au ",
    dated: /^(?:du )?(.*\d{4}),? (?:à )?(.+)$/,
    dateParts: 1,
    calendar: "Agenda : ",
    location: "Lieu : ",
    noLocation: "Aucun lieu",
    color: "Couleur : ",
    busy: "occupé(e)",
    answers: {},
  },
  {
    language: "ja",
    seen: "2024-06",
    separator: "、",
    quotes: ["「", "」"],
    allDay: "終日",
    between: "～",
    dated: /^(.*日) ?(.+)$/,
    dateParts: 1,
    calendar: "カレンダー: ",
    location: "場所: ",
    noLocation: "場所の指定なし",
    color: "色: ",
    busy: "予定あり",
    answers: { accepted: "承諾", declined: "辞退", tentative: "未定", "needs-action": "返信待ち" },
  },
  {
    language: "ar",
    seen: "2024-06",
    separator: "، ",
    quotes: ["", ""],
    allDay: "طوال اليوم",
    between: " إلى ",
    dated: /^(.*\d{4}) في الساعة (.+)$/,
    dateParts: 1,
    calendar: "التقويم: ",
    location: "الموقع: ",
    noLocation: "ليس هناك موقع",
    color: "اللون: ",
    busy: "مشغول",
    answers: {
      accepted: "تم القبول",
      declined: "تم الرفض",
      tentative: "ربما",
      "needs-action": "في انتظار الرد",
    },
  },
  {
    language: "iw",
    seen: "2024-06",
    separator: ", ",
    quotes: ["", ""],
    allDay: "כל היום",
    between: " עד ",
    dated: /^(.*\d{4}),? (?:בשעה )?(.+)$/,
    dateParts: 1,
    calendar: "יומן: ",
    location: "מיקום: ",
    noLocation: "ללא מיקום",
    color: "צבע: ",
    busy: "עסוק",
    answers: {},
  },
];
