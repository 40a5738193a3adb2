/** Collects tenants with new events and tells the workers once per moment, after the commits and not within them. */
export interface Wake {
  (tenant: { id: string; mode: 'live' | 'sandbox' }): void;
}
