import type { Routes } from '../../core/http/route.ts';
import { blockRoutes } from './blocks.ts';
import { closureRoutes } from './closures.ts';
import { locationRoutes } from './locations.ts';
import { resourceRoutes } from './resources.ts';
import { resourceTypeRoutes } from './resource-types.ts';
import { serviceRoutes } from './services.ts';

/** What a business sets up before it can be booked. */
export function configRoutes(routes: Routes): void {
  locationRoutes(routes);
  resourceTypeRoutes(routes);
  resourceRoutes(routes);
  blockRoutes(routes);
  closureRoutes(routes);
  serviceRoutes(routes);
}
