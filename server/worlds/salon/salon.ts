import type { World } from '../world.ts';
import { business, closures, locations, sessions } from './business.ts';
import { customers } from './customers.ts';
import { resources } from './resources.ts';
import { services } from './services.ts';

/** A salon in Brooklyn: five people, two rooms, a color bar and a lamp; hair, skin, hands and a class. */
export const salon: World = {
  name: 'salon',
  business,
  resource_types: [],
  locations,
  resources,
  closures,
  services,
  customers,
  sessions,
  diary: {
    seed: 214,
    days_back: 14,
    days_ahead: 14,
    busy_past: 0.72,
    busy_last: 0.25,
    unassigned: 2,
    weights: { haircut: 8, beard: 3, balayage: 2, facial: 4, light_facial: 2, manicure: 6, bridal: 0.5 },
    notes: [
      'First visit.',
      'Wants to grow out the layers.',
      'Same as last time.',
      'In a hurry, has to leave on time.',
      'Brings a photo.',
      'Birthday present from her sister.',
      'Asked for a warm shade.',
    ],
  },
};
