-- Run for a schema before its migrations; :schema and :role are put in as quoted identifiers. Tables are born with these
-- rights: GRANT ... ON ALL TABLES reads the whole catalog, which grows with every business.
ALTER DEFAULT PRIVILEGES IN SCHEMA :schema GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :role;
