import type { World } from '../world.ts';
import { business, closures, locations, sessions } from './business.ts';
import { customers } from './customers.ts';
import { resources } from './resources.ts';
import { services } from './services.ts';

/** A practice in Berlin: two doctors, two therapists, a sonographer, four rooms, a scanner and a car. */
export const clinic: World = {
  name: 'clinic',
  business,
  resource_types: [{ key: 'vehicle', name: 'Vehicle' }],
  locations,
  resources,
  closures,
  services,
  customers,
  sessions,
  diary: {
    seed: 41,
    days_back: 14,
    days_ahead: 14,
    busy_past: 0.6,
    busy_last: 0.2,
    unassigned: 2,
    weights: {
      check_up: 8,
      telephone: 3,
      physiotherapy: 8,
      ultrasound: 3,
      blood_test: 3,
      first_visit: 1,
      house_call: 0.5,
    },
    notes: [
      'Bring the last lab report.',
      'Referred by Dr. Wagner.',
      'Follow-up after six weeks.',
      'Fasting since the evening.',
      'Needs a note for the employer.',
      'Prefers to speak English.',
    ],
  },
};
