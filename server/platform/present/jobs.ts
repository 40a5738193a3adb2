import type { Job } from '@smooth/contract/platform/jobs.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { JobRow } from '../queries/jobs.ts';

const MOST_SAID = 500;

export function presentJob(row: JobRow): Job {
  const hasFailed = row.attempts >= row.max_attempts && !row.is_running;
  const state = row.is_running ? 'running' : hasFailed ? 'failed' : row.error === null ? 'queued' : 'retrying';
  return {
    id: row.id,
    name: row.name,
    tenant: row.tenant_id === null ? null : { id: row.tenant_id, name: row.tenant_name ?? '' },
    mode: row.mode,
    state,
    attempts: row.attempts,
    max_attempts: row.max_attempts,
    next_at: state === 'queued' || state === 'retrying' ? formatInstant(row.run_at) : null,
    created_at: formatInstant(row.created_at),
    error: row.error === null ? null : row.error.slice(0, MOST_SAID),
  };
}
