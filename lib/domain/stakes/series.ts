/** How often an event comes round, from an RRULE or from a source's coarse word. */
import { cleanText } from "./text.ts";

export type Pace = "single" | "daily" | "weekly" | "fortnightly" | "monthly" | "rarely" | "unknown-series";

const words: [Pace, RegExp][] = [
  [
    "fortnightly",
    /bi-?weekly|every (?:two|2) weeks|every other week|fortnight|14-t|zweiw[oö]ch|quinzena|quincenal|bimensuel|tweewek|om de week|隔週|每两周|双周|ogni due settimane|toutes les deux|every 3 weeks/i,
  ],
  [
    "rarely",
    /quarter|annual|yearly|quartal|trimest|jährlich|anual|annuel|kwartaal|jaarlijks|semest|bimonthly|halbj|四半期|毎年|每季|每年|سنوي/i,
  ],
  ["daily", /daily|täglich|quotidien|diari|giornalier|dagelijks|毎日|每日|每天|يومي|every (?:week|work)day/i],
  ["weekly", /weekly|every week|wöchentlich|hebdo|semanal|settimanale|wekelijks|毎週|每周|أسبوعي/i],
  ["monthly", /month|monatlich|mensu|mensal|mensile|maandelijks|毎月|每月|شهري/i],
];

/** Reads a recurrence; `null` means a single event, or that the source does not know. */
export function readPace(recurrence: string | null): Pace {
  const text = cleanText(recurrence, 400);
  if (text.trim() === "") return "single";
  const rule = /FREQ=([A-Z]+)/i.exec(text)?.[1]?.toUpperCase();
  // Three days running is one meeting of three days, not a habit.
  if (Number(/COUNT=(\d{1,4})/i.exec(text)?.[1] ?? 99) <= 5) return "single";
  if (rule !== undefined) return paceOfRule(rule, Number(/INTERVAL=(\d{1,4})/i.exec(text)?.[1] ?? 1));
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? "unknown-series";
}

function paceOfRule(frequency: string, interval: number): Pace {
  switch (frequency) {
    case "DAILY":
      return interval < 5 ? "daily" : paceOfRule("WEEKLY", Math.round(interval / 7));
    case "WEEKLY":
      return interval <= 1 ? "weekly" : interval <= 3 ? "fortnightly" : interval <= 6 ? "monthly" : "rarely";
    case "MONTHLY":
      return interval <= 1 ? "monthly" : "rarely";
    case "YEARLY":
      return "rarely";
    default:
      return "unknown-series";
  }
}
