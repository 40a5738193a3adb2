-- Written by server/bin/schema.ts from the migrations; not edited by hand.
SCHEMA tenant_schema;

CREATE OR REPLACE FUNCTION tenant_schema.add_resource_busy()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tenant_schema'
AS $function$
BEGIN
  INSERT INTO resource_busy (resource_id) VALUES (NEW.id);
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION tenant_schema.forget_in_history(people uuid[], booked uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tenant_schema'
AS $function$
BEGIN
  UPDATE events SET
    actor = CASE WHEN actor ->> 'kind' = 'customer' THEN actor || '{"id": null, "name": "Customer"}' ELSE actor END,
    payload = CASE WHEN payload ? 'reason' THEN payload || '{"reason": null}' ELSE payload END
  WHERE subject_id = ANY (people || booked) OR actor ->> 'id' = ANY (people::text[]);
  UPDATE appointment_changes SET
    reason = NULL,
    "from" = nullif("from" - 'notes', '{}'),
    "to" = nullif("to" - 'notes', '{}'),
    by_id = CASE WHEN by_kind = 'customer' THEN NULL ELSE by_id END,
    by_name = CASE WHEN by_kind = 'customer' THEN 'Customer' ELSE by_name END
  WHERE appointment_id = ANY (booked) OR by_id = ANY (people);
END $function$
;

CREATE OR REPLACE FUNCTION tenant_schema.raise_rules_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'tenant_schema'
AS $function$
BEGIN
  UPDATE rules_version SET version = version + 1;
  RETURN NULL;
END $function$
;

TABLE appointment_changes (
  id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  revision integer NOT NULL,
  kind text NOT NULL,
  at timestamp with time zone NOT NULL,
  by_kind text NOT NULL,
  by_id uuid,
  by_name text NOT NULL,
  reason text,
  "from" jsonb,
  "to" jsonb,
  CONSTRAINT appointment_changes_pkey PRIMARY KEY (id),
  CONSTRAINT appointment_changes_by_kind_check CHECK ((by_kind = ANY (ARRAY['user'::text, 'customer'::text, 'system'::text]))),
  CONSTRAINT appointment_changes_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id) ON DELETE CASCADE
);
CREATE INDEX appointment_changes_appointment_id_revision_idx ON tenant_schema.appointment_changes USING btree (appointment_id, revision);

TABLE appointments (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  status text NOT NULL,
  payment_status text NOT NULL DEFAULT 'none'::text,
  service_id uuid NOT NULL,
  customer_id uuid,
  class_id uuid,
  party_size integer NOT NULL DEFAULT 1,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  time_zone text NOT NULL,
  wall_start timestamp without time zone NOT NULL,
  customer_time_zone text,
  location_id uuid,
  resource_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  assignment_reason text,
  overlap_reason text,
  price_minor bigint NOT NULL,
  currency text NOT NULL,
  notes text NOT NULL DEFAULT ''::text,
  answers jsonb NOT NULL DEFAULT '{}'::jsonb,
  cancel_notice_minutes integer NOT NULL,
  reschedule_notice_minutes integer NOT NULL,
  source text NOT NULL,
  locale text,
  expires_at timestamp with time zone,
  fallback jsonb,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT appointments_pkey PRIMARY KEY (id),
  CONSTRAINT appointments_check CHECK ((starts_at < ends_at)),
  CONSTRAINT appointments_check1 CHECK (((fallback IS NULL) OR (status = 'pending_approval'::text))),
  CONSTRAINT appointments_party_size_check CHECK ((party_size > 0)),
  CONSTRAINT appointments_payment_status_check CHECK ((payment_status = ANY (ARRAY['none'::text, 'on_site'::text, 'paid'::text, 'refunded'::text]))),
  CONSTRAINT appointments_price_minor_check CHECK ((price_minor >= 0)),
  CONSTRAINT appointments_source_check CHECK ((source = ANY (ARRAY['public'::text, 'staff'::text, 'api'::text]))),
  CONSTRAINT appointments_status_check CHECK ((status = ANY (ARRAY['pending_payment'::text, 'pending_approval'::text, 'confirmed'::text, 'checked_in'::text, 'completed'::text, 'expired'::text, 'declined'::text, 'cancelled'::text, 'no_show'::text]))),
  CONSTRAINT waiting_for_approval_ends CHECK (((status <> 'pending_approval'::text) OR (expires_at IS NOT NULL))),
  CONSTRAINT appointments_class_id_fkey FOREIGN KEY (class_id) REFERENCES classes(id),
  CONSTRAINT appointments_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id),
  CONSTRAINT appointments_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  CONSTRAINT appointments_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);
