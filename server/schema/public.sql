-- Written by server/bin/schema.ts from the migrations; not edited by hand.
SCHEMA public;

ROLE smooth_app LOGIN NOINHERIT;
ROLE smooth_app MAY BECOME smooth_audit (INHERIT false, SET true);
ROLE smooth_app MAY BECOME smooth_console (INHERIT false, SET true);
ROLE smooth_app MAY BECOME smooth_gate (INHERIT false, SET true);
ROLE smooth_audit NOLOGIN INHERIT;
ROLE smooth_console NOLOGIN INHERIT;
ROLE smooth_gate NOLOGIN INHERIT;
ROLE smooth_tenant NOLOGIN INHERIT;

CREATE OR REPLACE FUNCTION public.audit_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'the audit is added to and never changed' USING ERRCODE = 'insufficient_privilege'; END $function$
;

CREATE OR REPLACE FUNCTION public.audit_waits_for_seal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ BEGIN INSERT INTO audit_unsealed (entry_id) VALUES (NEW.id); RETURN NULL; END $function$
;

CREATE OR REPLACE FUNCTION public.console_jobs(wanted text, before bigint, most integer)
 RETURNS TABLE(id bigint, name text, tenant_id uuid, mode text, attempts integer, max_attempts integer, run_at timestamp with time zone, created_at timestamp with time zone, is_running boolean, error text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT j.id, t.identifier, (j.payload ->> 'tenant_id')::uuid, j.payload ->> 'mode', j.attempts::integer,
      j.max_attempts::integer, j.run_at, j.created_at, j.locked_at IS NOT NULL, j.last_error
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE (before IS NULL OR j.id < before) AND (wanted IS NULL OR wanted = CASE
      WHEN j.attempts >= j.max_attempts AND j.locked_at IS NULL THEN 'failed'
      WHEN j.last_error IS NOT NULL THEN 'retrying'
      ELSE 'queued' END)
    ORDER BY j.id DESC LIMIT most;
END $function$
;

CREATE OR REPLACE FUNCTION public.console_retry_jobs(ids bigint[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE
  retried integer;
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN RETURN 0; END IF;
  UPDATE graphile_worker._private_jobs SET attempts = 0, run_at = now(), updated_at = now()
    WHERE id = ANY (ids) AND locked_at IS NULL AND last_error IS NOT NULL;
  GET DIAGNOSTICS retried = ROW_COUNT;
  RETURN retried;
END $function$
;

CREATE OR REPLACE FUNCTION public.count_figures(at timestamp with time zone, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
 SET "TimeZone" TO 'UTC'
AS $function$
DECLARE
  one record;
  made jsonb;
  counted integer := 0;
  since date := coalesce((SELECT max(day) FROM platform_days), (at - interval '12 weeks')::date);
  first_id text := lpad(to_hex((extract(epoch FROM since::timestamptz) * 1000)::bigint), 12, '0');
BEGIN
  -- The ids of the audit begin with their instants.
  INSERT INTO platform_days (day, sign_ins, failed_sign_ins)
    SELECT occurred_at::date, count(*) FILTER (WHERE action = 'SIGN_IN'), count(*) FILTER (WHERE action = 'SIGN_IN_FAILED')
    FROM audit WHERE id >= (left(first_id, 8) || '-' || right(first_id, 4) || '-0000-0000-000000000000')::uuid
      AND occurred_at >= since AND action IN ('SIGN_IN', 'SIGN_IN_FAILED')
    GROUP BY 1
    ON CONFLICT (day) DO UPDATE SET sign_ins = EXCLUDED.sign_ins, failed_sign_ins = EXCLUDED.failed_sign_ins;
  FOR one IN SELECT id, schema_name FROM tenants LEFT JOIN tenant_figures ON tenant_id = id
    WHERE provisioned_at IS NOT NULL AND to_regnamespace(quote_ident(schema_name)) IS NOT NULL
    ORDER BY counted_at NULLS FIRST LIMIT most
  LOOP
    -- A business that cannot be counted does not keep the others from it.
    BEGIN
      EXECUTE format(
        'SELECT coalesce(jsonb_object_agg(week, made), ''{}'') FROM (
           SELECT date_trunc(''week'', created_at)::date AS week, count(*) AS made FROM %1$I.appointments
           WHERE created_at >= $1 GROUP BY 1) AS weeks', one.schema_name)
        INTO made USING date_trunc('week', at) - interval '11 weeks';
      INSERT INTO tenant_figures VALUES (one.id, tenant_usage(one.id, date_trunc('month', at)), made, at)
        ON CONFLICT (tenant_id) DO UPDATE
        SET usage = EXCLUDED.usage, weeks = EXCLUDED.weeks, counted_at = EXCLUDED.counted_at;
    EXCEPTION WHEN OTHERS THEN
      INSERT INTO tenant_figures (tenant_id, counted_at) VALUES (one.id, at)
        ON CONFLICT (tenant_id) DO UPDATE SET usage = NULL, counted_at = EXCLUDED.counted_at;
    END;
    counted := counted + 1;
  END LOOP;
  RETURN counted;
END $function$
;

CREATE OR REPLACE FUNCTION public.current_mode()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT substring(current_user::text FROM '^t_[0-9a-f]{32}_(live|sandbox)$') $function$
;

CREATE OR REPLACE FUNCTION public.current_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT substring(current_user::text FROM '^t_([0-9a-f]{32})_(?:live|sandbox)$')::uuid $function$
;

CREATE OR REPLACE FUNCTION public.forget_person(person uuid, mails uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE
  asking text[] := regexp_match(current_setting('role'), '^t_([0-9a-f]{32})_(live|sandbox)$');
  own uuid := asking[1]::uuid;
  own_mode text := asking[2];
  address text;
BEGIN
  IF own IS NULL THEN
    RAISE EXCEPTION 'only a business forgets its customers' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM users WHERE id = person AND tenant_id = own AND role = 'CUSTOMER' AND is_sandbox = (own_mode = 'sandbox')
    RETURNING email INTO address;
  IF address IS NOT NULL THEN
    DELETE FROM letters WHERE tenant_id = own AND mode = own_mode AND email = address;
    DELETE FROM passes WHERE tenant_id = own AND mode = own_mode AND detail ->> 'email' = address;
    UPDATE masquerades SET hijacked_email = '', reason = 'Erased' WHERE tenant_id = own AND hijacked_id = person;
  END IF;
  -- What a mail server said of a mail that could not be sent.
  IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
    UPDATE graphile_worker._private_jobs SET last_error = NULL
      WHERE last_error IS NOT NULL AND (payload ->> 'tenant_id')::uuid = own AND payload ->> 'message_id' = ANY (mails::text[]);
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION public.plan_reaches_tenants()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  UPDATE tenants SET tier = tier WHERE tier = NEW.tier;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.tenant_entitlements()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  SELECT jsonb_build_object(
    'limits', limits || coalesce(NEW.overrides -> 'limits', '{}'),
    'permissions', permissions || coalesce(NEW.overrides -> 'permissions', '{}'))
  INTO STRICT NEW.entitlements FROM plans WHERE tier = NEW.tier;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.tenant_usage(tenant uuid, month_begins timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE
  place text;
  used jsonb;
BEGIN
  SELECT t.schema_name INTO place FROM tenants t JOIN tenant_schemas s ON s.schema_name = t.schema_name
    WHERE t.id = tenant AND t.provisioned_at IS NOT NULL AND to_regnamespace(quote_ident(t.schema_name)) IS NOT NULL;
  IF place IS NULL THEN RETURN NULL; END IF;
  EXECUTE format(
    'SELECT jsonb_build_object(
       ''staff'', (SELECT count(*) FROM %1$I.resources WHERE type = ''staff'' AND is_active),
       ''locations'', (SELECT count(*) FROM %1$I.locations),
       ''services'', (SELECT count(*) FROM %1$I.services WHERE is_active),
       ''appointments_per_month'', (SELECT count(*) FROM %1$I.appointments WHERE created_at >= $1))', place)
    INTO used USING month_begins;
  RETURN used || jsonb_build_object('domains', (SELECT count(*) FROM domains WHERE tenant_id = tenant));
END $function$
;

TABLE api_requests (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  token_id uuid NOT NULL,
  request_id uuid NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  status smallint NOT NULL,
  code text,
  duration_ms real NOT NULL,
  ip_address text NOT NULL,
  version text,
  CONSTRAINT api_requests_pkey PRIMARY KEY (id),
  CONSTRAINT api_requests_path_check CHECK ((length(path) <= 1000)),
  CONSTRAINT api_requests_token_id_tenant_id_fkey FOREIGN KEY (token_id, tenant_id) REFERENCES api_tokens(id, tenant_id) ON DELETE CASCADE
);
ROW LEVEL SECURITY ON api_requests;
CREATE INDEX api_requests_occurred_at_idx ON public.api_requests USING btree (occurred_at);
CREATE INDEX api_requests_tenant_id_id_idx ON public.api_requests USING btree (tenant_id, id);
CREATE INDEX api_requests_token_id_id_idx ON public.api_requests USING btree (token_id, id);
POLICY gate_requests PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);
POLICY own_requests PERMISSIVE FOR SELECT TO smooth_tenant USING ((tenant_id = current_tenant()));

TABLE api_tokens (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  name text NOT NULL,
  hash bytea NOT NULL,
  plaintext text,
  hint text NOT NULL,
  scopes text[] NOT NULL,
  requests_per_minute integer NOT NULL,
  version text NOT NULL,
  expires_at timestamp with time zone,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  last_used_ip text,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  CONSTRAINT api_tokens_pkey PRIMARY KEY (id),
  CONSTRAINT api_tokens_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT api_tokens_hint_check CHECK ((length(hint) <= 20)),
  CONSTRAINT api_tokens_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT api_tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CONSTRAINT api_tokens_requests_per_minute_check CHECK (((requests_per_minute >= 1) AND (requests_per_minute <= 6000))),
  CONSTRAINT api_tokens_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 100))),
  CONSTRAINT api_tokens_version_check CHECK ((version ~ '^\d{4}-\d\d-\d\d$'::text)),
  CONSTRAINT live_tokens_have_no_plaintext CHECK (((mode = 'sandbox'::text) OR (plaintext IS NULL))),
  CONSTRAINT plaintext_is_of_a_test_token CHECK (((plaintext IS NULL) OR (plaintext ~~ 'ss\_test\_%'::text))),
  CONSTRAINT api_tokens_created_by_tenant_id_fkey FOREIGN KEY (created_by, tenant_id) REFERENCES users(id, tenant_id),
  CONSTRAINT api_tokens_revoked_by_tenant_id_fkey FOREIGN KEY (revoked_by, tenant_id) REFERENCES users(id, tenant_id),
  CONSTRAINT api_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT api_tokens_hash_key UNIQUE (hash),
  CONSTRAINT api_tokens_id_tenant_id_key UNIQUE (id, tenant_id)
);
ROW LEVEL SECURITY ON api_tokens;
CREATE INDEX api_tokens_tenant_id_id_idx ON public.api_tokens USING btree (tenant_id, id);
POLICY gate_tokens PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);
POLICY own_tokens PERMISSIVE FOR ALL TO smooth_tenant USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));

