/** The queue score of product.md 6. */
import type { Answer } from "../reflection.ts";

export interface ScoreInput {
  /** 0 to 100, as at the event's start. */
  stakes: number;
  /** Outcome against expectation, -2 to +2; `null` counts as 0. */
  outcome: number | null;
  answer: Answer | null;
  starred: boolean;
  startMs: number;
}

/** 0 to 1: stakes, distance from expectation in either direction, a missed plan, the person's star, age in days. */
export function queueScore(input: ScoreInput, nowMs: number): number {
  const ageDays = Math.max(0, (nowMs - input.startMs) / 86_400_000);
  return (
    0.35 * (Math.min(100, Math.max(0, input.stakes)) / 100) +
    0.25 * (Math.abs(input.outcome ?? 0) / 2) +
    0.2 * missOf(input.answer) +
    0.1 * (input.starred ? 1 : 0) +
    0.1 * Math.min(ageDays / 14, 1)
  );
}

/** *partly* is half a miss. */
function missOf(answer: Answer | null): number {
  if (answer === "missed") return 1;
  return answer === "partly" ? 0.5 : 0;
}
