import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  first_steps: 'Erste Schritte',
  ready: '{business} für die erste Buchung vorbereiten',
  done_of: '{done} von {total} erledigt',
  hide: 'Erste Schritte ausblenden',
  steps_done: 'Erledigte erste Schritte',
  step_done: ', erledigt',
  hours: 'Öffnungszeiten festlegen',
  hours_about: 'Kunden können buchen, solange Sie geöffnet haben.',
  resource: 'Wer oder was gebucht wird',
  resource_about: 'Sie selbst, jemand aus dem Team, ein Raum, ein Gerät.',
  service: 'Leistung anlegen',
  service_about: 'Was es ist, wie lange es dauert, was es kostet.',
  brand: 'Buchungsseite zu Ihrer machen',
  brand_about: 'Ihre Farbe, Ihr Logo, eine Zeile unter Ihrem Namen.',
  booking: 'Den ersten Termin buchen',
  booking_about: 'Probieren Sie Ihre Buchungsseite aus und geben Sie dann die Adresse weiter.',
  open_booking_page: 'Buchungsseite öffnen',
  add_resource: 'Ressource anlegen',
  add_service: 'Leistung anlegen',
  choose_colour: 'Farbe wählen',
  set_hours: 'Zeiten festlegen',
};
