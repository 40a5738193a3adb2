import { clinic } from './clinic/clinic.ts';
import { salon } from './salon/salon.ts';
import type { World } from './world.ts';

/** Nothing but what every new business has. */
const empty: World = {
  name: 'empty',
  business: { ...salon.business, name: 'New business', tagline: '' },
  resource_types: [],
  locations: [],
  resources: [],
  closures: [],
  services: [],
  customers: [],
  sessions: [],
  diary: { seed: 1, days_back: 0, days_ahead: 0, busy_past: 0, busy_last: 0, unassigned: 0, weights: {}, notes: [] },
};

/** The worlds by name: for the demo, for filling a sandbox, for tests. */
export const worlds = { salon, clinic, empty } as const satisfies Record<string, World>;
