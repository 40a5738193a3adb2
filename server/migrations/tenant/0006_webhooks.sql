-- Addresses that are told of events. The secrets are sealed with the key of the installation.
CREATE TABLE webhooks (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  url text NOT NULL,
  description text NOT NULL DEFAULT '',
  -- Null: all of them, also those to come.
  event_types text[],
  is_active boolean NOT NULL DEFAULT true,
  secret bytea NOT NULL,
  previous_secret bytea,
  previous_until timestamptz,
  -- One after the other without a success, since when, and until when nothing is tried.
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  retry_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((previous_secret IS NULL) = (previous_until IS NULL)),
  CHECK (disabled_at IS NULL OR NOT is_active)
);

-- One event for one webhook.
CREATE TABLE webhook_deliveries (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed')),
  -- Ever, and since it was last asked for.
  attempts integer NOT NULL DEFAULT 0,
  tries integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  give_up_at timestamptz NOT NULL,
  last_status integer,
  last_error text,
  created_at timestamptz NOT NULL,
  delivered_at timestamptz,
  UNIQUE (event_id, webhook_id),
  CHECK ((status = 'pending') = (next_at IS NOT NULL))
);
CREATE INDEX ON webhook_deliveries (webhook_id, next_at) WHERE status = 'pending';
CREATE INDEX ON webhook_deliveries (webhook_id, event_id);

CREATE TABLE webhook_attempts (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  delivery_id uuid NOT NULL REFERENCES webhook_deliveries ON DELETE CASCADE,
  at timestamptz NOT NULL,
  duration_ms integer NOT NULL,
  succeeded boolean NOT NULL,
  request jsonb NOT NULL,
  response jsonb,
  error text
);
CREATE INDEX ON webhook_attempts (delivery_id, at);
CREATE INDEX ON webhook_attempts (webhook_id, at);

-- A webhook is due as well: one row, for the next try of any of its deliveries.
ALTER TABLE due ALTER COLUMN appointment_id DROP NOT NULL;
ALTER TABLE due ADD COLUMN webhook_id uuid UNIQUE REFERENCES webhooks ON DELETE CASCADE;
ALTER TABLE due DROP CONSTRAINT due_kind_check;
ALTER TABLE due ADD CONSTRAINT due_kind_check CHECK (kind IN ('reminder', 'approval_expiry', 'webhook'));
ALTER TABLE due ADD CONSTRAINT due_subject_check
  CHECK ((webhook_id IS NOT NULL) = (kind = 'webhook') AND (appointment_id IS NULL) = (kind = 'webhook'));