TABLE audit (
  id uuid NOT NULL,
  tenant_id uuid,
  mode text,
  occurred_at timestamp with time zone NOT NULL,
  action text NOT NULL,
  actor_id uuid,
  actor_email text,
  acting_as_id uuid,
  acting_as_email text,
  subject_id uuid,
  subject_email text,
  ip_address text,
  session_key text,
  reason text,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  mac bytea NOT NULL,
  chain uuid GENERATED ALWAYS AS (COALESCE(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)) STORED,
  CONSTRAINT audit_pkey PRIMARY KEY (id),
  CONSTRAINT audit_action_check CHECK (((length(action) >= 3) AND (length(action) <= 60))),
  CONSTRAINT audit_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text])))
);
ROW LEVEL SECURITY ON audit;
CREATE INDEX audit_actor_id_id_idx ON public.audit USING btree (actor_id, id);
CREATE INDEX audit_chain_id_idx ON public.audit USING btree (chain, id);
CREATE INDEX audit_subject_id_id_idx ON public.audit USING btree (subject_id, id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER waits_for_seal AFTER INSERT ON public.audit FOR EACH ROW EXECUTE FUNCTION audit_waits_for_seal();
POLICY add_own_audit PERMISSIVE FOR INSERT TO smooth_tenant WITH CHECK (((tenant_id = current_tenant()) AND (mode = current_mode())));
POLICY console_add_audit PERMISSIVE FOR INSERT TO smooth_console WITH CHECK (true);
POLICY console_audit PERMISSIVE FOR SELECT TO smooth_console USING (true);
POLICY gate_audit PERMISSIVE FOR INSERT TO smooth_gate WITH CHECK (true);
POLICY own_audit PERMISSIVE FOR SELECT TO smooth_tenant USING (((tenant_id = current_tenant()) AND ((mode IS NULL) OR (mode = current_mode()))));
POLICY sealed_audit PERMISSIVE FOR SELECT TO smooth_audit USING (true);

TABLE audit_heads (
  chain uuid NOT NULL,
  "position" bigint NOT NULL,
  hash bytea NOT NULL,
  logged bigint NOT NULL DEFAULT 0,
  CONSTRAINT audit_heads_pkey PRIMARY KEY (chain)
);
ROW LEVEL SECURITY ON audit_heads;
POLICY heads PERMISSIVE FOR ALL TO smooth_audit USING (true) WITH CHECK (true);

TABLE audit_seals (
  chain uuid NOT NULL,
  "position" bigint NOT NULL,
  entry_id uuid NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamp with time zone NOT NULL,
  CONSTRAINT audit_seals_pkey PRIMARY KEY (chain, "position"),
  CONSTRAINT audit_seals_position_check CHECK (("position" > 0)),
  CONSTRAINT audit_seals_entry_id_key UNIQUE (entry_id)
);
ROW LEVEL SECURITY ON audit_seals;
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON public.audit_seals FOR EACH ROW EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
POLICY seals PERMISSIVE FOR ALL TO smooth_audit USING (true) WITH CHECK (true);

TABLE audit_unsealed (
  entry_id uuid NOT NULL,
  CONSTRAINT audit_unsealed_pkey PRIMARY KEY (entry_id)
);
ROW LEVEL SECURITY ON audit_unsealed;
POLICY unsealed PERMISSIVE FOR ALL TO smooth_audit USING (true) WITH CHECK (true);

TABLE business_invitations (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  email text NOT NULL,
  business_name text NOT NULL,
  tier text NOT NULL,
  overrides jsonb,
  invited_by uuid,
  token_hash bytea,
  mail_due_at timestamp with time zone,
  mail_attempts integer NOT NULL DEFAULT 0,
  mail_error text,
  mailed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  accepted_at timestamp with time zone,
  tenant_id uuid,
  locale text NOT NULL DEFAULT 'en'::text,
  CONSTRAINT business_invitations_pkey PRIMARY KEY (id),
  CONSTRAINT accepted_makes_a_tenant CHECK (((accepted_at IS NULL) = (tenant_id IS NULL))),
  CONSTRAINT business_invitations_business_name_check CHECK (((length(business_name) >= 1) AND (length(business_name) <= 120))),
  CONSTRAINT business_invitations_email_check CHECK (((length(email) <= 254) AND (email = lower(email)))),
  CONSTRAINT business_invitations_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'es'::text, 'fr'::text, 'de'::text]))),
  CONSTRAINT revoked_is_not_accepted CHECK (((revoked_at IS NULL) OR (accepted_at IS NULL))),
  CONSTRAINT business_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT business_invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT business_invitations_tier_fkey FOREIGN KEY (tier) REFERENCES plans(tier),
  CONSTRAINT business_invitations_token_hash_key UNIQUE (token_hash)
);
ROW LEVEL SECURITY ON business_invitations;
CREATE INDEX business_invitations_invited_by_idx ON public.business_invitations USING btree (invited_by);
CREATE INDEX business_invitations_mail_due_at_idx ON public.business_invitations USING btree (mail_due_at) WHERE (mail_due_at IS NOT NULL);
CREATE INDEX business_invitations_tenant_id_idx ON public.business_invitations USING btree (tenant_id);
POLICY console_invitations PERMISSIVE FOR ALL TO smooth_console USING (true) WITH CHECK (true);

