/**
 * Collision-free ids that sort by time: 48 bits of milliseconds, 80 random bits, Crockford base 32 (26 characters,
 * the ULID layout). Sortable so that a store can be read in order of creation without another index.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new id for something that happens at `nowMs`. */
export function newId(nowMs: number): string {
  let time = "";
  let rest = Math.floor(nowMs);
  for (let i = 0; i < 10; i++) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const random = crypto.getRandomValues(new Uint8Array(16));
  let tail = "";
  for (const byte of random) tail += alphabet.charAt(byte % 32);
  return time + tail;
}