CREATE INDEX appointments_class_id_idx ON tenant_schema.appointments USING btree (class_id) WHERE (class_id IS NOT NULL);
CREATE INDEX appointments_created_at_id_idx ON tenant_schema.appointments USING btree (created_at, id);
CREATE INDEX appointments_customer_id_starts_at_idx ON tenant_schema.appointments USING btree (customer_id, starts_at);
CREATE INDEX appointments_expires_at_idx ON tenant_schema.appointments USING btree (expires_at) WHERE (status = 'pending_approval'::text);
CREATE INDEX appointments_starts_at_id_idx ON tenant_schema.appointments USING btree (starts_at, id);
CREATE INDEX appointments_updated_at_id_idx ON tenant_schema.appointments USING btree (updated_at, id);

TABLE blocks (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  resource_id uuid NOT NULL,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  recurring jsonb,
  reason text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT blocks_pkey PRIMARY KEY (id),
  CONSTRAINT blocks_check CHECK ((starts_at < ends_at)),
  CONSTRAINT blocks_check1 CHECK (((recurring IS NULL) = ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL)))),
  CONSTRAINT blocks_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resources(id) ON DELETE CASCADE
);
CREATE INDEX blocks_resource_id_ends_at_idx ON tenant_schema.blocks USING btree (resource_id, ends_at);
CREATE TRIGGER raise_rules_version AFTER INSERT OR DELETE OR UPDATE ON tenant_schema.blocks FOR EACH STATEMENT EXECUTE FUNCTION raise_rules_version();

TABLE claims (
  resource_id uuid NOT NULL,
  lane integer NOT NULL,
  during tstzrange NOT NULL,
  exclusive boolean NOT NULL DEFAULT true,
  appointment_id uuid,
  class_id uuid,
  hold_id uuid,
  is_former boolean NOT NULL DEFAULT false,
  expires_at timestamp with time zone,
  CONSTRAINT claims_check CHECK ((num_nonnulls(appointment_id, class_id, hold_id) = 1)),
  CONSTRAINT claims_check1 CHECK (((hold_id IS NULL) = (expires_at IS NULL))),
  CONSTRAINT claims_during_check CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during)))),
  CONSTRAINT claims_lane_check CHECK ((lane >= 0)),
  CONSTRAINT claims_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id) ON DELETE CASCADE,
  CONSTRAINT claims_class_id_fkey FOREIGN KEY (class_id) REFERENCES classes(id) ON DELETE CASCADE,
  CONSTRAINT claims_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES holds(id) ON DELETE CASCADE,
  CONSTRAINT claims_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resources(id),
  CONSTRAINT claims_never_overlap EXCLUDE USING gist (resource_id WITH =, lane WITH =, during WITH &&) WHERE (exclusive)
);
CREATE INDEX claims_appointment_id_idx ON tenant_schema.claims USING btree (appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX claims_class_id_idx ON tenant_schema.claims USING btree (class_id) WHERE (class_id IS NOT NULL);
CREATE INDEX claims_hold_id_idx ON tenant_schema.claims USING btree (hold_id) WHERE (hold_id IS NOT NULL);
CREATE INDEX claims_resource_id_during_idx ON tenant_schema.claims USING gist (resource_id, during);
CREATE INDEX claims_resource_id_idx ON tenant_schema.claims USING btree (resource_id) WHERE (expires_at IS NOT NULL);

TABLE classes (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  service_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'scheduled'::text,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  time_zone text NOT NULL,
  wall_start timestamp without time zone NOT NULL,
  location_id uuid,
  seats integer NOT NULL,
  seats_taken integer NOT NULL DEFAULT 0,
  resource_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  notes text NOT NULL DEFAULT ''::text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT classes_pkey PRIMARY KEY (id),
  CONSTRAINT classes_check CHECK ((starts_at < ends_at)),
  CONSTRAINT classes_seats_check CHECK ((seats > 0)),
  CONSTRAINT classes_status_check CHECK ((status = ANY (ARRAY['scheduled'::text, 'cancelled'::text]))),
  CONSTRAINT seats_are_not_oversold CHECK (((seats_taken >= 0) AND (seats_taken <= seats))),
  CONSTRAINT classes_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  CONSTRAINT classes_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);
CREATE INDEX classes_service_id_starts_at_idx ON tenant_schema.classes USING btree (service_id, starts_at);
CREATE INDEX classes_starts_at_idx ON tenant_schema.classes USING btree (starts_at);

TABLE closures (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  location_id uuid,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT closures_pkey PRIMARY KEY (id),
  CONSTRAINT closures_check CHECK ((starts_at < ends_at)),
  CONSTRAINT closures_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id)
);
CREATE TRIGGER raise_rules_version AFTER INSERT OR DELETE OR UPDATE ON tenant_schema.closures FOR EACH STATEMENT EXECUTE FUNCTION raise_rules_version();

