-- What the overview of the console is made of. Counted by the workers, a few businesses at a time, so that looking at it costs
-- the same with five thousand businesses as with five.
CREATE TABLE tenant_figures (
  tenant_id uuid PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
  -- How much of each limit is used; null where it could not be counted.
  usage jsonb,
  -- Appointments made, by the Monday of their week.
  weeks jsonb NOT NULL DEFAULT '{}',
  counted_at timestamptz NOT NULL
);
CREATE INDEX ON tenant_figures (counted_at);

CREATE TABLE platform_days (
  day date PRIMARY KEY,
  sign_ins integer NOT NULL,
  failed_sign_ins integer NOT NULL
);

ALTER TABLE tenant_figures ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform_days ENABLE ROW LEVEL SECURITY;
CREATE POLICY console_figures ON tenant_figures FOR SELECT TO smooth_console USING (true);
CREATE POLICY console_days ON platform_days FOR SELECT TO smooth_console USING (true);
GRANT SELECT ON tenant_figures, platform_days TO smooth_console;

-- Counts the businesses whose figures are oldest, and the sign-ins of today and of the days that nobody has counted to their end.
CREATE FUNCTION count_figures(at timestamptz, most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET timezone = 'UTC' AS $$
DECLARE
  one record;
  made jsonb;
  counted integer := 0;
  since date := coalesce((SELECT max(day) FROM platform_days), (at - interval '12 weeks')::date);
  first_id text := lpad(to_hex((extract(epoch FROM since::timestamptz) * 1000)::bigint), 12, '0');
BEGIN
  -- The ids of the audit begin with their instants.
  INSERT INTO platform_days (day, sign_ins, failed_sign_ins)
    SELECT occurred_at::date, count(*) FILTER (WHERE action = 'SIGN_IN'), count(*) FILTER (WHERE action = 'SIGN_IN_FAILED')
    FROM audit WHERE id >= (left(first_id, 8) || '-' || right(first_id, 4) || '-0000-0000-000000000000')::uuid
      AND occurred_at >= since AND action IN ('SIGN_IN', 'SIGN_IN_FAILED')
    GROUP BY 1
    ON CONFLICT (day) DO UPDATE SET sign_ins = EXCLUDED.sign_ins, failed_sign_ins = EXCLUDED.failed_sign_ins;
  FOR one IN SELECT id, schema_name FROM tenants LEFT JOIN tenant_figures ON tenant_id = id
    WHERE provisioned_at IS NOT NULL AND to_regnamespace(quote_ident(schema_name)) IS NOT NULL
    ORDER BY counted_at NULLS FIRST LIMIT most
  LOOP
    -- A business that cannot be counted does not keep the others from it.
    BEGIN
      EXECUTE format(
        'SELECT coalesce(jsonb_object_agg(week, made), ''{}'') FROM (
           SELECT date_trunc(''week'', created_at)::date AS week, count(*) AS made FROM %1$I.appointments
           WHERE created_at >= $1 GROUP BY 1) AS weeks', one.schema_name)
        INTO made USING date_trunc('week', at) - interval '11 weeks';
      INSERT INTO tenant_figures VALUES (one.id, tenant_usage(one.id, date_trunc('month', at)), made, at)
        ON CONFLICT (tenant_id) DO UPDATE
        SET usage = EXCLUDED.usage, weeks = EXCLUDED.weeks, counted_at = EXCLUDED.counted_at;
    EXCEPTION WHEN OTHERS THEN
      INSERT INTO tenant_figures (tenant_id, counted_at) VALUES (one.id, at)
        ON CONFLICT (tenant_id) DO UPDATE SET usage = NULL, counted_at = EXCLUDED.counted_at;
    END;
    counted := counted + 1;
  END LOOP;
  RETURN counted;
END $$;
REVOKE EXECUTE ON FUNCTION count_figures(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_figures(timestamptz, integer) TO smooth_console;
