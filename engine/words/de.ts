import type { ConflictTexts } from './en.ts';

export const conflicts: ConflictTexts = {
  from: (time) => `ab ${time}`,
  until: (time) => `bis ${time}`,
  taken: (name, when, by) => `${name} ist ${when} belegt${by ? `: ${by}` : ''}`,
  held: (name, when) => `${name} ist ${when} für eine laufende Online-Buchung reserviert`,
  full: (name, when) => `${name} hat ${when} keinen Platz mehr`,
  off: (name, when, why) => `${name} ist ${when} abwesend${why ? `: ${why}` : ''}`,
  closed: (name, when, why) => `${name} ist ${when} geschlossen${why ? `: ${why}` : ''}`,
  hours: (name, { type }) =>
    type === 'staff' ? `${name} arbeitet zu dieser Zeit nicht` : `${name} ist zu dieser Zeit geschlossen`,
  small: (name) => `${name} hat weniger Plätze als nötig`,
  inactive: (name) => `${name} ist nicht aktiv`,
  unfit: (name, { type, service }) =>
    type === 'staff' ? `${name} bietet ${service} nicht an` : `${name} eignet sich nicht für ${service}`,
  none: (type) =>
    type === 'staff'
      ? 'Zu dieser Zeit ist niemand frei, der das übernehmen könnte'
      : 'Zu dieser Zeit ist nicht frei, was dafür nötig ist',
  apart: (service) => `Für ${service} lässt sich das nicht zusammen verwenden`,
  booking: (service, customer) => (customer ? `${service} für ${customer}` : service),
};
