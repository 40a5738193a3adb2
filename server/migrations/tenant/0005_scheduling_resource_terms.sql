-- What is different where one certain resource does a service: a list of resource_id, duration_minutes, price_minor.
ALTER TABLE services ADD COLUMN resource_terms jsonb NOT NULL DEFAULT '[]';
