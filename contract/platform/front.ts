import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';

/** What the bare front page may show: the businesses of the demo world, and nothing elsewhere. */
export const Front = z.object({
  platform_address: z.string().describe('Where the console is reached'),
  demo: z.array(z.object({ name: z.string(), address: z.string() })),
});
export type Front = z.output<typeof Front>;

export const getFront = endpoint({
  method: 'GET',
  path: '/api/front',
  summary: 'What the front page of the installation shows',
  tag: 'platform',
  responses: { 200: Front },
});
