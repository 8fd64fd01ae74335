/**
 * Which recognition made an assessment. Raise `modelVersion` by hand whenever terms, weights or rules change what comes
 * out: stored assessments of another version are made anew. A test compares `sourceDigest` with the sources of this
 * folder, so that a change cannot go out under an old number.
 */

export const modelVersion = "2";

/** SHA-256 (first 16 hex digits) of the folder's sources without comments and white space; version.test.ts says how. */
export const sourceDigest = "6d1afe743b5edb7d";
