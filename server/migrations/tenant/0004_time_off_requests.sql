-- Time off that somebody asks for: the heads decide, and what they approve becomes a block.
CREATE TABLE time_off_requests (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
  user_id uuid NOT NULL,
  user_name text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  reason text,
  status text NOT NULL DEFAULT 'requested' CHECK (status IN ('requested', 'approved', 'declined', 'withdrawn')),
  block_id uuid REFERENCES blocks ON DELETE SET NULL,
  decided_by_name text,
  decision_reason text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (starts_at < ends_at)
);
CREATE INDEX ON time_off_requests (status, starts_at);
CREATE INDEX ON time_off_requests (resource_id, starts_at);
