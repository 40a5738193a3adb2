import type { ConflictTexts } from './en.ts';

export const conflicts: ConflictTexts = {
  from: (time) => `desde ${time}`,
  until: (time) => `hasta ${time}`,
  taken: (name, when, by) => `${name} no está disponible ${when}${by ? `: ${by}` : ''}`,
  held: (name, when) => `Alguien está reservando ${name} en línea ${when}`,
  full: (name, when) => `${name} no tiene plazas ${when}`,
  off: (name, when, why) => `${name} tiene una ausencia ${when}${why ? `: ${why}` : ''}`,
  closed: (name, when, why) => `${name} no abre ${when}${why ? `: ${why}` : ''}`,
  hours: (name, { type }) => (type === 'staff' ? `${name} no trabaja a esa hora` : `${name} no abre a esa hora`),
  small: (name) => `${name} tiene menos plazas de las necesarias`,
  inactive: (name) => `${name} no está en uso`,
  unfit: (name, { type, service }) =>
    type === 'staff' ? `${name} no ofrece ${service}` : `${name} no sirve para ${service}`,
  none: (type) =>
    type === 'staff' ? 'A esa hora no está libre nadie que pueda hacerlo' : 'A esa hora no está libre lo necesario',
  apart: (service) => `No se pueden usar juntos para ${service}`,
  booking: (service, customer) => (customer ? `${service} para ${customer}` : service),
};
