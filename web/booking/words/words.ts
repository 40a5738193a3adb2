import type { words as english } from './en.ts';

/** Forms by the categories of Intl.PluralRules; a language without a form for one takes `other`. */
export type Plural = Readonly<Record<'one' | 'other', string>>;
type English = typeof english;

/** What every language has to say; a missing key is a type error. */
export type Words = { readonly [Key in keyof English]: English[Key] extends string ? string : Plural };
export type TextKey = { [Key in keyof English]: English[Key] extends string ? Key : never }[keyof English];
export type PluralKey = Exclude<keyof English, TextKey>;

type SlotsOf<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;
type Slots<Key extends TextKey> = Record<SlotsOf<English[Key]>, string | number>;

export interface Speech {
  text: <Key extends TextKey>(key: Key, ...slots: SlotsOf<English[Key]> extends never ? [] : [Slots<Key>]) => string;
  count: (key: PluralKey, count: number) => string;
}

/** Speaks a dictionary in a locale: fills the slots and picks the plural form. */
export function speechOf(words: Words, locale: string): Speech {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return {
    text: (key, ...[slots]) => fill(words[key] as string, slots ?? {}),
    count: (key, count) => {
      const forms: Plural = words[key];
      return fill(rules.select(count) === 'one' ? forms.one : forms.other, { count: numbers.format(count) });
    },
  };
}

const fill = (text: string, slots: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
