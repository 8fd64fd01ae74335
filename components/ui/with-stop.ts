/** The words as they are, with a full stop where the sentence has none. */
export function withStop(words: string): string {
  return /[.!?…。؟]\s*$/u.test(words) ? words : `${words}.`;
}
