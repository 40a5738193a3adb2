import type { WorldBusiness, WorldClosure, WorldLocation, WorldSessions } from '../world.ts';
import { weekly } from '../world.ts';

export const business: WorldBusiness = {
  name: 'Demo Salon',
  subdomain: 'demo',
  time_zone: 'America/New_York',
  currency: 'USD',
  locale: 'en',
  tier: 'PROFESSIONAL',
  address: '214 Court Street, Brooklyn, NY 11201',
  phone: '+1 718 555 0142',
  email: 'hello@demo.example',
  brand_color: '#a8326b',
  tagline: 'Hair, skin and hands in Cobble Hill',
  owner: 'Olivia Marchetti',
  manager: 'Marcus Reid',
};

export const locations: WorldLocation[] = [
  {
    key: 'court_street',
    name: 'Court Street',
    address: '214 Court Street, Brooklyn, NY 11201',
    hours: [
      ...weekly([1, 2, 3, 4, 5], '09:00', '20:00'),
      ...weekly([6], '09:00', '18:00'),
      ...weekly([7], '10:00', '16:00'),
    ],
  },
];

export const closures: WorldClosure[] = [
  { name: 'Team training day', on: { weekday: 1, from: 17 }, start: '00:00', end: '24:00' },
];

export const sessions: WorldSessions[] = [
  {
    service: 'blow_dry_class',
    weekday: 3,
    start: '18:00',
    resources: ['kenji'],
    notes: 'Brushes and products are on us.',
  },
  {
    service: 'blow_dry_class',
    weekday: 6,
    start: '10:00',
    resources: ['amara'],
    notes: 'Coffee and pastries at 9:45.',
  },
];
