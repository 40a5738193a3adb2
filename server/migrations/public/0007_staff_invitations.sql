-- Owners and managers invite their people, and switch accounts off.

CREATE TABLE staff_invitations (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants,
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  role text NOT NULL CHECK (role IN ('TENANT_MANAGER', 'TENANT_STAFF')),
  email text NOT NULL CHECK (length(email) <= 254 AND email = lower(email)),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  permissions text[] NOT NULL DEFAULT '{}',
  invited_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz,
  FOREIGN KEY (invited_by, tenant_id) REFERENCES users (id, tenant_id) ON DELETE CASCADE,
  -- A manager lives in both modes, and what begins in the sandbox stays there.
  CONSTRAINT managers_are_invited_live CHECK (role = 'TENANT_STAFF' OR mode = 'live')
);
CREATE INDEX ON staff_invitations (tenant_id, id);
-- One open invitation for each address; another one is sent anew.
CREATE UNIQUE INDEX one_open_invitation ON staff_invitations (tenant_id, mode, email)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;

ALTER TABLE passes DROP CONSTRAINT passes_purpose_check;
ALTER TABLE passes ADD CONSTRAINT passes_purpose_check CHECK (purpose IN (
  'password_reset', 'email_verification', 'second_factor', 'passkey', 'hand_over', 'staff_invitation'));

ALTER TABLE staff_invitations ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_invitations ON staff_invitations TO smooth_tenant
  USING (tenant_id = current_tenant() AND mode = current_mode())
  WITH CHECK (tenant_id = current_tenant() AND mode = current_mode());
CREATE POLICY gate_invitations ON staff_invitations TO smooth_gate USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON staff_invitations TO smooth_tenant;
GRANT UPDATE (revoked_at, expires_at) ON staff_invitations TO smooth_tenant;
GRANT SELECT, UPDATE ON staff_invitations TO smooth_gate;

-- The mail that carries an invitation is asked for along with it.
CREATE POLICY own_letters ON letters FOR INSERT TO smooth_tenant
  WITH CHECK (tenant_id = current_tenant() AND mode = current_mode() AND template = 'staff_invitation');
GRANT INSERT ON letters TO smooth_tenant;

CREATE POLICY gate_add_users ON users FOR INSERT TO smooth_gate WITH CHECK (true);
GRANT INSERT ON users TO smooth_gate;
CREATE POLICY switch_own_people ON users FOR UPDATE TO smooth_tenant
  USING (tenant_id = current_tenant() AND modes @> (current_mode() = 'sandbox')::int AND role IN ('TENANT_MANAGER', 'TENANT_STAFF'))
  WITH CHECK (tenant_id = current_tenant());
GRANT UPDATE (is_active, revision, updated_at) ON users TO smooth_tenant;
