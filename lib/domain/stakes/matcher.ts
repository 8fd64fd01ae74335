/**
 * Finds the terms of all languages in tokens. Owns the compiled tables (built once, on first use) and the choice among
 * overlapping finds: the longest wins. Must never know what a concept means.
 */
import { stakeConcept } from "./concepts.ts";
import type { ConceptId } from "./concepts.ts";
import { remembered } from "./remembered.ts";
import { tokens, withoutParticle } from "./text.ts";
import type { Token } from "./text.ts";
import { termFiles } from "./terms/index.ts";
import { termsOf } from "./terms/term-file.ts";
import type { Language, TermFile } from "./terms/term-file.ts";

/** A term found: which tokens it covers (`start` to `end`, exclusive), and for runs of Chinese or Japanese which characters. */
export interface Find {
  concept: ConceptId;
  start: number;
  end: number;
  text: string;
  language: Language;
  /** 1, or less for a term marked weak. */
  strength: number;
}

/** May the entry be in this language (`possible`), or does a small word show it (`shown`)? */
export type LanguageTest = (language: Language, degree: "possible" | "shown") => boolean;

type Placed = Find & { from: number; to: number };

interface Part {
  fold: string;
  match: "whole" | "begins" | "ends" | "contains";
  upper: boolean;
}
interface Term {
  concept: ConceptId;
  language: Language;
  parts: Part[];
  strength: number;
  /** Which sign of its own language a term needs: none, that the entry is not clearly in another, or a small word. */
  needs: "nothing" | "possible" | "shown";
}
interface RunTerm {
  text: string;
  concept: ConceptId;
  language: Language;
  strength: number;
}
interface Tables {
  whole: Map<string, Term[]>;
  begins: Map<string, Term[]>;
  inside: Term[];
  insideTest: RegExp | null;
  runs: Map<string, RunTerm[]>;
}

const prefixLength = 4;
const weakStrength = 0.4;
let compiled: Tables | null = null;

function tables(): Tables {
  return (compiled ??= compile(termFiles));
}

/** All finds that are not covered by a longer one, in order of place. `languages` limits terms that need their language. */
export function findTerms(list: Token[], fits: LanguageTest): Find[] {
  const finds: Placed[] = [];
  list.forEach((token, index) => {
    if (token.script === "cjk") findInRun(tables().runs, token, index, finds);
    else findFrom(list, index, fits, finds);
  });
  return longest(finds);
}

function findFrom(list: Token[], index: number, fits: LanguageTest, finds: Placed[]): void {
  const { fold } = list[index] as Token; // index comes from the list itself
  for (const term of candidates(fold)) {
    if (term.needs !== "nothing" && !fits(term.language, term.needs)) continue;
    if (!fitsFrom(term.parts, list, index)) continue;
    const end = index + term.parts.length;
    const { concept, language, strength } = term;
    const text = wordsOf(list, index, end);
    finds.push({ concept, language, strength, start: index, end, from: index * 1000, to: end * 1000, text });
  }
}

function fitsFrom(parts: readonly Part[], list: Token[], index: number): boolean {
  for (let offset = 0; offset < parts.length; offset++) {
    if (!partMatches(parts[offset] as Part, list[index + offset])) return false; // offset is below the length
  }
  return true;
}

function wordsOf(list: Token[], start: number, end: number): string {
  return list
    .slice(start, end)
    .map((one) => one.text)
    .join(" ");
}

/** The terms whose first word could be this one: a few table look-ups, remembered word by word. */
const candidates = remembered(8_000, (fold): readonly Term[] => {
  const { whole, begins, inside, insideTest } = tables();
  const bare = withoutParticle(fold);
  return [
    ...(whole.get(fold) ?? []),
    ...(bare === null ? [] : (whole.get(bare) ?? [])),
    ...(fold.length > 3 && fold.endsWith("s") ? (whole.get(fold.slice(0, -1)) ?? []) : []),
    ...(fold.length >= prefixLength ? (begins.get(fold.slice(0, prefixLength)) ?? []) : []).filter((term) =>
      fold.startsWith((term.parts[0] as Part).fold),
    ),
    ...(fold.length >= 6 && insideTest?.test(fold) === true ? inside : []),
  ];
});

