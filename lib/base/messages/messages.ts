/**
 * The typed message catalogue. Every sentence a person reads is an entry of a catalogue file (`en/*.ts`), found by
 * its key; blanks stand in braces, `{count}` selects the plural form. Languages are added as further folders with the
 * same keys (the compiler compares them). Must never hold a word of its own.
 */

/** A message: a text, or plural forms chosen by `count` (CLDR categories of the language). */
export type Message = string | Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Catalogue = Readonly<Record<string, Message>>;

type Blanks<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never;
type BlanksOf<M> = M extends string ? Blanks<M> : M extends { other: infer O } ? Blanks<O> | "count" : never;

/** The blanks a message needs; a message without blanks takes none. */
export type Args<M> = [BlanksOf<M>] extends [never] ? [] : [blanks: Record<BlanksOf<M>, string | number>];

export interface Translate<C extends Catalogue> {
  <K extends keyof C & string>(key: K, ...args: Args<C[K]>): string;
  locale: string;
}

/** A `t` over one catalogue. Numbers in blanks are formatted for the locale, except years and ids given as text. */
export function translator<C extends Catalogue>(catalogue: C, locale: string): Translate<C> {
  // Made when first needed: most pages show neither, and both are slow to make.
  let plurals: Intl.PluralRules | null = null;
  let numbers: Intl.NumberFormat | null = null;
  const pluralOf = (count: string | number | undefined) =>
    (plurals ??= new Intl.PluralRules(locale)).select(Number(count ?? 0));
  const numberText = (value: number) => (numbers ??= new Intl.NumberFormat(locale)).format(value);
  const translate = (key: string, blanks: Record<string, string | number> = {}): string => {
    const message = catalogue[key];
    if (message === undefined) return key;
    const text =
      typeof message === "string" ? message : (message[pluralOf(blanks["count"])] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = blanks[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? numberText(value) : value;
    });
  };
  // The public signature is stricter than what a closure can express.
  return Object.assign(translate, { locale }) as unknown as Translate<C>;
}
