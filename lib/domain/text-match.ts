/**
 * Comparing people's words: the same word whatever its case, accents, width or script. For matching only, never for
 * showing. Scripts that write no spaces, or glue particles to words, are searched inside; others as whole words.
 */

const letterFolds: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ı: "i",
  þ: "th",
};

const accents = /\p{M}/gu;
// Vowel signs of Indic and South-East Asian scripts are letters' bodies, not accents.
const keepsMarks =
  /[\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const gluedScripts =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Arabic}\p{sc=Hebrew}]/u;

/** The text in its comparable form: lower case, no accents, one space between words, no punctuation. */
export function fold(text: string): string {
  const compatible = text.normalize("NFKD").toLowerCase();
  const bare = keepsMarks.test(compatible) ? compatible.normalize("NFKC") : compatible.replace(accents, "");
  return bare
    .normalize("NFC")
    .replace(/[ßæœøđðłħıþ]/g, (letter) => letterFolds[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}*&+]+/gu, " ")
    .trim();
}

/**
 * True when a word or phrase occurs in a folded text: as whole words (a plural *s* is forgiven), at the beginning of
 * a word when it ends in `*`, anywhere in scripts without spaces.
 */
export function occursIn(folded: string, word: string): boolean {
  const open = word.trimEnd().endsWith("*");
  const wanted = fold(word).replaceAll("*", "").trim();
  if (wanted === "") return false;
  if (gluedScripts.test(wanted)) return folded.replaceAll(" ", "").includes(wanted.replaceAll(" ", ""));
  const padded = ` ${folded.replaceAll("*", "")} `;
  if (open) return padded.includes(` ${wanted}`);
  return [wanted, `${wanted}s`, `${wanted}es`].some((form) => padded.includes(` ${form} `));
}

/** True when two names are the same person's: same words in any order ("Ferreira, Tomás" and "tomas ferreira"). */
export function isSameName(a: string, b: string): boolean {
  return sortedWords(a) !== "" && sortedWords(a) === sortedWords(b);
}

function sortedWords(name: string): string {
  return fold(name).split(" ").toSorted().join(" ");
}
