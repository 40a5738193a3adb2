import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Documentation de l’API',
  contents: 'Sommaire',
  guides: 'Guides pratiques',
  look_up: 'Consulter',
  reference: 'Référence',
  events: 'Événements',
  events_about:
    'Ce qui est enregistré, envoyé aux webhooks et listé par GET /api/v1/events. Chacun a un identifiant qui reste le même à chaque essai ; data ressemble aux exemples.',
  error_codes: 'Codes d’erreur',
  error_codes_about: 'Décidez d’après le code : son sens ne change jamais. Les textes peuvent être améliorés.',
  code: 'Code',
  status: 'Statut',
  meaning: 'Ce que cela veut dire et ce qu’il faut faire',
  copy: 'Copier',
  copied: 'Copié',
  next: 'Suite :',
  open_app: 'Ouvrir l’application',
  your_token: 'Les exemples utilisent votre jeton de test …{end}',
  make_token: 'Créez un jeton de test pour compléter les exemples',
  no_token: 'Connectez-vous pour utiliser votre jeton de test',
  unknown: 'Cette page n’existe pas',
  unknown_about: 'Elle a peut-être été déplacée. Tout se trouve dans la liste à gauche.',
  to_start: 'Commencer par le démarrage rapide',
};
