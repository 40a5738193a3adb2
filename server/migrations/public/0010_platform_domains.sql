-- Domains of businesses: the value that shows who may set them, and what the last look-up found.
ALTER TABLE domains
  ADD COLUMN challenge text NOT NULL DEFAULT encode(uuid_send(gen_random_uuid()), 'hex'),
  ADD COLUMN checked_at timestamptz,
  ADD COLUMN found_cname text,
  ADD COLUMN found_txt text[] NOT NULL DEFAULT '{}',
  ADD COLUMN check_error text,
  ADD CONSTRAINT primary_is_verified CHECK (NOT is_primary OR verified_at IS NOT NULL);
CREATE UNIQUE INDEX one_primary ON domains (tenant_id) WHERE is_primary;

CREATE POLICY console_change_domains ON domains TO smooth_console USING (true) WITH CHECK (true);
GRANT INSERT, DELETE ON domains TO smooth_console;
GRANT UPDATE (is_primary, verified_at, checked_at, found_cname, found_txt, check_error) ON domains TO smooth_console;
