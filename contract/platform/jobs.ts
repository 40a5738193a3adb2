import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, InstantText, page, pageQuery } from '../core/fields.ts';

export const jobStates = ['queued', 'retrying', 'failed'] as const;
const JobId = z.string().regex(/^[1-9]\d{0,17}$/, 'Use the id of a job');

export const Job = z.object({
  id: JobId,
  name: z.string(),
  tenant: z.object({ id: Id, name: z.string() }).nullable().describe('null for a business that is gone'),
  mode: z.enum(['live', 'sandbox']).nullable(),
  state: z.enum(['queued', 'running', 'retrying', 'failed']),
  attempts: z.int(),
  max_attempts: z.int(),
  next_at: InstantText.nullable().describe('null for one that is running or has failed for good'),
  created_at: InstantText,
  error: z.string().nullable(),
});
export type Job = z.output<typeof Job>;

export const listJobs = endpoint({
  method: 'GET',
  path: '/api/platform/jobs',
  summary: 'What the workers still have to do, and what failed, the newest first',
  tag: 'platform',
  query: z.strictObject({ ...pageQuery, state: z.enum(jobStates).optional() }),
  responses: { 200: page(Job) },
});

export const retryJobs = endpoint({
  method: 'POST',
  path: '/api/platform/jobs/retry',
  summary: 'Try failed jobs again at once; those that are running or never failed are left alone',
  tag: 'platform',
  body: z.strictObject({ ids: z.array(JobId).min(1).max(200) }),
  responses: { 200: z.object({ retried: z.int() }) },
});
