import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  developers: 'Entwicklung',
  tokens: 'API-Tokens',
  webhooks: 'Webhooks',
  requests: 'Anfragen',
  docs: 'Dokumentation',
  parts: 'Bereiche für die Entwicklung',
};