TABLE customer_imports (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  status text NOT NULL DEFAULT 'waiting'::text,
  file_name text NOT NULL,
  encoding text NOT NULL,
  known text NOT NULL,
  content text,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  problems jsonb NOT NULL DEFAULT '[]'::jsonb,
  actor jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT customer_imports_pkey PRIMARY KEY (id),
  CONSTRAINT customer_imports_known_check CHECK ((known = ANY (ARRAY['complete'::text, 'overwrite'::text]))),
  CONSTRAINT customer_imports_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX customer_imports_created_at_idx ON tenant_schema.customer_imports USING btree (created_at);

TABLE customers (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  email text,
  phone text,
  locale text,
  time_zone text,
  notes text NOT NULL DEFAULT ''::text,
  is_blocked boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  tags text[] NOT NULL DEFAULT '{}'::text[],
  import_key text,
  CONSTRAINT customers_pkey PRIMARY KEY (id),
  CONSTRAINT customers_email_check CHECK ((email = lower(email)))
);
CREATE INDEX customers_created_at_id_idx ON tenant_schema.customers USING btree (created_at, id);
CREATE UNIQUE INDEX customers_email ON tenant_schema.customers USING btree (email) WHERE (email IS NOT NULL);
CREATE UNIQUE INDEX customers_import_key ON tenant_schema.customers USING btree (import_key) WHERE (import_key IS NOT NULL);
CREATE INDEX customers_lower_id_idx ON tenant_schema.customers USING btree (lower(name), id);
CREATE INDEX customers_tags_idx ON tenant_schema.customers USING gin (tags);
CREATE INDEX customers_updated_at_id_idx ON tenant_schema.customers USING btree (updated_at, id);

TABLE due (
  id uuid NOT NULL,
  kind text NOT NULL,
  appointment_id uuid,
  due_at timestamp with time zone NOT NULL,
  webhook_id uuid,
  CONSTRAINT due_pkey PRIMARY KEY (id),
  CONSTRAINT due_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'approval_expiry'::text, 'webhook'::text]))),
  CONSTRAINT due_subject_check CHECK ((((webhook_id IS NOT NULL) = (kind = 'webhook'::text)) AND ((appointment_id IS NULL) = (kind = 'webhook'::text)))),
  CONSTRAINT due_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id) ON DELETE CASCADE,
  CONSTRAINT due_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
  CONSTRAINT due_appointment_id_kind_key UNIQUE (appointment_id, kind),
  CONSTRAINT due_webhook_id_key UNIQUE (webhook_id)
);
CREATE INDEX due_due_at_idx ON tenant_schema.due USING btree (due_at);

TABLE events (
  id uuid NOT NULL,
  type text NOT NULL,
  subject_id uuid NOT NULL,
  revision integer,
  payload jsonb NOT NULL,
  actor jsonb NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT events_pkey PRIMARY KEY (id)
);
CREATE INDEX events_subject_id_id_idx ON tenant_schema.events USING btree (subject_id, id);
CREATE INDEX events_xid_idx ON tenant_schema.events USING btree (xid);

