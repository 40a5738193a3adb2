-- Who did what. Rows are added and never changed; each carries a code made with a key that the database does not have,
-- and is sealed into the chain of its business, or of the platform, shortly after it was written.

GRANT USAGE ON SCHEMA public TO smooth_audit;

-- No foreign keys: what was done outlives those it is about.
CREATE TABLE audit (
  id uuid PRIMARY KEY,
  tenant_id uuid,
  mode text CHECK (mode IN ('live', 'sandbox')),
  occurred_at timestamptz NOT NULL,
  action text NOT NULL CHECK (length(action) BETWEEN 3 AND 60),
  actor_id uuid,
  actor_email text,
  acting_as_id uuid,
  acting_as_email text,
  subject_id uuid,
  subject_email text,
  ip_address text,
  session_key text,
  reason text,
  detail jsonb NOT NULL DEFAULT '{}',
  mac bytea NOT NULL,
  chain uuid GENERATED ALWAYS AS (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000')) STORED
);
CREATE INDEX ON audit (chain, id);
CREATE INDEX ON audit (actor_id, id);
CREATE INDEX ON audit (subject_id, id);

CREATE TABLE audit_seals (
  chain uuid NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  entry_id uuid NOT NULL UNIQUE,
  hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (chain, position)
);

-- What is still to be sealed, and how far each chain is sealed and written to the logs. Lists of work, not evidence.
CREATE TABLE audit_unsealed (entry_id uuid PRIMARY KEY);
CREATE TABLE audit_heads (
  chain uuid PRIMARY KEY,
  position bigint NOT NULL,
  hash bytea NOT NULL,
  logged bigint NOT NULL DEFAULT 0
);

CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the audit is added to and never changed' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON audit_seals FOR EACH ROW EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();

CREATE FUNCTION audit_waits_for_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
  $$ BEGIN INSERT INTO audit_unsealed (entry_id) VALUES (NEW.id); RETURN NULL; END $$;
REVOKE EXECUTE ON FUNCTION audit_is_kept(), audit_waits_for_seal() FROM PUBLIC;
CREATE TRIGGER waits_for_seal AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_waits_for_seal();

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_unsealed ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_audit ON audit FOR SELECT TO smooth_tenant
  USING (tenant_id = current_tenant() AND (mode IS NULL OR mode = current_mode()));
CREATE POLICY add_own_audit ON audit FOR INSERT TO smooth_tenant
  WITH CHECK (tenant_id = current_tenant() AND mode = current_mode());
CREATE POLICY gate_audit ON audit FOR INSERT TO smooth_gate WITH CHECK (true);
CREATE POLICY console_audit ON audit FOR SELECT TO smooth_console USING (true);
CREATE POLICY sealed_audit ON audit FOR SELECT TO smooth_audit USING (true);
CREATE POLICY seals ON audit_seals TO smooth_audit USING (true) WITH CHECK (true);
CREATE POLICY unsealed ON audit_unsealed TO smooth_audit USING (true) WITH CHECK (true);
CREATE POLICY heads ON audit_heads TO smooth_audit USING (true) WITH CHECK (true);

GRANT SELECT (id, tenant_id, mode, occurred_at, action, actor_id, actor_email, acting_as_id, acting_as_email, subject_id,
  subject_email, ip_address, session_key, reason, detail) ON audit TO smooth_tenant, smooth_console;
GRANT INSERT ON audit TO smooth_tenant, smooth_gate;
GRANT SELECT ON audit TO smooth_audit;
GRANT SELECT, INSERT ON audit_seals TO smooth_audit;
GRANT SELECT, DELETE ON audit_unsealed TO smooth_audit;
GRANT SELECT, INSERT, UPDATE ON audit_heads TO smooth_audit;
