import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  title: 'API-Dokumentation',
  contents: 'Inhalt',
  guides: 'Anleitungen',
  look_up: 'Nachschlagen',
  reference: 'Referenz',
  events: 'Ereignisse',
  events_about:
    'Was festgehalten, an Webhooks gesendet und unter GET /api/v1/events aufgeführt wird. Jedes hat eine Id, die bei jedem Versuch dieselbe bleibt; data sieht aus wie in den Beispielen.',
  error_codes: 'Fehlercodes',
  error_codes_about: 'Entscheiden Sie nach dem Code: Er ändert seine Bedeutung nie. Texte können besser werden.',
  code: 'Fehlercode',
  status: 'HTTP-Status',
  meaning: 'Was es bedeutet und was zu tun ist',
  copy: 'Kopieren',
  copied: 'Kopiert',
  next: 'Weiter:',
  open_app: 'App öffnen',
  your_token: 'Die Beispiele verwenden Ihr Test-Token …{end}',
  make_token: 'Legen Sie ein Test-Token an, um die Beispiele auszufüllen',
  no_token: 'Melden Sie sich an, um Ihr Test-Token zu verwenden',
  unknown: 'Diese Seite gibt es nicht',
  unknown_about: 'Vielleicht wurde sie verschoben. Alles steht in der Liste links.',
  to_start: 'Mit dem Schnellstart beginnen',
};