TABLE feeds (
  id uuid NOT NULL,
  kind text NOT NULL,
  resource_id uuid,
  user_id uuid,
  token_hash bytea NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT feeds_pkey PRIMARY KEY (id),
  CONSTRAINT feeds_check CHECK ((num_nonnulls(resource_id, user_id) = 1)),
  CONSTRAINT feeds_check1 CHECK (((kind = 'resource'::text) = (resource_id IS NOT NULL))),
  CONSTRAINT feeds_kind_check CHECK ((kind = ANY (ARRAY['resource'::text, 'person'::text]))),
  CONSTRAINT feeds_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resources(id) ON DELETE CASCADE,
  CONSTRAINT feeds_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX feeds_resource_id_idx ON tenant_schema.feeds USING btree (resource_id) WHERE (resource_id IS NOT NULL);
CREATE INDEX feeds_user_id_idx ON tenant_schema.feeds USING btree (user_id) WHERE (user_id IS NOT NULL);

TABLE holds (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  class_id uuid,
  party_size integer NOT NULL DEFAULT 1,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  resource_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  visitor text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT holds_pkey PRIMARY KEY (id),
  CONSTRAINT holds_class_id_fkey FOREIGN KEY (class_id) REFERENCES classes(id),
  CONSTRAINT holds_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);
CREATE INDEX holds_class_id_idx ON tenant_schema.holds USING btree (class_id) WHERE (class_id IS NOT NULL);
CREATE INDEX holds_expires_at_idx ON tenant_schema.holds USING btree (expires_at);
CREATE INDEX holds_visitor_idx ON tenant_schema.holds USING btree (visitor);

TABLE idempotency_keys (
  owner text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer NOT NULL,
  answer text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (owner, key)
);
CREATE INDEX idempotency_keys_created_at_idx ON tenant_schema.idempotency_keys USING btree (created_at);

TABLE locations (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  time_zone text NOT NULL,
  address text,
  weekly_hours jsonb NOT NULL DEFAULT '[]'::jsonb,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT locations_pkey PRIMARY KEY (id)
);
CREATE TRIGGER raise_rules_version AFTER INSERT OR DELETE OR UPDATE ON tenant_schema.locations FOR EACH STATEMENT EXECUTE FUNCTION raise_rules_version();

TABLE messages (
  id uuid NOT NULL,
  template text NOT NULL,
  dedupe_key text NOT NULL,
  appointment_id uuid,
  customer_id uuid,
  recipient text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text NOT NULL,
  calendar text,
  calendar_method text,
  status text NOT NULL DEFAULT 'queued'::text,
  attempts integer NOT NULL DEFAULT 0,
  error text,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT messages_pkey PRIMARY KEY (id),
  CONSTRAINT messages_calendar_method_check CHECK ((calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text]))),
  CONSTRAINT messages_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'captured'::text, 'failed'::text, 'dropped'::text]))),
  CONSTRAINT messages_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id) ON DELETE SET NULL,
  CONSTRAINT messages_dedupe_key_key UNIQUE (dedupe_key)
);
CREATE INDEX messages_appointment_id_idx ON tenant_schema.messages USING btree (appointment_id);
CREATE INDEX messages_created_at_idx ON tenant_schema.messages USING btree (created_at);

TABLE outbox (
  event_id uuid NOT NULL,
  CONSTRAINT outbox_pkey PRIMARY KEY (event_id),
  CONSTRAINT outbox_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE
);

TABLE resource_busy (
  resource_id uuid NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT resource_busy_pkey PRIMARY KEY (resource_id),
  CONSTRAINT resource_busy_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resources(id) ON DELETE CASCADE
) WITH (fillfactor=50);

TABLE resource_overrides (
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  "on" date NOT NULL,
  windows jsonb NOT NULL,
  reason text,
  CONSTRAINT resource_overrides_pkey PRIMARY KEY (id),
  CONSTRAINT resource_overrides_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resources(id) ON DELETE CASCADE,
  CONSTRAINT resource_overrides_resource_id_on_key UNIQUE (resource_id, "on")
);
CREATE TRIGGER raise_rules_version AFTER INSERT OR DELETE OR UPDATE ON tenant_schema.resource_overrides FOR EACH STATEMENT EXECUTE FUNCTION raise_rules_version();

TABLE resource_types (
  key text NOT NULL,
  name text NOT NULL,
  is_builtin boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT resource_types_pkey PRIMARY KEY (key),
  CONSTRAINT resource_types_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  CONSTRAINT resource_types_id_key UNIQUE (id)
);

