export const languages = { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);

const languageOf = (locale: string): string => locale.toLowerCase().split('-')[0] ?? '';

/** Whether the visitor has a language of ours, so that nobody need ask for the business's. */
export const isSpoken = (choice: { asked: string | null; visitor: readonly string[] }): boolean =>
  [choice.asked ?? '', ...choice.visitor].some((locale) => isLanguage(languageOf(locale)));

/** The language asked for, else the first of the visitor's that is spoken here, else the business's, else English. */
export function chooseLanguage(choice: {
  asked: string | null;
  visitor: readonly string[];
  business?: string;
}): Language {
  const wishes = [choice.asked ?? '', ...choice.visitor, choice.business ?? ''].map(languageOf);
  return wishes.find(isLanguage) ?? 'en';
}

/** The locale for dates and money: the visitor's own form of the language where they have one, else the business's. */
export function chooseLocale(language: Language, visitor: readonly string[], business = ''): string {
  return [...visitor, business].find((locale) => languageOf(locale) === language) ?? language;
}
