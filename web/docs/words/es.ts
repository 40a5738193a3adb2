import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'Documentación de la API',
  contents: 'Contenido',
  guides: 'Guías',
  look_up: 'Consultar',
  reference: 'Referencia',
  events: 'Eventos',
  events_about:
    'Lo que se registra, se envía a los webhooks y aparece en GET /api/v1/events. Cada uno tiene un id que no cambia con los reintentos; data se parece a los ejemplos.',
  error_codes: 'Códigos de error',
  error_codes_about: 'Decida por el código: su significado nunca cambia. Los textos pueden mejorarse.',
  code: 'Código',
  status: 'Estado',
  meaning: 'Qué significa y qué hacer',
  copy: 'Copiar',
  copied: 'Copiado',
  next: 'Siguiente:',
  open_app: 'Abrir la aplicación',
  your_token: 'Los ejemplos usan su token de prueba …{end}',
  make_token: 'Cree un token de prueba para rellenar los ejemplos',
  no_token: 'Inicie sesión para usar su token de prueba',
  unknown: 'Esta página no existe',
  unknown_about: 'Puede que se haya movido. Todo está en la lista de la izquierda.',
  to_start: 'Empezar con el inicio rápido',
};
