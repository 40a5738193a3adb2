-- Credentials of the public API. What opens with a token is kept as its hash; only of a test token also as it is.
CREATE TABLE api_tokens (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  tenant_id uuid NOT NULL REFERENCES tenants,
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
  plaintext text,
  -- How it begins and ends.
  hint text NOT NULL CHECK (length(hint) <= 20),
  scopes text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 100),
  requests_per_minute integer NOT NULL CHECK (requests_per_minute BETWEEN 1 AND 6000),
  version text NOT NULL CHECK (version ~ '^\d{4}-\d\d-\d\d$'),
  expires_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  last_used_at timestamptz,
  last_used_ip text,
  revoked_at timestamptz,
  revoked_by uuid,
  UNIQUE (id, tenant_id),
  -- A foreign key passes row-level security by; the tenant in it keeps a token with a person of its own tenant.
  FOREIGN KEY (created_by, tenant_id) REFERENCES users (id, tenant_id),
  FOREIGN KEY (revoked_by, tenant_id) REFERENCES users (id, tenant_id),
  CONSTRAINT live_tokens_have_no_plaintext CHECK (mode = 'sandbox' OR plaintext IS NULL),
  CONSTRAINT plaintext_is_of_a_test_token CHECK (plaintext IS NULL OR plaintext LIKE 'ss\_test\_%')
);
CREATE INDEX ON api_tokens (tenant_id, id);

-- What was asked with a token: kept for seven days, and no more than the newest of each.
CREATE TABLE api_requests (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  token_id uuid NOT NULL,
  request_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  method text NOT NULL,
  path text NOT NULL CHECK (length(path) <= 1000),
  status smallint NOT NULL,
  code text,
  duration_ms real NOT NULL,
  ip_address text NOT NULL,
  version text,
  FOREIGN KEY (token_id, tenant_id) REFERENCES api_tokens (id, tenant_id) ON DELETE CASCADE
);
CREATE INDEX ON api_requests (token_id, id);
CREATE INDEX ON api_requests (occurred_at);

ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_requests ENABLE ROW LEVEL SECURITY;

-- Whoever looks after them sees those of both modes, so the tenant alone decides.
CREATE POLICY own_tokens ON api_tokens TO smooth_tenant
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY own_requests ON api_requests FOR SELECT TO smooth_tenant USING (tenant_id = current_tenant());
CREATE POLICY gate_tokens ON api_tokens TO smooth_gate USING (true) WITH CHECK (true);
CREATE POLICY gate_requests ON api_requests TO smooth_gate USING (true) WITH CHECK (true);

GRANT SELECT (id, revision, tenant_id, mode, name, plaintext, hint, scopes, requests_per_minute, version, expires_at, created_by,
  created_at, updated_at, last_used_at, last_used_ip, revoked_at, revoked_by) ON api_tokens TO smooth_tenant;
GRANT INSERT ON api_tokens TO smooth_tenant;
GRANT UPDATE (name, scopes, requests_per_minute, version, expires_at, revision, updated_at, revoked_at, revoked_by)
  ON api_tokens TO smooth_tenant;
GRANT SELECT (id, tenant_id, mode, name, hash, scopes, requests_per_minute, version, expires_at, created_by, last_used_at,
  revoked_at) ON api_tokens TO smooth_gate;
GRANT UPDATE (last_used_at, last_used_ip) ON api_tokens TO smooth_gate;
GRANT SELECT ON api_requests TO smooth_tenant;
GRANT SELECT, INSERT, DELETE ON api_requests TO smooth_gate;
