/**
 * The log: codes, ids and counts, never titles, names or notes. Kept in a short ring so that "copy report" can show
 * the same lines and nothing more.
 */
export interface LogLine {
  atMs: number;
  what: string;
  facts: Record<string, string | number | boolean | null>;
}

export interface Log {
  note(what: string, facts?: LogLine["facts"]): void;
  lines(): LogLine[];
}

/** A log that keeps the last `keep` lines in memory. */
export function memoryLog(nowMs: () => number, keep = 200): Log {
  const ring: LogLine[] = [];
  return {
    note(what, facts = {}) {
      ring.push({ atMs: nowMs(), what, facts });
      if (ring.length > keep) ring.shift();
    },
    lines: () => [...ring],
  };
}
