-- Invitations of businesses. The link stands in the mail and nowhere else; here is its hash, made anew with every mail.
CREATE TABLE business_invitations (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  email text NOT NULL CHECK (length(email) <= 254 AND email = lower(email)),
  business_name text NOT NULL CHECK (length(business_name) BETWEEN 1 AND 120),
  tier text NOT NULL REFERENCES plans,
  -- Null where the plan is to hold as it is.
  overrides jsonb,
  invited_by uuid REFERENCES users ON DELETE SET NULL,
  token_hash bytea UNIQUE,
  mail_due_at timestamptz,
  mail_attempts integer NOT NULL DEFAULT 0,
  mail_error text,
  mailed_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  accepted_at timestamptz,
  tenant_id uuid REFERENCES tenants,
  CONSTRAINT accepted_makes_a_tenant CHECK ((accepted_at IS NULL) = (tenant_id IS NULL)),
  CONSTRAINT revoked_is_not_accepted CHECK (revoked_at IS NULL OR accepted_at IS NULL)
);
CREATE INDEX ON business_invitations (mail_due_at) WHERE mail_due_at IS NOT NULL;
CREATE INDEX ON business_invitations (tenant_id);
CREATE INDEX ON business_invitations (invited_by);

ALTER TABLE business_invitations ENABLE ROW LEVEL SECURITY;
CREATE POLICY console_invitations ON business_invitations TO smooth_console USING (true) WITH CHECK (true);
CREATE POLICY console_add_owners ON users FOR INSERT TO smooth_console WITH CHECK (role = 'TENANT_OWNER');
GRANT SELECT, INSERT, UPDATE ON business_invitations TO smooth_console;
GRANT INSERT (id, tenant_id, role, email, name, password_hash, locale, email_verified_at, created_at, updated_at) ON users TO smooth_console;