TABLE resources (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  type text NOT NULL,
  capacity integer NOT NULL DEFAULT 1,
  location_id uuid NOT NULL,
  user_id uuid,
  color text NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  weekly_hours jsonb NOT NULL DEFAULT '[]'::jsonb,
  weekly_breaks jsonb NOT NULL DEFAULT '[]'::jsonb,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT resources_pkey PRIMARY KEY (id),
  CONSTRAINT resources_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000))),
  CONSTRAINT resources_location_id_fkey FOREIGN KEY (location_id) REFERENCES locations(id),
  CONSTRAINT resources_type_fkey FOREIGN KEY (type) REFERENCES resource_types(key)
);
CREATE INDEX resources_user_id_idx ON tenant_schema.resources USING btree (user_id) WHERE (user_id IS NOT NULL);
CREATE TRIGGER add_resource_busy AFTER INSERT ON tenant_schema.resources FOR EACH ROW EXECUTE FUNCTION add_resource_busy();
CREATE TRIGGER raise_rules_version AFTER INSERT OR DELETE OR UPDATE ON tenant_schema.resources FOR EACH STATEMENT EXECUTE FUNCTION raise_rules_version();

TABLE rules_version (
  "only" boolean NOT NULL DEFAULT true,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT rules_version_pkey PRIMARY KEY ("only"),
  CONSTRAINT rules_version_only_check CHECK ("only")
);

TABLE services (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  description text NOT NULL DEFAULT ''::text,
  category text,
  color text NOT NULL,
  kind text NOT NULL DEFAULT 'appointment'::text,
  duration_minutes integer NOT NULL,
  padding_before_minutes integer NOT NULL DEFAULT 0,
  padding_after_minutes integer NOT NULL DEFAULT 0,
  price_minor bigint NOT NULL DEFAULT 0,
  capacity integer NOT NULL DEFAULT 1,
  min_notice_minutes integer NOT NULL DEFAULT 0,
  window_days integer,
  window_from_on date,
  window_until_on date,
  slot_step_minutes integer NOT NULL DEFAULT 15,
  slot_anchor text NOT NULL DEFAULT 'opening'::text,
  requires jsonb NOT NULL DEFAULT '[]'::jsonb,
  questions jsonb NOT NULL DEFAULT '[]'::jsonb,
  needs_approval boolean NOT NULL DEFAULT false,
  needs_phone boolean NOT NULL DEFAULT false,
  cancel_notice_minutes integer NOT NULL DEFAULT 0,
  reschedule_notice_minutes integer NOT NULL DEFAULT 0,
  reminder_minutes integer,
  online boolean NOT NULL DEFAULT true,
  is_active boolean NOT NULL DEFAULT true,
  "position" integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  resource_terms jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT services_pkey PRIMARY KEY (id),
  CONSTRAINT services_cancel_notice_minutes_check CHECK ((cancel_notice_minutes >= 0)),
  CONSTRAINT services_capacity_check CHECK (((capacity >= 1) AND (capacity <= 1000))),
  CONSTRAINT services_duration_minutes_check CHECK ((duration_minutes > 0)),
  CONSTRAINT services_kind_check CHECK ((kind = ANY (ARRAY['appointment'::text, 'class'::text]))),
  CONSTRAINT services_min_notice_minutes_check CHECK ((min_notice_minutes >= 0)),
  CONSTRAINT services_padding_after_minutes_check CHECK ((padding_after_minutes >= 0)),
  CONSTRAINT services_padding_before_minutes_check CHECK ((padding_before_minutes >= 0)),
  CONSTRAINT services_price_minor_check CHECK ((price_minor >= 0)),
  CONSTRAINT services_reminder_minutes_check CHECK ((reminder_minutes >= 0)),
  CONSTRAINT services_reschedule_notice_minutes_check CHECK ((reschedule_notice_minutes >= 0)),
  CONSTRAINT services_slot_anchor_check CHECK ((slot_anchor = ANY (ARRAY['opening'::text, 'clock'::text, 'previous'::text]))),
  CONSTRAINT services_slot_step_minutes_check CHECK ((slot_step_minutes > 0)),
  CONSTRAINT services_window_days_check CHECK ((window_days >= 0))
);
CREATE TRIGGER raise_rules_version AFTER INSERT OR DELETE OR UPDATE ON tenant_schema.services FOR EACH STATEMENT EXECUTE FUNCTION raise_rules_version();

