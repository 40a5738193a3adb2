import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  businesses: 'Betriebe',
  about: 'Alle Betriebe dieser Installation, ihr Zustand und die Version ihrer Schemas.',
  search: 'Betriebe suchen',
  search_by: 'Name oder Adresse',
  none: 'Noch keine Betriebe',
  none_text: 'Legen Sie den ersten auf der Kommandozeile an: {command}',
  status_active: 'Aktiv',
  status_suspended: 'Gesperrt',
  status_closed: 'Geschlossen',
  name: 'Name',
  address: 'Adresse',
  status: 'Status',
  plan: 'Tarif',
  demo_account: '{plan}, Testkonto',
  time_zone: 'Zeitzone',
  schemas: 'Schemas',
  since: 'Seit',
};
