/** The naive keyword list every figure is compared with: no weights, no negatives, English alone. */

export const baselineKeywords = [
  "board",
  "budget",
  "strategy",
  "review",
  "decision",
  "deal",
  "risk",
  "urgent",
  "investor",
  "committee",
  "executive",
  "merger",
  "acquisition",
  "earnings",
  "audit",
  "plan",
  "negotiation",
  "contract",
  "legal",
  "ceo",
  "chairman",
  "offsite",
  "approval",
  "crisis",
  "performance",
  "compensation",
  "forecast",
  "regulator",
  "press",
  "interview",
] as const;

/** One compiled expression over all keywords, whole words, any case. */
export const baselinePattern = new RegExp(`\\b(?:${baselineKeywords.join("|")})\\b`, "gi");

/** Keywords found in title and description; ranks as the naive list would. */
export function baselineScore(title: string, description: string): number {
  return countIn(title) + countIn(description);
}

function countIn(text: string): number {
  return text.match(baselinePattern)?.length ?? 0;
}
