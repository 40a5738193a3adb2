/** Forms by the categories of Intl.PluralRules; a language without a form for one takes `other`. */
export type Plural = Readonly<Record<'one' | 'other', string>>;
/** The texts of a place. `{name}` is a slot; objects are plural forms chosen by `{count}`. */
export type Dictionary = Readonly<Record<string, string | Plural>>;

/** What another language has to say: all that English says. A missing key is a type error. */
export type Translation<English extends Dictionary> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};
export type TextKey<English extends Dictionary> = {
  [Key in keyof English]: English[Key] extends string ? Key : never;
}[keyof English];
export type PluralKey<English extends Dictionary> = Exclude<keyof English, TextKey<English>>;

export type SlotsOf<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;
type Slots<Names extends string> = [Names] extends [never] ? [] : [Record<Names, string | number>];
type Forms<Value> = Value extends Plural ? Value['one' | 'other'] : Value;

export interface Speech<English extends Dictionary> {
  text: <Key extends TextKey<English>>(key: Key, ...slots: Slots<SlotsOf<English[Key]>>) => string;
  count: <Key extends PluralKey<English>>(
    key: Key,
    count: number,
    ...slots: Slots<Exclude<SlotsOf<Forms<English[Key]>>, 'count'>>
  ) => string;
}

/** Speaks a dictionary in a locale: fills the slots and picks the plural form. */
export function speechOf<English extends Dictionary>(
  words: English | Translation<English>,
  locale: string,
): Speech<English> {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const found = words as Dictionary;
  return {
    text: (key, ...[slots]) => fill(found[key as string] as string, slots ?? {}),
    count: (key, count, ...[slots]) => {
      const forms = found[key as string] as Plural;
      const form = rules.select(count) === 'one' ? forms.one : forms.other;
      return fill(form, { ...slots, count: numbers.format(count) });
    },
  };
}

const fill = (text: string, slots: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
