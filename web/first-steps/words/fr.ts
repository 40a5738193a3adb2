import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  first_steps: 'Premiers pas',
  ready: 'Préparez {business} pour sa première réservation',
  done_of: '{done} sur {total} terminés',
  hide: 'Masquer les premiers pas',
  steps_done: 'Premiers pas terminés',
  step_done: ', terminé',
  hours: 'Définissez vos horaires',
  hours_about: 'Les clients peuvent réserver pendant vos heures d’ouverture.',
  resource: 'Ajoutez qui ou quoi l’on réserve',
  resource_about: 'Vous-même, un collègue, une salle, une machine.',
  service: 'Ajoutez une prestation',
  service_about: 'Ce que c’est, sa durée, son prix.',
  brand: 'Donnez votre style à la page de réservation',
  brand_about: 'Votre couleur, votre logo, une ligne sous votre nom.',
  booking: 'Prenez le premier rendez-vous',
  booking_about: 'Essayez votre page de réservation, puis partagez son adresse.',
  open_booking_page: 'Ouvrir la page',
  add_resource: 'Ajouter une ressource',
  add_service: 'Ajouter une prestation',
  choose_colour: 'Choisir la couleur',
  set_hours: 'Définir les horaires',
};
