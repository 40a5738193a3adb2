import { scopes } from '../../contract/core/scopes.ts';
import { newestVersion } from '../../contract/core/versions.ts';
import { newId } from '../../server/core/ids.ts';
import { asOwner } from '../../server/testing/cluster.ts';
import { hashOfSecret, hintOf, newSecret } from '../../server/tokens/rules/secret.ts';
import { makeBusiness } from '../business.ts';
import { allHold, aside, atLeast, atMost, type Metric } from '../figures.ts';
import { type Ground, onGround } from '../ground.ts';
import { compare } from '../slots.ts';
import { checkCost } from '../token-check.ts';

/** Twenty appointments as a program with a token asks for them, and what looking at the token costs. */
export const httpTokenList: Metric = {
  name: 'http.token_list',
  measure: ({ quick }) => onGround((ground) => measure(ground, quick)),
};

async function measure(ground: Ground, quick: boolean) {
  const business = await makeBusiness(ground.ownerUrl, 'salon', { staff: 10, appointments: 20_000 });
  const token = await tokenOf(ground.ownerUrl, 'salon');
  const served = await ground.serve();
  const path = '/api/v1/appointments?limit=20&order=-start';
  const requests = [`GET ${path} HTTP/1.1\r\nhost: ${business.host}\r\nauthorization: Bearer ${token}\r\n\r\n`];
  const { figures, floor } = await compare(served, business, { requests, seconds: quick ? 3 : 12 });
  const cost = await checkCost(ground, business.host, token, quick ? 2_000 : 20_000);
  return allHold([
    atLeast('http.token_list', floor.perSecond / 2, { value: figures.perSecond, unit: '/s', floor: floor.perSecond }),
    aside('http.token_list.p99', { value: figures.p99, unit: 'ms', floor: floor.p99 }),
    atMost('http.token_list.check', 0.15, { value: cost, unit: 'ms' }),
  ]);
}

/** A live token of an owner who is made for it; its limit is lifted, since the list is measured and not the refusal. */
const tokenOf = (ownerUrl: string, subdomain: string): Promise<string> =>
  asOwner(ownerUrl, async (owner) => {
    const secret = newSecret('live');
    await owner.query('ALTER TABLE public.api_tokens DROP CONSTRAINT api_tokens_requests_per_minute_check');
    await owner.query(
      `WITH maker AS (
         INSERT INTO public.users (id, tenant_id, role, email, name, created_at, updated_at)
         SELECT $1, id, 'TENANT_OWNER', 'owner@bench.example', 'Owner', now(), now() FROM public.tenants WHERE subdomain = $2
         RETURNING id, tenant_id)
       INSERT INTO public.api_tokens (id, tenant_id, mode, name, hash, hint, scopes, requests_per_minute, version, created_by, created_at, updated_at)
       SELECT $3, tenant_id, 'live', 'Bench', $4, $5, $6, 2000000000, $7, id, now(), now() FROM maker`,
      [newId(), subdomain, newId(), hashOfSecret(secret), hintOf(secret), scopes, newestVersion],
    );
    return secret;
  });
