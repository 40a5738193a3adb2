-- The log of all tokens of a business, the newest first.
CREATE INDEX ON api_requests (tenant_id, id);
