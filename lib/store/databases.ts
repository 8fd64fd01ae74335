/**
 * Which database is in use. A damaged one is never deleted: a new one with a higher number takes its place, and the old
 * one stays aside until everything is erased. The browser's own list says which there are, so that nothing outside of
 * the databases can disagree with them.
 */

/** Names of ours, the one in use last: `throughline`, `throughline-2`, `throughline-3`. */
export async function databasesOf(base: string): Promise<string[]> {
  const listed = await indexedDB.databases();
  return listed
    .flatMap(({ name }) => (name !== undefined && numberOf(name, base) !== null ? [name] : []))
    .toSorted((a, b) => (numberOf(a, base) ?? 0) - (numberOf(b, base) ?? 0));
}

/** The database in use; the first one before any was made. */
export async function currentDatabase(base: string): Promise<string> {
  return (await databasesOf(base)).at(-1) ?? base;
}

/** The name that would come after every database there is. */
export async function nextDatabase(base: string): Promise<string> {
  return `${base}-${(numberOf(await currentDatabase(base), base) ?? 1) + 1}`;
}

function numberOf(name: string, base: string): number | null {
  if (name === base) return 1;
  const digits = name.startsWith(`${base}-`) ? name.slice(base.length + 1) : "";
  return /^[1-9]\d{0,5}$/.test(digits) ? Number(digits) : null;
}
