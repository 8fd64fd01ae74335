/**
 * From text as calendars have it to tokens that terms can be compared with. Owns folding of case, accents, Arabic
 * letter forms and invisible characters. Must never throw, whatever the text is, and never look at more than `maxChars`.
 */

import { remembered } from "./remembered.ts";

export interface Token {
  /** Folded form, for comparing. */
  fold: string;
  /** As written (after removal of invisible characters), for evidence. */
  text: string;
  /** Latin, at least two characters, nothing in lower case. */
  upper: boolean;
  /** Written with a capital first letter. */
  capital: boolean;
  script: "word" | "cjk" | "arabic";
  /** Arabic without a particle written onto it (and, for, with), where the word may carry one. */
  bare: string | null;
}

const cjk = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u3005";
const arabic = "\\u0620-\\u064a\\u066e-\\u06d3\\u06fa-\\u06ff";
const tokenPattern = new RegExp(
  `[${cjk}]+|[${arabic}]+|[\\p{L}\\p{N}](?:(?![${cjk}${arabic}])[\\p{L}\\p{N}\\p{M}])*(?:&(?:(?![${cjk}${arabic}])[\\p{L}\\p{N}])+)*`,
  "gu",
);
const isCjk = new RegExp(`^[${cjk}]`);
const isArabic = new RegExp(`^[${arabic}]`);
/** Format characters (bidi controls, zero width, soft hyphen), tatweel, Arabic vowel signs, variation selectors. */
const invisible = /\p{Cf}|\u{640}|[\u{64b}-\u{65f}]|\u{670}|[\u{fe00}-\u{fe0f}]/gu;
const plainAscii = /^[\n\r\t -~]*$/;

/** Text without invisible characters, compatibility forms unified, cut to `maxChars`. */
export function cleanText(text: string | null | undefined, maxChars: number): string {
  if (typeof text !== "string" || text === "") return "";
  const cut = text.length > maxChars ? text.slice(0, maxChars) : text;
  if (plainAscii.test(cut)) return cut;
  return cut.toWellFormed().normalize("NFKC").replace(invisible, "");
}

/** The tokens of a cleaned text: words of letters and digits, runs of Chinese or Japanese, Arabic words. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const word of text.match(tokenPattern) ?? []) found.push(tokenOf(word));
  return found;
}

const tokenOf = remembered(8_000, token);

function token(word: string): Readonly<Token> {
  const first = word.charCodeAt(0);
  if (first < 0x250) return latinToken(word);
  if (isCjk.test(word))
    return { fold: word, text: word, upper: false, capital: false, script: "cjk", bare: null };
  if (isArabic.test(word)) return arabicToken(word);
  return latinToken(word);
}

function arabicToken(word: string): Token {
  const fold = foldArabic(word);
  return { fold, text: word, upper: false, capital: false, script: "arabic", bare: withoutParticle(fold) };
}

/** A folded Arabic word without the particle it may begin with; `null` for every other word. */
export function withoutParticle(fold: string): string | null {
  return fold.length > 4 && /^[وفبلك]/.test(fold) ? fold.slice(1) : null;
}

function latinToken(word: string): Token {
  const lower = word.toLowerCase();
  const capital = word.charAt(0) !== lower.charAt(0);
  const upper = capital && word.length > 1 && word === word.toUpperCase();
  return { fold: foldLatin(lower), text: word, upper, capital, script: "word", bare: null };
}

const letters: Record<string, string> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ı: "i",
  þ: "th",
  ð: "d",
};

function foldLatin(lower: string): string {
  if (plainAscii.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[ßøæœłđıþð]/g, (letter) => letters[letter] ?? letter);
}

/** Letter forms unified, then the article and the particles written onto it taken off. */
function foldArabic(word: string): string {
  const unified = word
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/ؤ/g, "و")
    .replace(/ئ/g, "ي");
  const bare = unified.replace(/^(?:[وفبك]?ال|[وف]?لل)/, "");
  return bare.length >= 2 ? bare : unified;
}
