-- The key is what another system calls this person; an import finds them by it again.
ALTER TABLE customers
  ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
  ADD COLUMN import_key text;
CREATE UNIQUE INDEX customers_import_key ON customers (import_key) WHERE import_key IS NOT NULL;
CREATE INDEX ON customers USING gin (tags);

-- A list of customers on its way in: its text waits here while the rows are taken, a chunk at a time.
CREATE TABLE customer_imports (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'done', 'failed')),
  file_name text NOT NULL,
  encoding text NOT NULL,
  known text NOT NULL CHECK (known IN ('complete', 'overwrite')),
  content text,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  problems jsonb NOT NULL DEFAULT '[]',
  actor jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX ON customer_imports (created_at);

-- Secret addresses of calendars. Only the hash is kept, so that nobody reads an address here.
CREATE TABLE feeds (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('resource', 'person')),
  resource_id uuid REFERENCES resources ON DELETE CASCADE,
  user_id uuid,
  token_hash bytea NOT NULL UNIQUE,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CHECK (num_nonnulls(resource_id, user_id) = 1),
  CHECK ((kind = 'resource') = (resource_id IS NOT NULL))
);
CREATE INDEX ON feeds (resource_id) WHERE resource_id IS NOT NULL;
CREATE INDEX ON feeds (user_id) WHERE user_id IS NOT NULL;
