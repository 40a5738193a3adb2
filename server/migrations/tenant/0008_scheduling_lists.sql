-- Own kinds of resources can be renamed, so that a change says what it is based on.
ALTER TABLE resource_types ADD COLUMN revision integer NOT NULL DEFAULT 1;

-- Whoever keeps a copy asks for what is new or changed, page by page.
CREATE INDEX ON appointments (created_at, id);
CREATE INDEX ON appointments (updated_at, id);
CREATE INDEX ON customers (created_at, id);
CREATE INDEX ON customers (updated_at, id);
