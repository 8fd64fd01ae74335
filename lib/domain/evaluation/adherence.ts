/**
 * Adherence: how often the behaviour showed when its situation occurred (product.md 6). Every rate carries its size
 * and its doubt; nothing here says good or bad.
 */
import type { Answer } from "../reflection.ts";

export interface Adherence {
  /** (did + 1/2 partly) / occasions, 0 to 1; `null` without occasions. */
  rate: number | null;
  /** Wilson 95 % interval of the rate, 0 to 1. */
  low: number | null;
  high: number | null;
  /** did + partly + missed. */
  occasions: number;
  /** did + 1/2 partly. */
  held: number;
  /** Captures given, *did not come up* included. */
  answered: number;
  /** Occasions at which a capture was offered: the denominator of the coverage. */
  offered: number;
  /** Below five occasions: say so, and draw no trend. */
  early: boolean;
}

const fewOccasions = 5;

/** Adherence over answers. `offered` counts the events at which an answer was asked for; at least those answered. */
export function adherence(answers: readonly Answer[], offered: number): Adherence {
  const occasions = answers.filter((answer) => answer !== "not-applicable").length;
  const held = answers.reduce((sum, answer) => sum + successOf(answer), 0);
  const interval = occasions === 0 ? null : wilson(held / occasions, occasions);
  return {
    rate: occasions === 0 ? null : held / occasions,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    occasions,
    held,
    answered: answers.length,
    offered: Math.max(offered, answers.length),
    early: occasions < fewOccasions,
  };
}

/**
 * Wilson score interval for a rate over n trials, 95 % (Wilson 1927). The rate may contain halves; the interval is
 * then that of the same rate.
 */
export function wilson(rate: number, n: number): { low: number; high: number } {
  const z = 1.959964;
  const square = (z * z) / n;
  const centre = (rate + square / 2) / (1 + square);
  const half = (z * Math.sqrt((rate * (1 - rate)) / n + square / (4 * n))) / (1 + square);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function successOf(answer: Answer): number {
  if (answer === "did") return 1;
  return answer === "partly" ? 0.5 : 0;
}
