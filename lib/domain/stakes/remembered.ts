/**
 * A function of a text that remembers what it answered: the words of one calendar come again and again. Owns the bound on
 * what is kept; forgets everything when it is full. Must never be given a function that depends on anything but its text.
 */
const longestKept = 48;

/** `make` with a memory of at most `most` texts; long texts are never kept. */
export function remembered<V>(most: number, make: (text: string) => V): (text: string) => V {
  const kept = new Map<string, V>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (text.length > longestKept) return made;
    if (kept.size >= most) kept.clear();
    kept.set(text, made);
    return made;
  };
}
