import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  developers: 'Desarrollo',
  tokens: 'Tokens de API',
  webhooks: 'Webhooks',
  requests: 'Solicitudes',
  docs: 'Documentación',
  parts: 'Secciones para desarrollo',
};
