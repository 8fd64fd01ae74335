/** Figures of recognition with seeded bootstrap intervals. Owns the definitions; must never see a title. */

/** One entry as the figures need it. */
export interface Scored {
  high: boolean;
  saidHigh: boolean;
  score: number;
  coaching: boolean;
  saidCoaching: boolean;
  /** Only where the entry is high-stakes: was the domain right, strictly and counting the alternatives? */
  domainRight: boolean | null;
  domainDefensible: boolean | null;
}

export interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
  /** What the figure was counted on ("31 of 40"). */
  of: string;
}

/**
 * Average precision: the area under precision over recall, as the sum of precision times gain in recall at each
 * distinct score, entries of equal score taken together. `null` without positives.
 */
export function averagePrecision(entries: readonly { high: boolean; score: number }[]): number | null {
  const positives = entries.filter((entry) => entry.high).length;
  if (positives === 0) return null;
  const sorted = entries.toSorted((a, b) => b.score - a.score);
  let found = 0;
  let area = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    let gained = 0;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) {
      if (sorted[end]?.high === true) gained += 1;
      end += 1;
    }
    found += gained;
    area += (found / end) * (gained / positives);
    start = end;
  }
  return area;
}

export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Harmonic mean of precision and recall from counts. */
export function f1(right: number, said: number, there: number): number | null {
  return ratio(2 * right, said + there);
}

const definitions: Record<
  string,
  { figure: (e: readonly Scored[]) => number | null; of: (e: readonly Scored[]) => string }
> = {
  "average precision": {
    figure: averagePrecision,
    of: (e) => `${count(e, (x) => x.high)} high-stakes among ${e.length}`,
  },
  precision: {
    figure: (e) =>
      ratio(
        count(e, (x) => x.high && x.saidHigh),
        count(e, (x) => x.saidHigh),
      ),
    of: (e) => `${count(e, (x) => x.high && x.saidHigh)} of ${count(e, (x) => x.saidHigh)}`,
  },
  recall: {
    figure: (e) =>
      ratio(
        count(e, (x) => x.high && x.saidHigh),
        count(e, (x) => x.high),
      ),
    of: (e) => `${count(e, (x) => x.high && x.saidHigh)} of ${count(e, (x) => x.high)}`,
  },
  F1: {
    figure: (e) =>
      f1(
        count(e, (x) => x.high && x.saidHigh),
        count(e, (x) => x.saidHigh),
        count(e, (x) => x.high),
      ),
    of: (e) => `${e.length} entries`,
  },
  "coaching precision": {
    figure: (e) =>
      ratio(
        count(e, (x) => x.coaching && x.saidCoaching),
        count(e, (x) => x.saidCoaching),
      ),
    of: (e) => `${count(e, (x) => x.coaching && x.saidCoaching)} of ${count(e, (x) => x.saidCoaching)}`,
  },
  "coaching recall": {
    figure: (e) =>
      ratio(
        count(e, (x) => x.coaching && x.saidCoaching),
        count(e, (x) => x.coaching),
      ),
    of: (e) => `${count(e, (x) => x.coaching && x.saidCoaching)} of ${count(e, (x) => x.coaching)}`,
  },
  "coaching F1": {
    figure: (e) =>
      f1(
        count(e, (x) => x.coaching && x.saidCoaching),
        count(e, (x) => x.saidCoaching),
        count(e, (x) => x.coaching),
      ),
    of: (e) => `${count(e, (x) => x.coaching)} sessions among ${e.length}`,
  },
  "domain accuracy, strict": {
    figure: (e) =>
      ratio(
        count(e, (x) => x.domainRight === true),
        count(e, (x) => x.domainRight !== null),
      ),
    of: (e) => `${count(e, (x) => x.domainRight === true)} of ${count(e, (x) => x.domainRight !== null)}`,
  },
  "domain accuracy, lenient": {
    figure: (e) =>
      ratio(
        count(e, (x) => x.domainDefensible === true),
        count(e, (x) => x.domainDefensible !== null),
      ),
    of: (e) =>
      `${count(e, (x) => x.domainDefensible === true)} of ${count(e, (x) => x.domainDefensible !== null)}`,
  },
};

export const figureNames = Object.keys(definitions);

/** Every figure with its 95 % percentile interval over `rounds` resamples; the same seed gives the same interval. */
export function figures(entries: readonly Scored[], rounds: number, seed: number): Record<string, Figure> {
  const samples = resamples(entries, rounds, seed);
  const result: Record<string, Figure> = {};
  for (const [name, { figure, of }] of Object.entries(definitions)) {
    const drawn = samples
      .map(figure)
      .filter((value) => value !== null)
      .toSorted((a, b) => a - b);
    result[name] = { value: figure(entries), low: at(drawn, 0.025), high: at(drawn, 0.975), of: of(entries) };
  }
  return result;
}

function resamples(entries: readonly Scored[], rounds: number, seed: number): Scored[][] {
  const random = seeded(seed);
  return Array.from({ length: rounds }, () =>
    entries.flatMap(() => entries[Math.floor(random() * entries.length)] ?? []),
  );
}

function at(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}

function count(entries: readonly Scored[], test: (entry: Scored) => boolean): number {
  return entries.filter(test).length;
}

/** Mulberry32, public domain (T. Ettinger): small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