TABLE time_off_requests (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  resource_id uuid NOT NULL,
  user_id uuid NOT NULL,
  user_name text NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  reason text,
  status text NOT NULL DEFAULT 'requested'::text,
  block_id uuid,
  decided_by_name text,
  decision_reason text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT time_off_requests_pkey PRIMARY KEY (id),
  CONSTRAINT time_off_requests_check CHECK ((starts_at < ends_at)),
  CONSTRAINT time_off_requests_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text]))),
  CONSTRAINT time_off_requests_block_id_fkey FOREIGN KEY (block_id) REFERENCES blocks(id) ON DELETE SET NULL,
  CONSTRAINT time_off_requests_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resources(id) ON DELETE CASCADE
);
CREATE INDEX time_off_requests_resource_id_starts_at_idx ON tenant_schema.time_off_requests USING btree (resource_id, starts_at);
CREATE INDEX time_off_requests_status_starts_at_idx ON tenant_schema.time_off_requests USING btree (status, starts_at);

TABLE webhook_attempts (
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  duration_ms integer NOT NULL,
  succeeded boolean NOT NULL,
  request jsonb NOT NULL,
  response jsonb,
  error text,
  CONSTRAINT webhook_attempts_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhook_deliveries(id) ON DELETE CASCADE,
  CONSTRAINT webhook_attempts_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE
);
CREATE INDEX webhook_attempts_delivery_id_at_idx ON tenant_schema.webhook_attempts USING btree (delivery_id, at);
CREATE INDEX webhook_attempts_webhook_id_at_idx ON tenant_schema.webhook_attempts USING btree (webhook_id, at);

TABLE webhook_deliveries (
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'pending'::text,
  attempts integer NOT NULL DEFAULT 0,
  tries integer NOT NULL DEFAULT 0,
  next_at timestamp with time zone,
  give_up_at timestamp with time zone NOT NULL,
  last_status integer,
  last_error text,
  created_at timestamp with time zone NOT NULL,
  delivered_at timestamp with time zone,
  CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_deliveries_check CHECK (((status = 'pending'::text) = (next_at IS NOT NULL))),
  CONSTRAINT webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text]))),
  CONSTRAINT webhook_deliveries_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  CONSTRAINT webhook_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
  CONSTRAINT webhook_deliveries_event_id_webhook_id_key UNIQUE (event_id, webhook_id)
);
CREATE INDEX webhook_deliveries_webhook_id_event_id_idx ON tenant_schema.webhook_deliveries USING btree (webhook_id, event_id);
CREATE INDEX webhook_deliveries_webhook_id_next_at_idx ON tenant_schema.webhook_deliveries USING btree (webhook_id, next_at) WHERE (status = 'pending'::text);

TABLE webhooks (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  url text NOT NULL,
  description text NOT NULL DEFAULT ''::text,
  event_types text[],
  is_active boolean NOT NULL DEFAULT true,
  secret bytea NOT NULL,
  previous_secret bytea,
  previous_until timestamp with time zone,
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamp with time zone,
  retry_at timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT webhooks_pkey PRIMARY KEY (id),
  CONSTRAINT webhooks_check CHECK (((previous_secret IS NULL) = (previous_until IS NULL))),
  CONSTRAINT webhooks_check1 CHECK (((disabled_at IS NULL) OR (NOT is_active)))
);

GRANT USAGE ON SCHEMA tenant_schema TO tenant_role;
GRANT INSERT, SELECT ON appointment_changes TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON appointments TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON blocks TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON claims TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON classes TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON closures TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON customer_imports TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON customers TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON due TO tenant_role;
GRANT INSERT, SELECT ON events TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON feeds TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON holds TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency_keys TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON locations TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON messages TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON outbox TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON resource_busy TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON resource_overrides TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON resource_types TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON resources TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON rules_version TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON services TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON time_off_requests TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON webhook_attempts TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON webhook_deliveries TO tenant_role;
GRANT DELETE, INSERT, SELECT, UPDATE ON webhooks TO tenant_role;
GRANT EXECUTE ON FUNCTION add_resource_busy() TO PUBLIC;
GRANT EXECUTE ON FUNCTION forget_in_history(uuid[],uuid[]) TO PUBLIC;
GRANT EXECUTE ON FUNCTION raise_rules_version() TO PUBLIC;

-- In the sandbox instead:
GRANT DELETE, INSERT, SELECT ON appointment_changes TO tenant_role;
GRANT DELETE, INSERT, SELECT ON events TO tenant_role;
