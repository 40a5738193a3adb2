-- What the shared schema knows of one customer goes with them. A business may not delete accounts, so it asks for it here,
-- for a customer of its own in its own mode; the role that asks is the one its transaction runs under.
CREATE FUNCTION forget_person(person uuid, mails uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path TO public AS $$
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
END $$;
REVOKE EXECUTE ON FUNCTION forget_person(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_person(uuid, uuid[]) TO smooth_tenant;
