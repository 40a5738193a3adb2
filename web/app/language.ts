import { readLocalStorageValue } from '@mantine/hooks';
import { chooseLanguage, type Language } from '../words/languages.ts';

/** Where this device keeps the choice, for the time before somebody has signed in. */
export const LANGUAGE_KEY = 'smooth-language';

interface Account {
  user: { locale: string | null };
  tenant: { locale: string } | null;
}

/** The person's choice, else what was chosen on this device, else the browser's, else the business's, else English. */
export function languageFor(
  account: Account | undefined,
  { onDevice, business }: { onDevice: string | null; business?: string | undefined },
): Language {
  return chooseLanguage({
    asked: account?.user.locale ?? onDevice,
    visitor: navigator.languages,
    business: account?.tenant?.locale ?? business ?? '',
  });
}

export const languageOnDevice = (): string | null =>
  readLocalStorageValue<string | null>({ key: LANGUAGE_KEY, defaultValue: null });
