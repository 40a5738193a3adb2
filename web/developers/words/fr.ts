import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  developers: 'Développement',
  tokens: 'Jetons d’API',
  webhooks: 'Webhooks',
  requests: 'Requêtes',
  docs: 'Documentation',
  parts: 'Rubriques pour le développement',
};