TABLE domains (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  hostname text NOT NULL,
  is_primary boolean NOT NULL DEFAULT false,
  verified_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  challenge text NOT NULL DEFAULT encode(uuid_send(gen_random_uuid()), 'hex'::text),
  checked_at timestamp with time zone,
  found_cname text,
  found_txt text[] NOT NULL DEFAULT '{}'::text[],
  check_error text,
  CONSTRAINT domains_pkey PRIMARY KEY (id),
  CONSTRAINT domains_hostname_check CHECK ((hostname = lower(hostname))),
  CONSTRAINT primary_is_verified CHECK (((NOT is_primary) OR (verified_at IS NOT NULL))),
  CONSTRAINT domains_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT domains_hostname_key UNIQUE (hostname)
);
ROW LEVEL SECURITY ON domains;
CREATE INDEX domains_tenant_id_idx ON public.domains USING btree (tenant_id);
CREATE UNIQUE INDEX one_primary ON public.domains USING btree (tenant_id) WHERE is_primary;
POLICY console_change_domains PERMISSIVE FOR ALL TO smooth_console USING (true) WITH CHECK (true);
POLICY console_domains PERMISSIVE FOR SELECT TO smooth_console USING (true);
POLICY gate_domains PERMISSIVE FOR SELECT TO smooth_gate USING ((verified_at IS NOT NULL));
POLICY own_domains PERMISSIVE FOR SELECT TO smooth_tenant USING ((tenant_id = current_tenant()));

