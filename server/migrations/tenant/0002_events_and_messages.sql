-- Facts, recorded in the transaction of the write they are about. Only ever added to.
CREATE TABLE events (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  subject_id uuid NOT NULL,
  revision integer,
  payload jsonb NOT NULL,
  actor jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  -- Ids are not in the order of commits. Whoever follows reads by transaction and looks again at those that were open.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX ON events (subject_id, id);
CREATE INDEX ON events (xid);

-- Events that were not handed to the reactions yet.
CREATE TABLE outbox (
  event_id uuid PRIMARY KEY REFERENCES events ON DELETE CASCADE
);

-- What is due later: a row that a change moves or drops, whatever became of the job that was to do it.
CREATE TABLE due (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('reminder', 'approval_expiry')),
  appointment_id uuid NOT NULL REFERENCES appointments ON DELETE CASCADE,
  due_at timestamptz NOT NULL,
  UNIQUE (appointment_id, kind)
);
CREATE INDEX ON due (due_at);

CREATE TABLE messages (
  id uuid PRIMARY KEY,
  template text NOT NULL,
  -- The same cause never sends twice.
  dedupe_key text NOT NULL UNIQUE,
  appointment_id uuid REFERENCES appointments ON DELETE SET NULL,
  customer_id uuid,
  recipient text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text NOT NULL,
  calendar text,
  calendar_method text CHECK (calendar_method IN ('REQUEST', 'CANCEL')),
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sent', 'captured', 'failed', 'dropped')),
  attempts integer NOT NULL DEFAULT 0,
  error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX ON messages (created_at);
CREATE INDEX ON messages (appointment_id);

CREATE TABLE idempotency_keys (
  owner text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer NOT NULL,
  answer text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (owner, key)
);
CREATE INDEX ON idempotency_keys (created_at);
