-- Run for a schema after its migrations; :schema and :role are put in as quoted identifiers.
GRANT USAGE ON SCHEMA :schema TO :role;
REVOKE UPDATE, DELETE ON :schema.events, :schema.appointment_changes FROM :role;
