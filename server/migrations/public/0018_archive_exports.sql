-- Archives of whole businesses that owners have asked for. The worker makes them, as owner of the database.
CREATE TABLE exports (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants,
  -- It was asked for in; an archive has both.
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  asked_by uuid NOT NULL,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'ready', 'failed')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  bytes bigint,
  attempts integer NOT NULL DEFAULT 0,
  error text,
  created_at timestamptz NOT NULL,
  ready_at timestamptz,
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (asked_by, tenant_id) REFERENCES users (id, tenant_id) ON DELETE CASCADE
);
CREATE INDEX ON exports (tenant_id, id);
CREATE UNIQUE INDEX one_export_at_a_time ON exports (tenant_id, mode) WHERE status IN ('waiting', 'running');

ALTER TABLE exports ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_exports ON exports FOR SELECT TO smooth_tenant USING (tenant_id = current_tenant() AND mode = current_mode());
CREATE POLICY ask_for_export ON exports FOR INSERT TO smooth_tenant WITH CHECK (tenant_id = current_tenant() AND mode = current_mode());
GRANT SELECT ON exports TO smooth_tenant;
GRANT INSERT (id, tenant_id, mode, asked_by, created_at, expires_at) ON exports TO smooth_tenant;
-- Whether any wait, which is looked at every second.
CREATE POLICY gate_exports ON exports FOR SELECT TO smooth_gate USING (true);
GRANT SELECT (status) ON exports TO smooth_gate;
