import type { WorldBusiness, WorldClosure, WorldLocation, WorldSessions } from '../world.ts';
import { weekly } from '../world.ts';

export const business: WorldBusiness = {
  name: 'Acme Clinic',
  subdomain: 'acme',
  time_zone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'en',
  tier: 'PROFESSIONAL',
  address: 'Oranienstraße 41, 10999 Berlin',
  phone: '+49 30 5550 0142',
  email: 'praxis@acme.example',
  brand_color: '#0f766e',
  tagline: 'General medicine and physiotherapy in Kreuzberg',
  owner: 'Claudia Brandt',
  manager: 'Farid Nazari',
};

export const locations: WorldLocation[] = [
  {
    key: 'kreuzberg',
    name: 'Kreuzberg',
    address: 'Oranienstraße 41, 10999 Berlin',
    hours: [...weekly([1, 2, 3, 4, 5], '08:00', '18:00'), ...weekly([6], '09:00', '13:00')],
  },
];

export const closures: WorldClosure[] = [
  { name: 'Practice renovation', on: { weekday: 5, from: 18 }, start: '12:00', end: '24:00' },
];

export const sessions: WorldSessions[] = [
  {
    service: 'back_class',
    weekday: 2,
    start: '17:00',
    resources: ['nora', 'gym'],
    notes: 'Sports clothes and a towel are all you need.',
  },
  { service: 'back_class', weekday: 4, start: '08:00', resources: ['tomasz', 'gym'] },
];
