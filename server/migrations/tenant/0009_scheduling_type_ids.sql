-- Facts name what they are about by an id. The key of a kind of resources may be given to another one later.
ALTER TABLE resource_types ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
