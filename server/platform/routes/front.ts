import { getFront } from '@smooth/contract/platform/front.ts';
import type { Core } from '../../core/core.ts';
import { businessOrigin } from '../../core/http/address.ts';
import type { Routes } from '../../core/http/route.ts';
import { askGate } from '../../core/tenant/gate.ts';
import { demoBusinesses } from '../queries/tenants.ts';

export function frontRoutes({ open }: Routes, core: Core): void {
  const { baseUrl, production } = core.config;
  open(getFront, { may: 'everyone', place: 'any' }, async () => {
    const demo = production ? [] : await askGate(core.database, demoBusinesses);
    return {
      platform_address: businessOrigin(baseUrl, 'platform'),
      demo: demo.map(({ name, subdomain }) => ({ name, address: businessOrigin(baseUrl, subdomain) })),
    };
  });
}