TABLE exports (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  asked_by uuid NOT NULL,
  status text NOT NULL DEFAULT 'waiting'::text,
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  bytes bigint,
  attempts integer NOT NULL DEFAULT 0,
  error text,
  created_at timestamp with time zone NOT NULL,
  ready_at timestamp with time zone,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT exports_pkey PRIMARY KEY (id),
  CONSTRAINT exports_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT exports_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text]))),
  CONSTRAINT exports_asked_by_tenant_id_fkey FOREIGN KEY (asked_by, tenant_id) REFERENCES users(id, tenant_id) ON DELETE CASCADE,
  CONSTRAINT exports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ROW LEVEL SECURITY ON exports;
CREATE INDEX exports_tenant_id_id_idx ON public.exports USING btree (tenant_id, id);
CREATE UNIQUE INDEX one_export_at_a_time ON public.exports USING btree (tenant_id, mode) WHERE (status = ANY (ARRAY['waiting'::text, 'running'::text]));
POLICY ask_for_export PERMISSIVE FOR INSERT TO smooth_tenant WITH CHECK (((tenant_id = current_tenant()) AND (mode = current_mode())));
POLICY gate_exports PERMISSIVE FOR SELECT TO smooth_gate USING (true);
POLICY own_exports PERMISSIVE FOR SELECT TO smooth_tenant USING (((tenant_id = current_tenant()) AND (mode = current_mode())));

TABLE installation (
  key text NOT NULL,
  value text NOT NULL,
  CONSTRAINT installation_pkey PRIMARY KEY (key)
);
ROW LEVEL SECURITY ON installation;
POLICY gate_installation PERMISSIVE FOR SELECT TO smooth_gate USING (true);

TABLE letters (
  id uuid NOT NULL,
  template text NOT NULL,
  tenant_id uuid,
  mode text NOT NULL,
  email text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  error text,
  CONSTRAINT letters_pkey PRIMARY KEY (id),
  CONSTRAINT letters_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text])))
);
ROW LEVEL SECURITY ON letters;
CREATE INDEX letters_due_at_idx ON public.letters USING btree (due_at);
POLICY console_letters PERMISSIVE FOR INSERT TO smooth_console WITH CHECK (((tenant_id IS NULL) AND (template = 'platform_invitation'::text)));
POLICY gate_letters PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);
POLICY own_letters PERMISSIVE FOR INSERT TO smooth_tenant WITH CHECK (((tenant_id = current_tenant()) AND (mode = current_mode()) AND (template = 'staff_invitation'::text)));

TABLE masquerades (
  session_id uuid NOT NULL,
  tenant_id uuid,
  mode text NOT NULL,
  hijacker_id uuid NOT NULL,
  hijacker_email text NOT NULL,
  hijacked_id uuid NOT NULL,
  hijacked_email text NOT NULL,
  reason text NOT NULL,
  return_address text NOT NULL,
  return_session_id uuid,
  started_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT masquerades_pkey PRIMARY KEY (session_id),
  CONSTRAINT masquerades_check CHECK ((hijacker_id <> hijacked_id)),
  CONSTRAINT masquerades_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT masquerades_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
);
ROW LEVEL SECURITY ON masquerades;
CREATE INDEX masquerades_started_at_idx ON public.masquerades USING btree (started_at) WHERE (ended_at IS NULL);
POLICY gate_masquerades PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);

TABLE migrations (
  version integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migrations_pkey PRIMARY KEY (version)
);

TABLE passes (
  token_hash bytea NOT NULL,
  purpose text NOT NULL,
  user_id uuid,
  tenant_id uuid,
  mode text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT passes_pkey PRIMARY KEY (token_hash),
  CONSTRAINT passes_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT passes_purpose_check CHECK ((purpose = ANY (ARRAY['password_reset'::text, 'email_verification'::text, 'second_factor'::text, 'passkey'::text, 'hand_over'::text, 'staff_invitation'::text]))),
  CONSTRAINT passes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
ROW LEVEL SECURITY ON passes;
CREATE INDEX passes_expires_at_idx ON public.passes USING btree (expires_at);
CREATE INDEX passes_user_id_idx ON public.passes USING btree (user_id);
POLICY gate_passes PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);

TABLE passkeys (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  host text NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  CONSTRAINT passkeys_pkey PRIMARY KEY (id),
  CONSTRAINT passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CONSTRAINT passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT passkeys_credential_id_key UNIQUE (credential_id)
);
ROW LEVEL SECURITY ON passkeys;
CREATE INDEX passkeys_user_id_idx ON public.passkeys USING btree (user_id);
POLICY gate_passkeys PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);

TABLE permission_grants (
  id uuid NOT NULL,
  tenant_id uuid,
  mode text NOT NULL,
  grantor_id uuid NOT NULL,
  grantee_id uuid NOT NULL,
  action text NOT NULL,
  reason text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  CONSTRAINT permission_grants_pkey PRIMARY KEY (id),
  CONSTRAINT permission_grants_action_check CHECK (((length(action) >= 3) AND (length(action) <= 60))),
  CONSTRAINT permission_grants_check CHECK ((expires_at > created_at)),
  CONSTRAINT permission_grants_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT permission_grants_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500))),
  CONSTRAINT permission_grants_grantee_id_fkey FOREIGN KEY (grantee_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT permission_grants_grantee_id_tenant_id_fkey FOREIGN KEY (grantee_id, tenant_id) REFERENCES users(id, tenant_id) ON DELETE CASCADE,
  CONSTRAINT permission_grants_grantor_id_fkey FOREIGN KEY (grantor_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT permission_grants_grantor_id_tenant_id_fkey FOREIGN KEY (grantor_id, tenant_id) REFERENCES users(id, tenant_id) ON DELETE CASCADE
);
ROW LEVEL SECURITY ON permission_grants;
CREATE INDEX permission_grants_grantee_id_expires_at_idx ON public.permission_grants USING btree (grantee_id, expires_at);
CREATE INDEX permission_grants_tenant_id_id_idx ON public.permission_grants USING btree (tenant_id, id);
POLICY gate_grants PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);
POLICY own_grants PERMISSIVE FOR ALL TO smooth_tenant USING (((tenant_id = current_tenant()) AND (mode = current_mode()))) WITH CHECK (((tenant_id = current_tenant()) AND (mode = current_mode())));

