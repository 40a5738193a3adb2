import type { Translation } from '../../words/speech.ts';
import type { words as english } from './en.ts';

export const words: Translation<typeof english> = {
  businesses: 'Établissements',
  about: 'Tous les établissements de cette installation, leur état et la version de leurs schémas.',
  search: 'Rechercher un établissement',
  search_by: 'Nom ou adresse',
  none: 'Aucun établissement pour l’instant',
  none_text: 'Créez le premier en ligne de commande : {command}',
  status_active: 'Actif',
  status_suspended: 'Suspendu',
  status_closed: 'Fermé',
  name: 'Nom',
  address: 'Adresse',
  status: 'État',
  plan: 'Formule',
  demo_account: '{plan}, compte de démonstration',
  time_zone: 'Fuseau horaire',
  schemas: 'Schémas',
  since: 'Depuis',
};
