-- One business in one mode. Self-contained: nothing here refers to another schema.

-- Raised by every change of what the business has configured; a cache of the rules is good while it stands still.
CREATE TABLE rules_version (
  "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
  version bigint NOT NULL DEFAULT 1
);
INSERT INTO rules_version DEFAULT VALUES;

CREATE FUNCTION raise_rules_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE rules_version SET version = version + 1;
  RETURN NULL;
END $$;

CREATE TABLE locations (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  time_zone text NOT NULL,
  address text,
  weekly_hours jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE resource_types (
  key text PRIMARY KEY CHECK (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name text NOT NULL,
  is_builtin boolean NOT NULL DEFAULT false
);
INSERT INTO resource_types VALUES ('staff', 'Staff', true), ('room', 'Room', true), ('equipment', 'Equipment', true);

CREATE TABLE resources (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  type text NOT NULL REFERENCES resource_types,
  capacity integer NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 1000),
  location_id uuid NOT NULL REFERENCES locations,
  user_id uuid,
  color text NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  weekly_hours jsonb NOT NULL DEFAULT '[]',
  weekly_breaks jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX ON resources (user_id) WHERE user_id IS NOT NULL;

-- Locked and raised by whoever changes the claims of a resource; a cache of its busy time is good while it stands
-- still. Apart from `resources`, so that a booking neither waits for nor disturbs an edit of the resource.
CREATE TABLE resource_busy (
  resource_id uuid PRIMARY KEY REFERENCES resources ON DELETE CASCADE,
  version bigint NOT NULL DEFAULT 1
) WITH (fillfactor = 50);

CREATE TABLE resource_overrides (
  id uuid PRIMARY KEY,
  resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
  "on" date NOT NULL,
  windows jsonb NOT NULL,
  reason text,
  UNIQUE (resource_id, "on")
);

-- Time off of a resource: once (starts_at, ends_at) or each week (weekday and wall times).
CREATE TABLE blocks (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
  starts_at timestamptz,
  ends_at timestamptz,
  recurring jsonb,
  reason text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (starts_at < ends_at),
  CHECK ((recurring IS NULL) = (starts_at IS NOT NULL AND ends_at IS NOT NULL))
);
CREATE INDEX ON blocks (resource_id, ends_at);

CREATE TABLE closures (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  location_id uuid REFERENCES locations,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (starts_at < ends_at)
);

CREATE TABLE services (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  category text,
  color text NOT NULL,
  kind text NOT NULL DEFAULT 'appointment' CHECK (kind IN ('appointment', 'class')),
  duration_minutes integer NOT NULL CHECK (duration_minutes > 0),
  padding_before_minutes integer NOT NULL DEFAULT 0 CHECK (padding_before_minutes >= 0),
  padding_after_minutes integer NOT NULL DEFAULT 0 CHECK (padding_after_minutes >= 0),
  price_minor bigint NOT NULL DEFAULT 0 CHECK (price_minor >= 0),
  capacity integer NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 1000),
  min_notice_minutes integer NOT NULL DEFAULT 0 CHECK (min_notice_minutes >= 0),
  window_days integer CHECK (window_days >= 0),
  window_from_on date,
  window_until_on date,
  slot_step_minutes integer NOT NULL DEFAULT 15 CHECK (slot_step_minutes > 0),
  slot_anchor text NOT NULL DEFAULT 'opening' CHECK (slot_anchor IN ('opening', 'clock', 'previous')),
  requires jsonb NOT NULL DEFAULT '[]',
  questions jsonb NOT NULL DEFAULT '[]',
  needs_approval boolean NOT NULL DEFAULT false,
  needs_phone boolean NOT NULL DEFAULT false,
  cancel_notice_minutes integer NOT NULL DEFAULT 0 CHECK (cancel_notice_minutes >= 0),
  reschedule_notice_minutes integer NOT NULL DEFAULT 0 CHECK (reschedule_notice_minutes >= 0),
  reminder_minutes integer CHECK (reminder_minutes >= 0),
  online boolean NOT NULL DEFAULT true,
  is_active boolean NOT NULL DEFAULT true,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

DO $$
DECLARE configured text;
BEGIN
  FOREACH configured IN ARRAY ARRAY['locations', 'resources', 'resource_overrides', 'blocks', 'closures', 'services'] LOOP
    EXECUTE format('CREATE TRIGGER raise_rules_version AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_rules_version()', configured);
  END LOOP;
END $$;

CREATE FUNCTION add_resource_busy() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO resource_busy (resource_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER add_resource_busy AFTER INSERT ON resources FOR EACH ROW EXECUTE FUNCTION add_resource_busy();

CREATE TABLE customers (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  email text CHECK (email = lower(email)),
  phone text,
  locale text,
  time_zone text,
  notes text NOT NULL DEFAULT '',
  is_blocked boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX customers_email ON customers (email) WHERE email IS NOT NULL;
CREATE INDEX ON customers (lower(name), id);

CREATE TABLE classes (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  service_id uuid NOT NULL REFERENCES services,
  status text NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'cancelled')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  time_zone text NOT NULL,
  wall_start timestamp NOT NULL,
  location_id uuid REFERENCES locations,
  seats integer NOT NULL CHECK (seats > 0),
  seats_taken integer NOT NULL DEFAULT 0,
  resource_ids uuid[] NOT NULL DEFAULT '{}',
  notes text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (starts_at < ends_at),
  CONSTRAINT seats_are_not_oversold CHECK (seats_taken BETWEEN 0 AND seats)
);
CREATE INDEX ON classes (service_id, starts_at);
CREATE INDEX ON classes (starts_at);

CREATE TABLE appointments (
  id uuid PRIMARY KEY,
  revision integer NOT NULL DEFAULT 1,
  status text NOT NULL CHECK (status IN (
    'pending_payment', 'pending_approval', 'confirmed', 'checked_in', 'completed',
    'expired', 'declined', 'cancelled', 'no_show')),
  payment_status text NOT NULL DEFAULT 'none' CHECK (payment_status IN ('none', 'on_site', 'paid', 'refunded')),
  service_id uuid NOT NULL REFERENCES services,
  customer_id uuid REFERENCES customers,
  class_id uuid REFERENCES classes,
  party_size integer NOT NULL DEFAULT 1 CHECK (party_size > 0),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  time_zone text NOT NULL,
  -- The wall time that was meant, for when the rules of the zone change.
  wall_start timestamp NOT NULL,
  customer_time_zone text,
  location_id uuid REFERENCES locations,
  resource_ids uuid[] NOT NULL DEFAULT '{}',
  assignment_reason text,
  overlap_reason text,
  price_minor bigint NOT NULL CHECK (price_minor >= 0),
  currency text NOT NULL,
  notes text NOT NULL DEFAULT '',
  answers jsonb NOT NULL DEFAULT '{}',
  cancel_notice_minutes integer NOT NULL,
  reschedule_notice_minutes integer NOT NULL,
  source text NOT NULL CHECK (source IN ('public', 'staff', 'api')),
  locale text,
  expires_at timestamptz,
  -- The confirmed time that stays the customer's while a move of theirs waits for approval.
  fallback jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (starts_at < ends_at),
  CHECK (fallback IS NULL OR status = 'pending_approval'),
  CONSTRAINT waiting_for_approval_ends CHECK (status <> 'pending_approval' OR expires_at IS NOT NULL)
);
CREATE INDEX ON appointments (starts_at, id);
CREATE INDEX ON appointments (customer_id, starts_at);
CREATE INDEX ON appointments (class_id) WHERE class_id IS NOT NULL;
CREATE INDEX ON appointments (expires_at) WHERE status = 'pending_approval';

CREATE TABLE holds (
  id uuid PRIMARY KEY,
  service_id uuid NOT NULL REFERENCES services,
  class_id uuid REFERENCES classes,
  party_size integer NOT NULL DEFAULT 1,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  resource_ids uuid[] NOT NULL DEFAULT '{}',
  visitor text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX ON holds (expires_at);
CREATE INDEX ON holds (visitor);
CREATE INDEX ON holds (class_id) WHERE class_id IS NOT NULL;

-- The time of one unit of a resource, padding included. The constraint is what makes a double booking impossible.
CREATE TABLE claims (
  resource_id uuid NOT NULL REFERENCES resources,
  lane integer NOT NULL CHECK (lane >= 0),
  during tstzrange NOT NULL CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
  exclusive boolean NOT NULL DEFAULT true,
  appointment_id uuid REFERENCES appointments ON DELETE CASCADE,
  class_id uuid REFERENCES classes ON DELETE CASCADE,
  hold_id uuid REFERENCES holds ON DELETE CASCADE,
  -- Keeps the former time of an appointment while its move waits for approval.
  is_former boolean NOT NULL DEFAULT false,
  -- Of a hold: from this instant on the claim counts for nobody.
  expires_at timestamptz,
  CHECK (num_nonnulls(appointment_id, class_id, hold_id) = 1),
  CHECK ((hold_id IS NULL) = (expires_at IS NULL)),
  CONSTRAINT claims_never_overlap EXCLUDE USING gist (resource_id WITH =, lane WITH =, during WITH &&) WHERE (exclusive)
);
CREATE INDEX ON claims USING gist (resource_id, during);
CREATE INDEX ON claims (resource_id) WHERE expires_at IS NOT NULL;
CREATE INDEX ON claims (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX ON claims (class_id) WHERE class_id IS NOT NULL;
CREATE INDEX ON claims (hold_id) WHERE hold_id IS NOT NULL;

-- What happened to an appointment, by whom and why. Only ever added to.
CREATE TABLE appointment_changes (
  id uuid PRIMARY KEY,
  appointment_id uuid NOT NULL REFERENCES appointments ON DELETE CASCADE,
  revision integer NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  by_kind text NOT NULL CHECK (by_kind IN ('user', 'customer', 'system')),
  by_id uuid,
  by_name text NOT NULL,
  reason text,
  "from" jsonb,
  "to" jsonb
);
CREATE INDEX ON appointment_changes (appointment_id, revision);
