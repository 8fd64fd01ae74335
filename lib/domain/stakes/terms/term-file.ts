/**
 * The shape of a language's file of terms, and how a term is written:
 *
 *   board meeting      these words in this order; a plural `s` is understood
 *   negotiat*          words beginning so
 *   *sitzung           words ending so; `*sitzung*` words containing it (compounds)
 *   RIF                upper case in the file means upper case in the entry
 *   ~off               less than half as strong: the word has other uses
 *   ?ca                only where the rest of the entry does not look like another language
 *
 *   !interview         only where a small word shows this very language
 *
 * Terms stand between commas or line ends. Accents and the Arabic article make no difference. In Chinese and Japanese a
 * term is found anywhere. The longest term wins where several overlap, so `hide` can take words out ("board game").
 */
import type { ConceptId } from "../concepts.ts";

export const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "ja", "zh", "ar"] as const;
export type Language = (typeof languages)[number];

export interface TermFile {
  language: Language;
  /** Frequent small words: they tell which language an entry is in. */
  smallWords: string;
  terms: Partial<Record<ConceptId, string>>;
}

/** The terms of a concept as written, one by one. */
export function termsOf(words: string): string[] {
  return words.split(",").flatMap((written) => {
    const term = written.trim().replace(/\s+/g, " ");
    return term === "" ? [] : [term];
  });
}

/** One table out of several parts of a language's file. */
export function joined(...parts: readonly TermFile["terms"][]): TermFile["terms"] {
  const all: TermFile["terms"] = {};
  for (const part of parts) {
    for (const [concept, words] of Object.entries(part) as [ConceptId, string][]) {
      const before = all[concept];
      all[concept] = before === undefined ? words : `${before}, ${words}`;
    }
  }
  return all;
}
