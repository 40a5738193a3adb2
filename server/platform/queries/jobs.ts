import type { Job } from '@smooth/contract/platform/jobs.ts';
import { sql } from 'kysely';
import { byLongNumber, listing, type Place } from '../../core/db/listing.ts';
import { plain } from '../../core/db/raw.ts';

export const jobList = listing('jobs', { id: [byLongNumber('id')] });

export interface JobRow {
  id: string;
  name: string;
  tenant_id: string | null;
  tenant_name: string | null;
  mode: Job['mode'];
  attempts: number;
  max_attempts: number;
  run_at: number;
  created_at: number;
  is_running: boolean;
  error: string | null;
  sort_key: string;
}

interface Search {
  state?: string | undefined;
  limit: number;
}

/** The newest first; the function of the console reads a page by itself. */
export const jobsFound = ({ state, limit }: Search, { after }: Place) =>
  plain<JobRow>(
    sql`SELECT job.id::text AS id, json_build_array(job.id::text)::text AS sort_key, job.name, tenant.id AS tenant_id, tenant.name AS tenant_name, job.mode, job.attempts, job.max_attempts,
      job.run_at, job.created_at, job.is_running, job.error
    FROM public.console_jobs(${state ?? null}, ${after?.[0] ?? null}::bigint, ${limit + 1}::int) AS job
    LEFT JOIN public.tenants AS tenant ON tenant.id = job.tenant_id ORDER BY job.id DESC`,
  );
