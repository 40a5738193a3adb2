-- Shared ground: who exists on this installation. Everything that belongs to a tenant is under row-level security.

CREATE EXTENSION IF NOT EXISTS btree_gist;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO smooth_tenant, smooth_gate, smooth_console;

-- Roles of tenants are named t_<tenant id without dashes>_<mode>; the policies below read tenant and mode from the role
-- that is in force, so there is no second setting to forget or to forge.
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT substring(current_user::text FROM '^t_([0-9a-f]{32})_(?:live|sandbox)$')::uuid $$;
CREATE FUNCTION current_mode() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT substring(current_user::text FROM '^t_[0-9a-f]{32}_(live|sandbox)$') $$;

CREATE TABLE tenants (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  schema_name text NOT NULL UNIQUE
    CHECK (schema_name ~ '^[a-z][a-z0-9_]{1,47}$')
    CHECK (schema_name NOT LIKE '%\_sandbox' AND schema_name NOT LIKE 'pg\_%')
    CHECK (schema_name NOT IN ('public', 'information_schema', 'extensions', 'graphile_worker')),
  subdomain text NOT NULL UNIQUE
    CHECK (subdomain ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$')
    CHECK (subdomain NOT IN ('www', 'platform', 'api', 'admin', 'mail', 'app', 'static', 'assets', 'docs', 'status', 'help', 'support')),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'closed')),
  tier text NOT NULL DEFAULT 'FREE' CHECK (tier IN ('FREE', 'STARTER', 'PROFESSIONAL', 'ENTERPRISE')),
  overrides jsonb NOT NULL DEFAULT '{}',
  sandbox_enabled boolean NOT NULL DEFAULT true,
  is_temporary boolean NOT NULL DEFAULT false,
  time_zone text NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  locale text NOT NULL DEFAULT 'en',
  address text,
  phone text,
  email text,
  brand_color text CHECK (brand_color ~ '^#[0-9a-f]{6}$'),
  logo_url text,
  tagline text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE domains (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants,
  hostname text NOT NULL UNIQUE CHECK (hostname = lower(hostname)),
  is_primary boolean NOT NULL DEFAULT false,
  verified_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX ON domains (tenant_id);

-- One row per schema of a tenant: which migration it has, and what went wrong with the next.
CREATE TABLE tenant_schemas (
  schema_name text PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants,
  mode text NOT NULL CHECK (mode IN ('live', 'sandbox')),
  version integer NOT NULL DEFAULT 0,
  status text NOT NULL DEFAULT 'creating' CHECK (status IN ('creating', 'ready', 'failed')),
  error text,
  updated_at timestamptz NOT NULL,
  UNIQUE (tenant_id, mode)
);

CREATE TABLE users (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  tenant_id uuid REFERENCES tenants,
  role text NOT NULL CHECK (role IN (
    'SUPERUSER', 'PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT',
    'TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF', 'CUSTOMER')),
  is_sandbox boolean NOT NULL DEFAULT false,
  email text NOT NULL CHECK (length(email) <= 254 AND email = lower(email)),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  password_hash text,
  locale text,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- The modes this account lives in: owners, managers and platform people in both, staff and customers in one.
  modes int4range GENERATED ALWAYS AS (
    CASE WHEN role NOT IN ('TENANT_STAFF', 'CUSTOMER') THEN int4range(0, 2)
         WHEN is_sandbox THEN int4range(1, 2) ELSE int4range(0, 1) END) STORED,
  home uuid GENERATED ALWAYS AS (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000')) STORED,
  UNIQUE (id, tenant_id),
  CONSTRAINT tenant_role_needs_tenant CHECK (role NOT IN ('TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF', 'CUSTOMER') OR tenant_id IS NOT NULL),
  CONSTRAINT platform_role_has_no_tenant CHECK (role IN ('TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF', 'CUSTOMER') OR tenant_id IS NULL),
  CONSTRAINT sandbox_accounts_are_staff_or_customers CHECK (NOT is_sandbox OR role IN ('TENANT_STAFF', 'CUSTOMER')),
  CONSTRAINT email_once_per_tenant_and_mode EXCLUDE USING gist (home WITH =, email WITH =, modes WITH &&)
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  tenant_id uuid REFERENCES tenants,
  mode text NOT NULL DEFAULT 'live' CHECK (mode IN ('live', 'sandbox')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  -- A foreign key passes row-level security by; the tenant in it keeps a session with a user of its own tenant.
  FOREIGN KEY (user_id, tenant_id) REFERENCES users (id, tenant_id) ON DELETE CASCADE
);
CREATE INDEX ON sessions (user_id);
CREATE INDEX ON sessions (expires_at);

-- The small table of facts about the installation itself: signing secrets, demo marker.
CREATE TABLE installation (
  key text PRIMARY KEY,
  value text NOT NULL
);

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE domains ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_schemas ENABLE ROW LEVEL SECURITY;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE installation ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON tenants FOR SELECT TO smooth_tenant USING (id = current_tenant());
CREATE POLICY change_own_tenant ON tenants FOR UPDATE TO smooth_tenant
  USING (id = current_tenant()) WITH CHECK (id = current_tenant());
CREATE POLICY own_domains ON domains FOR SELECT TO smooth_tenant USING (tenant_id = current_tenant());
CREATE POLICY own_users ON users FOR SELECT TO smooth_tenant
  USING (tenant_id = current_tenant() AND modes @> (current_mode() = 'sandbox')::int);
CREATE POLICY own_sessions ON sessions FOR SELECT TO smooth_tenant
  USING (tenant_id = current_tenant() AND mode = current_mode());

CREATE POLICY gate_tenants ON tenants FOR SELECT TO smooth_gate USING (true);
CREATE POLICY gate_domains ON domains FOR SELECT TO smooth_gate USING (verified_at IS NOT NULL);
CREATE POLICY gate_users ON users FOR SELECT TO smooth_gate USING (true);
CREATE POLICY gate_sessions ON sessions TO smooth_gate USING (true) WITH CHECK (true);

CREATE POLICY gate_installation ON installation FOR SELECT TO smooth_gate USING (true);

CREATE POLICY console_tenants ON tenants FOR SELECT TO smooth_console USING (true);
CREATE POLICY console_domains ON domains FOR SELECT TO smooth_console USING (true);
CREATE POLICY console_schemas ON tenant_schemas FOR SELECT TO smooth_console USING (true);
CREATE POLICY console_users ON users FOR SELECT TO smooth_console USING (true);

GRANT SELECT ON tenants, domains TO smooth_tenant, smooth_gate, smooth_console;
GRANT UPDATE (name, time_zone, currency, locale, address, phone, email, brand_color, logo_url, tagline, revision, updated_at)
  ON tenants TO smooth_tenant;
GRANT SELECT ON tenant_schemas TO smooth_console;
GRANT SELECT (id, revision, tenant_id, role, is_sandbox, email, name, locale, is_active, created_at, updated_at, modes)
  ON users TO smooth_tenant, smooth_console;
GRANT SELECT ON users TO smooth_gate;
GRANT SELECT (id, user_id, tenant_id, mode, created_at, expires_at, last_seen_at, ip_address, user_agent) ON sessions TO smooth_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO smooth_gate;
GRANT SELECT ON migrations, installation TO smooth_gate;
