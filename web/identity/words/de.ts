import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  sign_in: 'Anmelden',
  sign_in_to: 'Bei {business} anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  email_missing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  password_missing: 'Geben Sie Ihr Passwort ein.',
  sign_in_failed: 'Die Anmeldung ist fehlgeschlagen. Versuchen Sie es noch einmal.',
  here_to_book: 'Möchten Sie buchen?',
  open_booking_page: 'Zur Buchungsseite',
};