function partMatches(part: Part, token: Token | undefined): boolean {
  if (token === undefined || (part.upper && !token.upper)) return false;
  switch (part.match) {
    case "whole":
      return (
        token.fold === part.fold ||
        token.bare === part.fold ||
        (token.fold.length === part.fold.length + 1 &&
          part.fold.length > 2 &&
          !part.fold.endsWith("s") &&
          token.fold === `${part.fold}s`)
      );
    case "begins":
      return token.fold.startsWith(part.fold);
    case "ends":
      return token.fold.endsWith(part.fold);
    case "contains":
      return token.fold.includes(part.fold);
  }
}

function findInRun(runs: Tables["runs"], token: Token, index: number, finds: Placed[]): void {
  const run = token.text;
  for (let at = 0; at < run.length && at < 999; at++) {
    for (const term of runs.get(run.charAt(at)) ?? []) {
      if (!run.startsWith(term.text, at)) continue;
      const from = index * 1000 + at;
      finds.push({ ...term, start: index, end: index + 1, from, to: from + term.text.length });
    }
  }
}

/** A word listed to be hidden is hidden, whatever else it is taken for ("settlements" the department). */
function hidesFirst(a: Placed, b: Placed): number {
  return Number(b.concept === "hide") - Number(a.concept === "hide");
}

/** Longest first; a find overlapping a longer one is dropped, finds of the very same stretch stay together. */
function longest(finds: Placed[]): Find[] {
  if (finds.length < 2) return finds;
  const bySize = finds.toSorted(
    (a, b) => b.to - b.from - (a.to - a.from) || hidesFirst(a, b) || a.from - b.from,
  );
  const kept: Placed[] = [];
  for (const find of bySize) {
    const clash = kept.some(
      (other) =>
        find.from < other.to &&
        other.from < find.to &&
        (find.from !== other.from ||
          find.to !== other.to ||
          find.concept === other.concept ||
          (other.concept === "hide" && stakeConcept(find.concept) !== null)),
    );
    if (!clash) kept.push(find);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}

function compile(files: readonly TermFile[]): Tables {
  const made: Tables = {
    whole: new Map(),
    begins: new Map(),
    inside: [],
    insideTest: null,
    runs: new Map(),
  };
  for (const file of files) {
    for (const [concept, words] of Object.entries(file.terms) as [ConceptId, string][]) {
      for (const written of termsOf(words)) addTerm(made, file.language, concept, written);
    }
  }
  const pieces = made.inside.map((term) => {
    const first = term.parts[0] as Part; // a term has at least one part
    return first.match === "ends" ? `${first.fold}$` : first.fold;
  });
  if (pieces.length > 0) made.insideTest = new RegExp([...new Set(pieces)].join("|"));
  return made;
}

function addTerm(made: Tables, language: Language, concept: ConceptId, written: string): void {
  const [, signs = "", body = ""] = /^([?!~]*)(.*)$/.exec(written) ?? [];
  const strength = signs.includes("~") ? weakStrength : 1;
  const parts = body.split(/\s+/).flatMap(termParts);
  const first = parts[0];
  if (first === undefined) return;
  const run = tokens(body)[0];
  if (run?.script === "cjk" && parts.length === 1) {
    push(made.runs, run.text.charAt(0), { text: run.text, concept, language, strength });
    return;
  }
  // A single word of one language is often another word in the next; English is at home everywhere.
  const possible = signs.includes("?") || (language !== "en" && parts.length === 1);
  const needs = signs.includes("!") ? "shown" : possible ? "possible" : "nothing";
  const term: Term = { concept, language, parts, strength, needs };
  if (first.match === "whole") push(made.whole, first.fold, term);
  else if (first.match === "begins") push(made.begins, first.fold.slice(0, prefixLength), term);
  else made.inside.push(term);
}

function termParts(word: string): Part[] {
  const starBefore = word.startsWith("*");
  const starAfter = word.endsWith("*");
  return tokens(word).map((one, index, all) => {
    const before = starBefore && index === 0;
    const after = starAfter && index === all.length - 1;
    const match = before && after ? "contains" : before ? "ends" : after ? "begins" : "whole";
    return { fold: one.fold, match, upper: one.upper && one.script === "word" };
  });
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
