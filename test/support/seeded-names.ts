/** Seeded randomness and ids for the fictional week. */

/** A repeatable stream of numbers from 0 to 1 for one text (mulberry32 over an FNV hash). */
export function randomFrom(text: string): () => number {
  let state = hash(text);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

const base32Hex = "0123456789abcdefghijklmnopqrstuv";

/** An id of the form Google gives its events: 26 characters of base 32 hex. */
export function googleId(uid: string, seed: number): string {
  const random = randomFrom(`id/${seed}/${uid}`);
  return Array.from({ length: 26 }, () => base32Hex[Math.floor(random() * 32)]).join("");
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16_777_619);
  return value >>> 0;
}
