import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  sign_in: 'Se connecter',
  sign_in_to: 'Se connecter à {business}',
  email: 'E-mail',
  password: 'Mot de passe',
  email_missing: 'Saisissez votre adresse e-mail.',
  password_missing: 'Saisissez votre mot de passe.',
  sign_in_failed: 'La connexion a échoué. Réessayez.',
  here_to_book: 'Vous venez réserver ?',
  open_booking_page: 'Ouvrir la page de réservation',
};
