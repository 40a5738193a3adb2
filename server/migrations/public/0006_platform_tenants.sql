-- What the operator does with businesses: plans and what they include, waiting for their schemas, closing and deleting.

CREATE TABLE plans (
  tier text PRIMARY KEY CHECK (tier IN ('FREE', 'STARTER', 'PROFESSIONAL', 'ENTERPRISE')),
  revision integer NOT NULL DEFAULT 1,
  limits jsonb NOT NULL,
  permissions jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);
INSERT INTO plans (tier, limits, permissions, updated_at)
SELECT tier,
  jsonb_build_object('staff', staff, 'locations', locations, 'services', services, 'appointments_per_month', appointments, 'domains', domains),
  jsonb_build_object(
    'take_payments', rank > 1, 'take_deposits', rank > 1, 'refund_payments', rank > 1,
    'send_sms', rank > 2, 'change_messages', rank > 1, 'send_campaigns', rank > 2,
    'own_branding', true, 'custom_domains', rank > 2, 'hide_product_name', rank > 2,
    'use_plugins', rank > 1, 'write_plugins', rank > 2, 'call_addresses', rank > 2,
    'public_api', rank > 1, 'webhooks', rank > 1, 'export_reports', rank > 1,
    'sandbox', true, 'full_audit', rank > 3, 'priority_support', rank > 3),
  now()
FROM (VALUES
  (1, 'FREE', 2, 1, 10, 200, 0),
  (2, 'STARTER', 5, 2, 40, 2000, 0),
  (3, 'PROFESSIONAL', 25, 10, 200, 10000, 2),
  (4, 'ENTERPRISE', NULL, NULL, NULL, NULL, NULL)
) AS given (rank, tier, staff, locations, services, appointments, domains);

ALTER TABLE tenants
  ADD COLUMN entitlements jsonb NOT NULL DEFAULT '{}',
  -- Null until both schemas are there: nobody can enter before.
  ADD COLUMN provisioned_at timestamptz DEFAULT now(),
  -- What is to be done once they are, such as which world to fill in.
  ADD COLUMN provision jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN provision_error text,
  ADD COLUMN expires_at timestamptz,
  ADD COLUMN closed_at timestamptz,
  ADD COLUMN delete_after timestamptz,
  ADD CONSTRAINT only_demo_accounts_expire CHECK (expires_at IS NULL OR is_temporary),
  ADD CONSTRAINT only_closed_are_deleted CHECK (delete_after IS NULL OR status = 'closed');
CREATE INDEX ON tenants (created_at) WHERE provisioned_at IS NULL;
CREATE INDEX ON tenants (delete_after) WHERE delete_after IS NOT NULL;
CREATE INDEX ON tenants (expires_at) WHERE expires_at IS NOT NULL;

-- What a business may do is its plan with its own overrides over it, kept where every request finds it anyway.
CREATE FUNCTION tenant_entitlements() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT jsonb_build_object(
    'limits', limits || coalesce(NEW.overrides -> 'limits', '{}'),
    'permissions', permissions || coalesce(NEW.overrides -> 'permissions', '{}'))
  INTO STRICT NEW.entitlements FROM plans WHERE tier = NEW.tier;
  RETURN NEW;
END $$;
CREATE TRIGGER entitled BEFORE INSERT OR UPDATE OF tier, overrides ON tenants
  FOR EACH ROW EXECUTE FUNCTION tenant_entitlements();

CREATE FUNCTION plan_reaches_tenants() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE tenants SET tier = tier WHERE tier = NEW.tier;
  RETURN NULL;
END $$;
CREATE TRIGGER reaches_tenants AFTER UPDATE ON plans FOR EACH ROW EXECUTE FUNCTION plan_reaches_tenants();
UPDATE tenants SET tier = tier;

-- The console never reaches into the schema of a business; it may know how much there is.
CREATE FUNCTION tenant_usage(tenant uuid, month_begins timestamptz) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  place text;
  used jsonb;
BEGIN
  SELECT t.schema_name INTO place FROM tenants t JOIN tenant_schemas s ON s.schema_name = t.schema_name
    WHERE t.id = tenant AND t.provisioned_at IS NOT NULL AND to_regnamespace(quote_ident(t.schema_name)) IS NOT NULL;
  IF place IS NULL THEN RETURN NULL; END IF;
  EXECUTE format(
    'SELECT jsonb_build_object(
       ''staff'', (SELECT count(*) FROM %1$I.resources WHERE type = ''staff'' AND is_active),
       ''locations'', (SELECT count(*) FROM %1$I.locations),
       ''services'', (SELECT count(*) FROM %1$I.services WHERE is_active),
       ''appointments_per_month'', (SELECT count(*) FROM %1$I.appointments WHERE created_at >= $1))', place)
    INTO used USING month_begins;
  RETURN used || jsonb_build_object('domains', (SELECT count(*) FROM domains WHERE tenant_id = tenant));
END $$;
REVOKE EXECUTE ON FUNCTION tenant_entitlements(), plan_reaches_tenants(), tenant_usage(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenant_usage(uuid, timestamptz) TO smooth_console;

ALTER TABLE plans ENABLE ROW LEVEL SECURITY;
CREATE POLICY console_plans ON plans TO smooth_console USING (true) WITH CHECK (true);
CREATE POLICY console_add_tenants ON tenants FOR INSERT TO smooth_console WITH CHECK (provisioned_at IS NULL);
CREATE POLICY console_change_tenants ON tenants FOR UPDATE TO smooth_console USING (true) WITH CHECK (true);
CREATE POLICY console_add_schemas ON tenant_schemas FOR INSERT TO smooth_console WITH CHECK (status = 'creating');
CREATE POLICY console_add_audit ON audit FOR INSERT TO smooth_console WITH CHECK (true);
GRANT SELECT ON plans TO smooth_console;
GRANT UPDATE (limits, permissions, revision, updated_at) ON plans TO smooth_console;
GRANT INSERT (id, name, subdomain, schema_name, tier, overrides, time_zone, currency, locale, is_temporary, expires_at,
  provisioned_at, provision, created_at, updated_at) ON tenants TO smooth_console;
GRANT UPDATE (name, tier, overrides, time_zone, currency, locale, sandbox_enabled, status, closed_at, delete_after, expires_at,
  provision_error, revision, updated_at) ON tenants TO smooth_console;
GRANT INSERT ON tenant_schemas, audit TO smooth_console;
