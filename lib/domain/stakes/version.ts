/**
 * Which recognition made an assessment. Raise `modelVersion` by hand whenever terms, weights or rules change what comes
 * out; stored assessments of another version are made anew. `recordedDigest` is of the tables at that version: a test holds the
 * two together, so that a changed table cannot go out under an old number.
 */
import { bias, coachingConcepts, personalConcepts, stakeConcepts } from "./concepts.ts";
import { combinations } from "./combinations/index.ts";
import { termFiles } from "./terms/index.ts";

export const modelVersion = "2";

/** What `digestOfTables` gives at this version. */
export const recordedDigest = "4fe67112";

/** A digest (FNV-1a, 32 bits, hex) of all terms, weights and the source of every combination. */
export function digestOfTables(): string {
  const tables = JSON.stringify([bias, stakeConcepts, personalConcepts, coachingConcepts, termFiles]);
  const rules = combinations.map((one) => `${one.name} ${one.apply.toString()}`).join("\n");
  let hash = 0x811c9dc5;
  for (const letter of `${tables}\n${rules.replace(/\s+/g, " ")}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
