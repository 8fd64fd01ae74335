/**
 * What could not be read: collected with its line, worded as a sentence that says what to do. Owns the cap on how many
 * are told one by one; must never carry a title, a name or an address.
 */
import type { reading } from "../../base/messages/en/reading.ts";
import type { Translate } from "../../base/messages/messages.ts";
import type { IcsProblem, IcsProblemCode } from "./types.ts";

/** Problems after which events of the window may be missing. */
const losing: ReadonlySet<IcsProblemCode> = new Set([
  "truncated",
  "start-missing",
  "date-unreadable",
  "exception-unreadable",
  "rule-unreadable",
  "rule-too-frequent",
  "rule-too-complex",
  "series-cut",
  "properties-cut",
  "components-cut",
  "events-cut",
  "component-unreadable",
  "unclosed",
]);

export class ProblemLog {
  /** True once something happened that may have cost an event. */
  lossy = false;
  private readonly told: IcsProblem[] = [];
  private readonly seen = new Set<string>();
  private untold = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(code: IcsProblemCode, line: number | null, params: IcsProblem["params"] = {}): void {
    if (losing.has(code)) this.lossy = true;
    if (this.told.length >= this.most) this.untold++;
    else this.told.push({ code, line, params });
  }

  /** Adds a problem of the whole file only the first time it shows (an unknown zone is one problem, not a thousand). */
  addOnce(code: IcsProblemCode, line: number | null, params: IcsProblem["params"] = {}): void {
    const key = `${code} ${JSON.stringify(params)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.add(code, line, params);
  }

  /** All problems by line, the count of those not told last. */
  list(): IcsProblem[] {
    const sorted = this.told.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
    if (this.untold === 0) return sorted;
    return [...sorted, { code: "more-problems", line: null, params: { count: this.untold } }];
  }
}

/** One problem as a sentence in the language of `t`. */
export function problemSentence(problem: IcsProblem, t: Translate<typeof reading>): string {
  const blanks = { line: String(problem.line ?? "?"), ...problem.params };
  // Each code's blanks are filled where the problem is added; a test words every code.
  return (t as (key: string, blanks: Record<string, string | number>) => string)(
    `reading.${problem.code}`,
    blanks,
  );
}
