-- Run for a sandbox after its grants: what is only ever added to elsewhere can be emptied here, to begin anew.
GRANT DELETE ON :schema.events, :schema.appointment_changes TO :role;