TABLE plans (
  tier text NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  limits jsonb NOT NULL,
  permissions jsonb NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT plans_pkey PRIMARY KEY (tier),
  CONSTRAINT plans_tier_check CHECK ((tier = ANY (ARRAY['FREE'::text, 'STARTER'::text, 'PROFESSIONAL'::text, 'ENTERPRISE'::text])))
);
ROW LEVEL SECURITY ON plans;
CREATE TRIGGER reaches_tenants AFTER UPDATE ON public.plans FOR EACH ROW EXECUTE FUNCTION plan_reaches_tenants();
POLICY console_plans PERMISSIVE FOR ALL TO smooth_console USING (true) WITH CHECK (true);

TABLE platform_days (
  day date NOT NULL,
  sign_ins integer NOT NULL,
  failed_sign_ins integer NOT NULL,
  CONSTRAINT platform_days_pkey PRIMARY KEY (day)
);
ROW LEVEL SECURITY ON platform_days;
POLICY console_days PERMISSIVE FOR SELECT TO smooth_console USING (true);

TABLE recovery_codes (
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, code_hash),
  CONSTRAINT recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
ROW LEVEL SECURITY ON recovery_codes;
POLICY gate_recovery_codes PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);

TABLE sessions (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  user_id uuid NOT NULL,
  tenant_id uuid,
  mode text NOT NULL DEFAULT 'live'::text,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  ip_address text,
  user_agent text,
  proved_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT sessions_user_id_tenant_id_fkey FOREIGN KEY (user_id, tenant_id) REFERENCES users(id, tenant_id) ON DELETE CASCADE,
  CONSTRAINT sessions_token_hash_key UNIQUE (token_hash)
);
ROW LEVEL SECURITY ON sessions;
CREATE INDEX sessions_expires_at_idx ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user_id_idx ON public.sessions USING btree (user_id);
POLICY gate_sessions PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);
POLICY own_sessions PERMISSIVE FOR SELECT TO smooth_tenant USING (((tenant_id = current_tenant()) AND (mode = current_mode())));

TABLE staff_invitations (
  id uuid NOT NULL,
  tenant_id uuid,
  mode text NOT NULL,
  role text NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  permissions text[] NOT NULL DEFAULT '{}'::text[],
  invited_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  locale text,
  CONSTRAINT staff_invitations_pkey PRIMARY KEY (id),
  CONSTRAINT managers_are_invited_live CHECK (((role = 'TENANT_STAFF'::text) OR (mode = 'live'::text))),
  CONSTRAINT roles_of_the_place CHECK (
CASE
    WHEN (tenant_id IS NULL) THEN ((mode = 'live'::text) AND (role = ANY (ARRAY['PLATFORM_MANAGER'::text, 'PLATFORM_SALES'::text, 'PLATFORM_SUPPORT'::text])))
    ELSE (role = ANY (ARRAY['TENANT_MANAGER'::text, 'TENANT_STAFF'::text]))
END),
  CONSTRAINT staff_invitations_email_check CHECK (((length(email) <= 254) AND (email = lower(email)))),
  CONSTRAINT staff_invitations_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'es'::text, 'fr'::text, 'de'::text]))),
  CONSTRAINT staff_invitations_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT staff_invitations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CONSTRAINT staff_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT staff_invitations_invited_by_tenant_id_fkey FOREIGN KEY (invited_by, tenant_id) REFERENCES users(id, tenant_id) ON DELETE CASCADE,
  CONSTRAINT staff_invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ROW LEVEL SECURITY ON staff_invitations;
CREATE UNIQUE INDEX one_open_invitation ON public.staff_invitations USING btree (tenant_id, mode, email) NULLS NOT DISTINCT WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX staff_invitations_tenant_id_id_idx ON public.staff_invitations USING btree (tenant_id, id);
POLICY console_staff_invitations PERMISSIVE FOR ALL TO smooth_console USING ((tenant_id IS NULL)) WITH CHECK ((tenant_id IS NULL));
POLICY gate_invitations PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);
POLICY own_invitations PERMISSIVE FOR ALL TO smooth_tenant USING (((tenant_id = current_tenant()) AND (mode = current_mode()))) WITH CHECK (((tenant_id = current_tenant()) AND (mode = current_mode())));

