-- Passkeys: keys that people keep on a device or in a password manager, one for each address they sign in at.

CREATE TABLE passkeys (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  -- The relying party: the host of the place, which the browser has the key for.
  host text NOT NULL,
  credential_id bytea NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  -- Goes up with each use where the device counts; one that does not go up is a copy.
  sign_count bigint NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX ON passkeys (user_id);

ALTER TABLE passkeys ENABLE ROW LEVEL SECURITY;
CREATE POLICY gate_passkeys ON passkeys TO smooth_gate USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON passkeys TO smooth_gate;
GRANT UPDATE (sign_count, last_used_at, name) ON passkeys TO smooth_gate;
