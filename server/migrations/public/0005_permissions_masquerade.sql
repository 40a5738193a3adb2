-- What single people may do beyond their role, for good or for a while, and who acts as whom.

CREATE TABLE user_permissions (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  tenant_id uuid,
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  action text NOT NULL CHECK (length(action) BETWEEN 3 AND 60),
  given_by uuid NOT NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, mode, action),
  -- A foreign key passes row-level security by; the tenant in it keeps a permission with a person of its own tenant.
  FOREIGN KEY (user_id, tenant_id) REFERENCES users (id, tenant_id) ON DELETE CASCADE
);

CREATE TABLE permission_grants (
  id uuid PRIMARY KEY,
  tenant_id uuid,
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  grantor_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  grantee_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  action text NOT NULL CHECK (length(action) BETWEEN 3 AND 60),
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  revoked_at timestamptz,
  revoked_by uuid,
  FOREIGN KEY (grantee_id, tenant_id) REFERENCES users (id, tenant_id) ON DELETE CASCADE,
  FOREIGN KEY (grantor_id, tenant_id) REFERENCES users (id, tenant_id) ON DELETE CASCADE
);
CREATE INDEX ON permission_grants (grantee_id, expires_at);
CREATE INDEX ON permission_grants (tenant_id, id);

-- One row for each time that somebody acted as somebody else; the session is the one in which they did.
CREATE TABLE masquerades (
  session_id uuid PRIMARY KEY,
  tenant_id uuid,
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  hijacker_id uuid NOT NULL,
  hijacker_email text NOT NULL,
  hijacked_id uuid NOT NULL,
  hijacked_email text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  -- Where the person came from: an address, and the session that waits there if it is at the same host.
  return_address text NOT NULL,
  return_session_id uuid,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (hijacker_id <> hijacked_id)
);
CREATE INDEX ON masquerades (started_at) WHERE ended_at IS NULL;

ALTER TABLE user_permissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE permission_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE masquerades ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_permissions ON user_permissions TO smooth_tenant
  USING (tenant_id = current_tenant() AND mode = current_mode())
  WITH CHECK (tenant_id = current_tenant() AND mode = current_mode());
CREATE POLICY own_grants ON permission_grants TO smooth_tenant
  USING (tenant_id = current_tenant() AND mode = current_mode())
  WITH CHECK (tenant_id = current_tenant() AND mode = current_mode());
CREATE POLICY gate_permissions ON user_permissions TO smooth_gate USING (true) WITH CHECK (true);
CREATE POLICY gate_grants ON permission_grants TO smooth_gate USING (true) WITH CHECK (true);
CREATE POLICY gate_masquerades ON masquerades TO smooth_gate USING (true) WITH CHECK (true);
CREATE POLICY console_permissions ON user_permissions FOR SELECT TO smooth_console USING (true);
GRANT SELECT, INSERT, DELETE ON user_permissions TO smooth_tenant, smooth_gate;
GRANT SELECT, INSERT ON permission_grants TO smooth_tenant, smooth_gate;
GRANT UPDATE (revoked_at, revoked_by) ON permission_grants TO smooth_tenant, smooth_gate;
GRANT SELECT, INSERT, UPDATE ON masquerades TO smooth_gate;
GRANT SELECT ON user_permissions TO smooth_console;