TABLE tenant_figures (
  tenant_id uuid NOT NULL,
  usage jsonb,
  weeks jsonb NOT NULL DEFAULT '{}'::jsonb,
  counted_at timestamp with time zone NOT NULL,
  CONSTRAINT tenant_figures_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_figures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
ROW LEVEL SECURITY ON tenant_figures;
CREATE INDEX tenant_figures_counted_at_idx ON public.tenant_figures USING btree (counted_at);
POLICY console_figures PERMISSIVE FOR SELECT TO smooth_console USING (true);

TABLE tenant_schemas (
  schema_name text NOT NULL,
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  version integer NOT NULL DEFAULT 0,
  status text NOT NULL DEFAULT 'creating'::text,
  error text,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT tenant_schemas_pkey PRIMARY KEY (schema_name),
  CONSTRAINT tenant_schemas_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT tenant_schemas_status_check CHECK ((status = ANY (ARRAY['creating'::text, 'ready'::text, 'failed'::text]))),
  CONSTRAINT tenant_schemas_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT tenant_schemas_tenant_id_mode_key UNIQUE (tenant_id, mode)
);
ROW LEVEL SECURITY ON tenant_schemas;
POLICY console_add_schemas PERMISSIVE FOR INSERT TO smooth_console WITH CHECK ((status = 'creating'::text));
POLICY console_schemas PERMISSIVE FOR SELECT TO smooth_console USING (true);

TABLE tenants (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  schema_name text NOT NULL,
  subdomain text NOT NULL,
  status text NOT NULL DEFAULT 'active'::text,
  tier text NOT NULL DEFAULT 'FREE'::text,
  overrides jsonb NOT NULL DEFAULT '{}'::jsonb,
  sandbox_enabled boolean NOT NULL DEFAULT true,
  is_temporary boolean NOT NULL DEFAULT false,
  time_zone text NOT NULL,
  currency text NOT NULL,
  locale text NOT NULL DEFAULT 'en'::text,
  address text,
  phone text,
  email text,
  brand_color text,
  logo_url text,
  tagline text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  entitlements jsonb NOT NULL DEFAULT '{}'::jsonb,
  provisioned_at timestamp with time zone DEFAULT now(),
  provision jsonb NOT NULL DEFAULT '{}'::jsonb,
  provision_error text,
  expires_at timestamp with time zone,
  closed_at timestamp with time zone,
  delete_after timestamp with time zone,
  sandbox_clock_ms bigint NOT NULL DEFAULT 0,
  sandbox_filling jsonb,
  CONSTRAINT tenants_pkey PRIMARY KEY (id),
  CONSTRAINT only_closed_are_deleted CHECK (((delete_after IS NULL) OR (status = 'closed'::text))),
  CONSTRAINT only_demo_accounts_expire CHECK (((expires_at IS NULL) OR is_temporary)),
  CONSTRAINT tenants_brand_color_check CHECK ((brand_color ~ '^#[0-9a-f]{6}$'::text)),
  CONSTRAINT tenants_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CONSTRAINT tenants_sandbox_clock_ms_check CHECK ((sandbox_clock_ms >= 0)),
  CONSTRAINT tenants_schema_name_check CHECK ((schema_name ~ '^[a-z][a-z0-9_]{1,47}$'::text)),
  CONSTRAINT tenants_schema_name_check1 CHECK (((schema_name !~~ '%\_sandbox'::text) AND (schema_name !~~ 'pg\_%'::text))),
  CONSTRAINT tenants_schema_name_check2 CHECK ((schema_name <> ALL (ARRAY['public'::text, 'information_schema'::text, 'extensions'::text, 'graphile_worker'::text]))),
  CONSTRAINT tenants_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text]))),
  CONSTRAINT tenants_subdomain_check CHECK ((subdomain ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
  CONSTRAINT tenants_subdomain_check1 CHECK ((subdomain <> ALL (ARRAY['www'::text, 'platform'::text, 'api'::text, 'admin'::text, 'mail'::text, 'app'::text, 'static'::text, 'assets'::text, 'docs'::text, 'status'::text, 'help'::text, 'support'::text]))),
  CONSTRAINT tenants_tier_check CHECK ((tier = ANY (ARRAY['FREE'::text, 'STARTER'::text, 'PROFESSIONAL'::text, 'ENTERPRISE'::text]))),
  CONSTRAINT tenants_schema_name_key UNIQUE (schema_name),
  CONSTRAINT tenants_subdomain_key UNIQUE (subdomain)
);
ROW LEVEL SECURITY ON tenants;
CREATE INDEX tenants_created_at_idx ON public.tenants USING btree (created_at) WHERE (provisioned_at IS NULL);
CREATE INDEX tenants_delete_after_idx ON public.tenants USING btree (delete_after) WHERE (delete_after IS NOT NULL);
CREATE INDEX tenants_expires_at_idx ON public.tenants USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE TRIGGER entitled BEFORE INSERT OR UPDATE OF tier, overrides ON public.tenants FOR EACH ROW EXECUTE FUNCTION tenant_entitlements();
POLICY change_own_tenant PERMISSIVE FOR UPDATE TO smooth_tenant USING ((id = current_tenant())) WITH CHECK ((id = current_tenant()));
POLICY console_add_tenants PERMISSIVE FOR INSERT TO smooth_console WITH CHECK ((provisioned_at IS NULL));
POLICY console_change_tenants PERMISSIVE FOR UPDATE TO smooth_console USING (true) WITH CHECK (true);
POLICY console_tenants PERMISSIVE FOR SELECT TO smooth_console USING (true);
POLICY gate_tenants PERMISSIVE FOR SELECT TO smooth_gate USING (true);
POLICY own_tenant PERMISSIVE FOR SELECT TO smooth_tenant USING ((id = current_tenant()));

TABLE totp (
  user_id uuid NOT NULL,
  sealed_secret bytea NOT NULL,
  confirmed_at timestamp with time zone,
  last_step bigint NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT totp_pkey PRIMARY KEY (user_id),
  CONSTRAINT totp_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
ROW LEVEL SECURITY ON totp;
POLICY gate_totp PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);

TABLE user_permissions (
  user_id uuid NOT NULL,
  tenant_id uuid,
  mode text NOT NULL,
  action text NOT NULL,
  given_by uuid NOT NULL,
  given_at timestamp with time zone NOT NULL,
  CONSTRAINT user_permissions_pkey PRIMARY KEY (user_id, mode, action),
  CONSTRAINT user_permissions_action_check CHECK (((length(action) >= 3) AND (length(action) <= 60))),
  CONSTRAINT user_permissions_mode_check CHECK ((mode = ANY (ARRAY['live'::text, 'sandbox'::text]))),
  CONSTRAINT user_permissions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT user_permissions_user_id_tenant_id_fkey FOREIGN KEY (user_id, tenant_id) REFERENCES users(id, tenant_id) ON DELETE CASCADE
);
ROW LEVEL SECURITY ON user_permissions;
POLICY console_permissions PERMISSIVE FOR SELECT TO smooth_console USING (true);
POLICY gate_permissions PERMISSIVE FOR ALL TO smooth_gate USING (true) WITH CHECK (true);
POLICY own_permissions PERMISSIVE FOR ALL TO smooth_tenant USING (((tenant_id = current_tenant()) AND (mode = current_mode()))) WITH CHECK (((tenant_id = current_tenant()) AND (mode = current_mode())));

TABLE users (
  id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  tenant_id uuid,
  role text NOT NULL,
  is_sandbox boolean NOT NULL DEFAULT false,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text,
  locale text,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  modes int4range GENERATED ALWAYS AS (
CASE
    WHEN (role <> ALL (ARRAY['TENANT_STAFF'::text, 'CUSTOMER'::text])) THEN int4range(0, 2)
    WHEN is_sandbox THEN int4range(1, 2)
    ELSE int4range(0, 1)
END) STORED,
  home uuid GENERATED ALWAYS AS (COALESCE(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)) STORED,
  email_verified_at timestamp with time zone,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT platform_role_has_no_tenant CHECK (((role = ANY (ARRAY['TENANT_OWNER'::text, 'TENANT_MANAGER'::text, 'TENANT_STAFF'::text, 'CUSTOMER'::text])) OR (tenant_id IS NULL))),
  CONSTRAINT sandbox_accounts_are_staff_or_customers CHECK (((NOT is_sandbox) OR (role = ANY (ARRAY['TENANT_STAFF'::text, 'CUSTOMER'::text])))),
  CONSTRAINT tenant_role_needs_tenant CHECK (((role <> ALL (ARRAY['TENANT_OWNER'::text, 'TENANT_MANAGER'::text, 'TENANT_STAFF'::text, 'CUSTOMER'::text])) OR (tenant_id IS NOT NULL))),
  CONSTRAINT users_email_check CHECK (((length(email) <= 254) AND (email = lower(email)))),
  CONSTRAINT users_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CONSTRAINT users_role_check CHECK ((role = ANY (ARRAY['SUPERUSER'::text, 'PLATFORM_MANAGER'::text, 'PLATFORM_SALES'::text, 'PLATFORM_SUPPORT'::text, 'TENANT_OWNER'::text, 'TENANT_MANAGER'::text, 'TENANT_STAFF'::text, 'CUSTOMER'::text]))),
  CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT users_id_tenant_id_key UNIQUE (id, tenant_id),
  CONSTRAINT email_once_per_tenant_and_mode EXCLUDE USING gist (home WITH =, email WITH =, modes WITH &&)
);
ROW LEVEL SECURITY ON users;
POLICY console_add_owners PERMISSIVE FOR INSERT TO smooth_console WITH CHECK ((role = 'TENANT_OWNER'::text));
POLICY console_change_platform_people PERMISSIVE FOR UPDATE TO smooth_console USING ((role = ANY (ARRAY['PLATFORM_MANAGER'::text, 'PLATFORM_SALES'::text, 'PLATFORM_SUPPORT'::text]))) WITH CHECK ((role = ANY (ARRAY['PLATFORM_MANAGER'::text, 'PLATFORM_SALES'::text, 'PLATFORM_SUPPORT'::text])));
POLICY console_users PERMISSIVE FOR SELECT TO smooth_console USING (true);
POLICY gate_add_users PERMISSIVE FOR INSERT TO smooth_gate WITH CHECK (true);
POLICY gate_change_users PERMISSIVE FOR UPDATE TO smooth_gate USING (true) WITH CHECK (true);
POLICY gate_users PERMISSIVE FOR SELECT TO smooth_gate USING (true);
POLICY own_users PERMISSIVE FOR SELECT TO smooth_tenant USING (((tenant_id = current_tenant()) AND (modes @> ((current_mode() = 'sandbox'::text))::integer)));
POLICY switch_own_people PERMISSIVE FOR UPDATE TO smooth_tenant USING (((tenant_id = current_tenant()) AND (modes @> ((current_mode() = 'sandbox'::text))::integer) AND (role = ANY (ARRAY['TENANT_MANAGER'::text, 'TENANT_STAFF'::text])))) WITH CHECK ((tenant_id = current_tenant()));

GRANT USAGE ON SCHEMA public TO smooth_audit;
GRANT USAGE ON SCHEMA public TO smooth_console;
GRANT USAGE ON SCHEMA public TO smooth_gate;
GRANT USAGE ON SCHEMA public TO smooth_tenant;
GRANT DELETE, INSERT, SELECT ON api_requests TO smooth_gate;
GRANT SELECT ON api_requests TO smooth_tenant;
GRANT INSERT ON api_tokens TO smooth_tenant;
GRANT SELECT ON audit TO smooth_audit;
GRANT INSERT ON audit TO smooth_console;
GRANT INSERT ON audit TO smooth_gate;
GRANT INSERT ON audit TO smooth_tenant;
GRANT INSERT, SELECT, UPDATE ON audit_heads TO smooth_audit;
GRANT INSERT, SELECT ON audit_seals TO smooth_audit;
GRANT DELETE, SELECT ON audit_unsealed TO smooth_audit;
GRANT INSERT, SELECT, UPDATE ON business_invitations TO smooth_console;
GRANT DELETE, INSERT, SELECT ON domains TO smooth_console;
GRANT SELECT ON domains TO smooth_gate;
GRANT SELECT ON domains TO smooth_tenant;
GRANT SELECT ON exports TO smooth_tenant;
GRANT SELECT ON installation TO smooth_gate;
GRANT INSERT ON letters TO smooth_console;
GRANT DELETE, INSERT, SELECT, UPDATE ON letters TO smooth_gate;
GRANT INSERT ON letters TO smooth_tenant;
GRANT INSERT, SELECT, UPDATE ON masquerades TO smooth_gate;
GRANT SELECT ON migrations TO smooth_gate;
GRANT DELETE, INSERT, SELECT, UPDATE ON passes TO smooth_gate;
GRANT DELETE, INSERT, SELECT ON passkeys TO smooth_gate;
GRANT INSERT, SELECT ON permission_grants TO smooth_gate;
GRANT INSERT, SELECT ON permission_grants TO smooth_tenant;
GRANT SELECT ON plans TO smooth_console;
GRANT SELECT ON platform_days TO smooth_console;
GRANT DELETE, INSERT, SELECT, UPDATE ON recovery_codes TO smooth_gate;
GRANT DELETE, INSERT, SELECT, UPDATE ON sessions TO smooth_gate;
GRANT INSERT, SELECT ON staff_invitations TO smooth_console;
GRANT SELECT, UPDATE ON staff_invitations TO smooth_gate;
GRANT INSERT, SELECT ON staff_invitations TO smooth_tenant;
GRANT SELECT ON tenant_figures TO smooth_console;
GRANT INSERT, SELECT ON tenant_schemas TO smooth_console;
GRANT SELECT ON tenants TO smooth_console;
GRANT SELECT ON tenants TO smooth_gate;
GRANT SELECT ON tenants TO smooth_tenant;
GRANT DELETE, INSERT, SELECT, UPDATE ON totp TO smooth_gate;
GRANT SELECT ON user_permissions TO smooth_console;
GRANT DELETE, INSERT, SELECT ON user_permissions TO smooth_gate;
GRANT DELETE, INSERT, SELECT ON user_permissions TO smooth_tenant;
GRANT INSERT, SELECT ON users TO smooth_gate;
GRANT SELECT ON api_tokens (id, revision, tenant_id, mode, name, plaintext, hint, scopes, requests_per_minute, version, expires_at, created_by, created_at, updated_at, last_used_at, last_used_ip, revoked_at, revoked_by) TO smooth_tenant;
GRANT SELECT ON api_tokens (id, tenant_id, mode, name, hash, scopes, requests_per_minute, version, expires_at, created_by, last_used_at, revoked_at) TO smooth_gate;
GRANT UPDATE ON api_tokens (last_used_at, last_used_ip) TO smooth_gate;
GRANT UPDATE ON api_tokens (revision, name, scopes, requests_per_minute, version, expires_at, updated_at, revoked_at, revoked_by) TO smooth_tenant;
GRANT SELECT ON audit (id, tenant_id, mode, occurred_at, action, actor_id, actor_email, acting_as_id, acting_as_email, subject_id, subject_email, ip_address, session_key, reason, detail) TO smooth_console;
GRANT SELECT ON audit (id, tenant_id, mode, occurred_at, action, actor_id, actor_email, acting_as_id, acting_as_email, subject_id, subject_email, ip_address, session_key, reason, detail) TO smooth_tenant;
GRANT UPDATE ON domains (is_primary, verified_at, checked_at, found_cname, found_txt, check_error) TO smooth_console;
GRANT INSERT ON exports (id, tenant_id, mode, asked_by, created_at, expires_at) TO smooth_tenant;
GRANT SELECT ON exports (status) TO smooth_gate;
GRANT UPDATE ON passkeys (sign_count, name, last_used_at) TO smooth_gate;
GRANT UPDATE ON permission_grants (revoked_at, revoked_by) TO smooth_gate;
GRANT UPDATE ON permission_grants (revoked_at, revoked_by) TO smooth_tenant;
GRANT UPDATE ON plans (revision, limits, permissions, updated_at) TO smooth_console;
GRANT SELECT ON sessions (id, user_id, tenant_id, mode, created_at, expires_at, last_seen_at, ip_address, user_agent, proved_at) TO smooth_tenant;
GRANT UPDATE ON sessions (mode) TO smooth_gate;
GRANT UPDATE ON staff_invitations (expires_at, revoked_at) TO smooth_console;
GRANT UPDATE ON staff_invitations (expires_at, revoked_at) TO smooth_tenant;
GRANT INSERT ON tenants (id, name, schema_name, subdomain, tier, overrides, is_temporary, time_zone, currency, locale, created_at, updated_at, provisioned_at, provision, expires_at) TO smooth_console;
GRANT UPDATE ON tenants (revision, name, status, tier, overrides, sandbox_enabled, time_zone, currency, locale, updated_at, provision_error, expires_at, closed_at, delete_after) TO smooth_console;
GRANT UPDATE ON tenants (revision, name, time_zone, currency, locale, address, phone, email, brand_color, logo_url, tagline, updated_at, sandbox_clock_ms, sandbox_filling) TO smooth_tenant;
GRANT SELECT ON users (id, revision, tenant_id, role, is_sandbox, email, name, locale, is_active, created_at, updated_at, modes, email_verified_at) TO smooth_console;
GRANT SELECT ON users (id, revision, tenant_id, role, is_sandbox, email, name, locale, is_active, created_at, updated_at, modes, email_verified_at) TO smooth_tenant;
GRANT INSERT ON users (id, tenant_id, role, email, name, password_hash, locale, created_at, updated_at, email_verified_at) TO smooth_console;
GRANT UPDATE ON users (password_hash, locale, updated_at, email_verified_at) TO smooth_gate;
GRANT UPDATE ON users (revision, is_active, updated_at) TO smooth_tenant;
GRANT UPDATE ON users (revision, role, name, is_active, updated_at) TO smooth_console;
GRANT EXECUTE ON FUNCTION console_jobs(text,bigint,integer) TO smooth_console;
GRANT EXECUTE ON FUNCTION console_retry_jobs(bigint[]) TO smooth_console;
GRANT EXECUTE ON FUNCTION count_figures(timestamp with time zone,integer) TO smooth_console;
GRANT EXECUTE ON FUNCTION current_mode() TO PUBLIC;
GRANT EXECUTE ON FUNCTION current_tenant() TO PUBLIC;
GRANT EXECUTE ON FUNCTION forget_person(uuid,uuid[]) TO smooth_tenant;
GRANT EXECUTE ON FUNCTION tenant_usage(uuid,timestamp with time zone) TO smooth_console;
