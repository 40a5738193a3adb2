-- Events and histories are only ever added to; this alone takes a person out of them. What happened and when stays.
CREATE FUNCTION forget_in_history(people uuid[], booked uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
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
END $$;
