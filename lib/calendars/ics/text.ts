/** Kept bytes to text. UTF-8 first; a line that is not is read as Western European and told once per file. */
import type { PropertyName } from "./names.ts";
import type { ProblemLog } from "./problems.ts";

/** One line worth keeping, as a range of the scanner's buffer. */
export interface KeptLine {
  name: PropertyName;
  from: number;
  to: number;
  line: number;
  /** Longer than the cap; what is kept is its beginning. */
  cut: boolean;
}

/** One unfolded content line as text. */
export interface RawProperty {
  name: PropertyName;
  line: number;
  text: string;
  cut: boolean;
}

const strict = new TextDecoder("utf-8", { fatal: true });
/** For lines cut in the middle of a character. */
const loose = new TextDecoder("utf-8");
const western = new TextDecoder("windows-1252");

export function decodeLines(
  bytes: Uint8Array,
  kept: readonly KeptLine[],
  problems: ProblemLog,
): RawProperty[] {
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole = asciiText(bytes.subarray(first.from, last.to));
  return kept.map(({ name, from, to, line, cut }) => ({
    name,
    line,
    cut,
    text:
      whole === null
        ? decodeLine(bytes.subarray(from, to), line, cut, problems)
        : whole.slice(from - first.from, to - first.from),
  }));
}

/** Text of plain ASCII bytes, where offsets of bytes and characters agree; `null` for anything else. */
function asciiText(bytes: Uint8Array): string | null {
  const text = loose.decode(bytes);
  // A byte that is no UTF-8 becomes one replacement character, so the length alone does not tell.
  return text.length === bytes.length && !text.includes("\uFFFD") ? text : null;
}

function decodeLine(bytes: Uint8Array, line: number, cut: boolean, problems: ProblemLog): string {
  if (cut) return loose.decode(bytes).replace(/\uFFFD+$/, "");
  try {
    return strict.decode(bytes);
  } catch {
    problems.addOnce("not-utf8", line); // a second sentence would say nothing new
    return western.decode(bytes);
  }
}
