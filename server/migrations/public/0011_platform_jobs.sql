-- The jobs of all businesses for the console, which may not reach into the schema of the queue itself. That schema comes
-- with the first worker; before it there are none.
CREATE FUNCTION console_jobs(wanted text, before bigint, most integer)
  RETURNS TABLE (id bigint, name text, tenant_id uuid, mode text, attempts integer, max_attempts integer, run_at timestamptz,
    created_at timestamptz, is_running boolean, error text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT j.id, t.identifier, (j.payload ->> 'tenant_id')::uuid, j.payload ->> 'mode', j.attempts::integer,
      j.max_attempts::integer, j.run_at, j.created_at, j.locked_at IS NOT NULL, j.last_error
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE (before IS NULL OR j.id < before) AND (wanted IS NULL OR wanted = CASE
      WHEN j.attempts >= j.max_attempts AND j.locked_at IS NULL THEN 'failed'
      WHEN j.last_error IS NOT NULL THEN 'retrying'
      ELSE 'queued' END)
    ORDER BY j.id DESC LIMIT most;
END $$;

-- Of those that have failed for good, or wait for their next try.
CREATE FUNCTION console_retry_jobs(ids bigint[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  retried integer;
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN 0; END IF;
  UPDATE graphile_worker._private_jobs SET attempts = 0, run_at = now(), updated_at = now()
    WHERE id = ANY (ids) AND locked_at IS NULL AND last_error IS NOT NULL;
  GET DIAGNOSTICS retried = ROW_COUNT;
  RETURN retried;
END $$;
REVOKE EXECUTE ON FUNCTION console_jobs(text, bigint, integer), console_retry_jobs(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION console_jobs(text, bigint, integer), console_retry_jobs(bigint[]) TO smooth_console;
