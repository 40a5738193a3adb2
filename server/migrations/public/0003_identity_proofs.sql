-- How people prove who they are: passwords, mails with links, second factors.

ALTER TABLE sessions ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now();
UPDATE sessions SET proved_at = created_at;
ALTER TABLE users ADD COLUMN email_verified_at timestamptz;

-- What may be used once: links in mails, the step between password and second factor, the way to another host.
CREATE TABLE passes (
  token_hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('password_reset', 'email_verification', 'second_factor', 'passkey', 'hand_over')),
  user_id uuid REFERENCES users ON DELETE CASCADE,
  tenant_id uuid,
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  detail jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX ON passes (user_id);
CREATE INDEX ON passes (expires_at);

-- Mails about accounts that are still to be written. The account is looked up when it is written, not when it is asked
-- for, so that asking tells nothing; and so is the link made, which stands nowhere but in the mail.
CREATE TABLE letters (
  id uuid PRIMARY KEY,
  template text NOT NULL,
  tenant_id uuid,
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  email text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  error text
);
CREATE INDEX ON letters (due_at);

CREATE TABLE totp (
  user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  sealed_secret bytea NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);
CREATE TABLE recovery_codes (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, code_hash)
);

ALTER TABLE passes ENABLE ROW LEVEL SECURITY;
ALTER TABLE letters ENABLE ROW LEVEL SECURITY;
ALTER TABLE totp ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY;
CREATE POLICY gate_passes ON passes TO smooth_gate USING (true) WITH CHECK (true);
CREATE POLICY gate_letters ON letters TO smooth_gate USING (true) WITH CHECK (true);
CREATE POLICY gate_totp ON totp TO smooth_gate USING (true) WITH CHECK (true);
CREATE POLICY gate_recovery_codes ON recovery_codes TO smooth_gate USING (true) WITH CHECK (true);
CREATE POLICY gate_change_users ON users FOR UPDATE TO smooth_gate USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON passes, letters, totp, recovery_codes TO smooth_gate;
GRANT UPDATE (password_hash, email_verified_at, updated_at) ON users TO smooth_gate;
GRANT SELECT (proved_at) ON sessions TO smooth_tenant;
GRANT SELECT (email_verified_at) ON users TO smooth_tenant, smooth_console;
