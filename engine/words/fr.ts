import type { ConflictTexts } from './en.ts';

export const conflicts: ConflictTexts = {
  from: (time) => `à partir de ${time}`,
  until: (time) => `jusqu’à ${time}`,
  taken: (name, when, by) => `${name} n’est pas disponible ${when}${by ? ` : ${by}` : ''}`,
  held: (name, when) => `Quelqu’un réserve ${name} en ligne ${when}`,
  full: (name, when) => `${name} n’a plus de place ${when}`,
  off: (name, when, why) => `${name} s’absente ${when}${why ? ` : ${why}` : ''}`,
  closed: (name, when, why) => `${name} n’ouvre pas ${when}${why ? ` : ${why}` : ''}`,
  hours: (name, { type }) =>
    type === 'staff' ? `${name} ne travaille pas à cette heure` : `${name} n’ouvre pas à cette heure`,
  small: (name) => `${name} a moins de places que nécessaire`,
  inactive: (name) => `${name} n’est pas en service`,
  unfit: (name, { type, service }) =>
    type === 'staff' ? `${name} ne propose pas ${service}` : `${name} ne convient pas pour ${service}`,
  none: (type) =>
    type === 'staff'
      ? 'À cette heure, personne qui puisse le faire n’est libre'
      : 'À cette heure, ce qu’il faut n’est pas libre',
  apart: (service) => `Ces ressources ne vont pas ensemble pour ${service}`,
  booking: (service, customer) => (customer ? `${service} pour ${customer}` : service),
};
